import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoreProgram, CorePurpose } from '../core/core.ts';
import { manifestErrors } from '../diagnostic/manifest-errors.ts';
import type { ChoicesType, Field, RecordType, Type } from '../model/types.ts';
import { positionAt, sourceText, spanOf } from '../source/source.ts';
import { formatDate } from '../values/calendar.ts';
import { formatDecimal } from '../values/decimal.ts';
import { readDocuments } from './read-document.ts';
import { typeManifest } from './type-manifest.ts';
import type { TypedManifest } from './typed-manifest.ts';
import { none, type Value } from './value.ts';

const nowhere = spanOf(sourceText('vocabulary.waarborg', ''), 0, 0);

interface FieldParts {
  readonly roles?: readonly string[];
  readonly was?: readonly string[];
  readonly closed?: boolean;
}

function recordType(
  name: string,
  fields: readonly (readonly [string, Type, FieldParts?])[],
  manifest = false,
): RecordType {
  const made = fields.map(
    ([field, type, parts], slot): Field => ({
      name: field,
      slot,
      type,
      closed: parts?.closed ?? false,
      roles: parts?.roles ?? [],
      text: undefined,
      notes: [],
      was: parts?.was ?? [],
      vocabulary: 'waarborg.analysis',
      span: nowhere,
    }),
  );
  const byName = new Map(made.map((field) => [field.name, field]));
  return {
    name,
    vocabulary: 'waarborg.analysis',
    extends: undefined,
    manifest,
    text: undefined,
    fields: made,
    byName,
    span: nowhere,
  };
}

function choices(name: string, values: readonly string[], was: Readonly<Record<string, readonly string[]>> = {}): Type {
  const type: ChoicesType = {
    name,
    vocabulary: 'waarborg.analysis',
    text: undefined,
    values: values.map((value) => ({
      kind: 'choice',
      name: value,
      text: undefined,
      roles: [],
      was: was[value] ?? [],
      span: nowhere,
    })),
    span: nowhere,
  };
  return { kind: 'choice', choices: type };
}

const text: Type = { kind: 'text' };
const margin = recordType('error_margin', [
  ['category', text],
  ['metric', choices('metric', ['false-positive-rate', 'false-negative-rate'])],
  ['max', { kind: 'share' }],
]);
const dataset = recordType('dataset', [
  ['name', text],
  ['collected_for', { kind: 'list', of: { kind: 'purpose' }, keys: [] }],
  ['updated_on', { kind: 'date' }],
  ['special', { kind: 'yes-no' }],
]);
const analysis = recordType(
  'analysis',
  [
    ['id', text, { roles: ['id'] }],
    ['purpose', { kind: 'purpose' }],
    ['goal', text],
    ['n', { kind: 'count' }, { was: ['sample'] }],
    ['weight', { kind: 'number' }],
    ['rate', { kind: 'share' }],
    ['day', { kind: 'date' }],
    ['retention', { kind: 'duration' }],
    ['profiling', { kind: 'yes-no' }],
    ['automation', choices('automation', ['full', 'partial', 'none'], { full: ['complete'] })],
    ['severity', choices('severity', ['high', 'low'])],
    ['datasets', { kind: 'list', of: { kind: 'record', record: dataset }, keys: ['name'] }],
    ['margins', { kind: 'list', of: { kind: 'record', record: margin }, keys: ['category', 'metric'] }],
    ['tags', { kind: 'list', of: text, keys: [] }],
    ['owner', { kind: 'record', record: dataset }],
  ],
  true,
);

function purpose(pack: string, name: string, open = false, was: readonly string[] = []): CorePurpose {
  return { id: `${pack}/${name}`, pack, name, open, text: undefined, was, wider: [], span: nowhere };
}

function program(records: readonly RecordType[] = [analysis]): CoreProgram {
  const purposes = [
    purpose('nl.a', 'fraud-detection', false, ['fraud']),
    purpose('nl.a', 'inquiry', true),
    purpose('nl.a', 'research'),
    purpose('nl.b', 'research'),
    purpose('nl.b', 'statistics'),
  ];
  return {
    packs: [],
    purposes: { purposes: new Map(purposes.map((each) => [each.id, each])) },
    manifestRecords: records,
    vocabularies: [{ name: 'waarborg.analysis', version: '1.0.0', major: 1 }],
  };
}

function typed(manifest: string, of: CoreProgram = program()): TypedManifest {
  const [document] = readDocuments(sourceText('a.yaml', manifest), 'detect').documents;
  if (document === undefined) throw new Error('no document');
  return typeManifest(document, of);
}

function slot(manifest: TypedManifest, name: string): Value {
  return fieldOf(manifest.record, name);
}

function fieldOf(record: Value, name: string): Value {
  if (record === undefined || typeof record !== 'object' || !('kind' in record) || record.kind !== 'record')
    throw new Error(`no record for ${name}`);
  return record.slots[record.type.byName.get(name)?.slot ?? -1];
}

function items(list: Value): readonly Value[] {
  if (typeof list !== 'object' || !('kind' in list) || list.kind !== 'list') throw new Error('no list');
  return list.items;
}

function codes(manifest: TypedManifest): readonly string[] {
  return manifest.diagnostics.map((each) => each.code);
}

/** The one value of a field in a manifest that is right in everything else, and the errors. */
function only(
  name: string,
  value: string,
): { readonly value: Value; readonly codes: readonly string[]; readonly manifest: TypedManifest } {
  const manifest = typed(`id: a\n${name}: ${value}\n`);
  return { value: slot(manifest, name), codes: codes(manifest), manifest };
}

/** The help of the only error. */
function help(name: string, value: string): string | undefined {
  const { manifest } = only(name, value);
  expect(manifest.diagnostics).toHaveLength(1);
  return manifest.diagnostics[0]?.help?.en;
}

function decimal(value: Value): string {
  if (typeof value !== 'object' || !('numerator' in value)) return String(value);
  return formatDecimal(value);
}

describe('scalars by the type of their field', () => {
  it.each(['yes', 'ja', 'true', 'Yes', 'JA', 'TRUE', '"yes"'])('reads %s as yes', (word) => {
    expect(only('profiling', word)).toMatchObject({ value: true, codes: [] });
  });
  it.each(['no', 'nee', 'false', 'No'])('reads %s as no', (word) => {
    expect(only('profiling', word)).toMatchObject({ value: false, codes: [] });
  });
  it.each(['1', '0', 'y', 'on', 'yess'])('takes %s for no answer', (word) => {
    expect(only('profiling', word)).toMatchObject({ value: undefined, codes: ['WB0544'] });
  });
  it.each([
    ['6.1%', '0.061'],
    ['6.1 %', '0.061'],
    ['0.061', '0.061'],
    ['0', '0'],
    ['1', '1'],
    ['100%', '1'],
    ['"5%"', '0.05'],
    ['1e-3', '0.001'],
  ])('reads the share %s', (written, exactly) => {
    const read = only('rate', written);
    expect(read.codes).toEqual([]);
    expect(decimal(read.value)).toBe(exactly);
  });
  it.each([
    ['61', 'Write `61%` or `0.61`.'],
    ['1.2', 'Write `1.2%` or `0.012`.'],
    ['100', 'Write `100%` or `1`.'],
    ['5', 'Write `5%` or `0.05`.'],
    ['"6,1%"', 'Write `6.1%`.'],
    ['"0,061"', 'Write `0.061`.'],
    ['120%', 'A share is at least 0 and at most 1, or 100%.'],
    ['-0.1', 'A share is at least 0 and at most 1, or 100%.'],
    ['high', 'Write `6.1%` or `0.061`.'],
  ])('refuses the share %s', (written, right) => {
    expect(only('rate', written)).toMatchObject({ value: undefined, codes: ['WB0546'] });
    expect(help('rate', written)).toBe(right);
  });
  it('reads counts, and nothing that looks like one', () => {
    expect(decimal(only('n', '1200').value)).toBe('1200');
    expect(decimal(only('n', '0').value)).toBe('0');
    for (const wrong of ['-1', '1.5', '1e3', '0x10', 'many']) expect(only('n', wrong).codes).toEqual(['WB0547']);
    expect(help('n', '1.200')).toBe('Write `1200`.');
  });
  it('reads numbers exactly', () => {
    expect(decimal(only('weight', '-0.1').value)).toBe('-0.1');
    expect(help('weight', '"1,5"')).toBe('Write `1.5`.');
    expect(only('weight', 'heavy').codes).toEqual(['WB0545']);
  });
  it('reads whole dates only', () => {
    const { value } = only('day', '2026-02-28');
    expect(value).toMatchObject({ kind: 'date' });
    expect(typeof value === 'object' && 'day' in value ? formatDate(value.day) : '').toBe('2026-02-28');
  });
  it.each([
    ['2026-11', 'A partial date is no date: write the day too, such as `2026-11-23`.'],
    ['2026', 'A partial date is no date: write the day too, such as `2026-11-23`.'],
    ['23-11-2026', 'Write `2026-11-23`.'],
    ['3/1/2026', 'Write `2026-01-03`.'],
    ['2026/11/23', 'Write `2026-11-23`.'],
    ['2026-11-23T10:00:00Z', 'Write `2026-11-23`.'],
    ['2026-02-30', 'This day does not exist in the calendar.'],
    ['tomorrow', 'Write year, month and day: `2026-11-23`.'],
  ])('refuses the date %s', (written, right) => {
    expect(only('day', written)).toMatchObject({ value: undefined, codes: ['WB0548'] });
    expect(help('day', written)).toBe(right);
  });
  it('reads durations in English, Dutch and ISO 8601', () => {
    for (const written of ['12 months', '1 year', '1 jaar', 'P1Y']) {
      expect(only('retention', written).value).toEqual({ kind: 'duration', duration: { months: 12, days: 0 } });
    }
    expect(help('retention', '6')).toBe('Write a number and a unit: `6 months`.');
  });
  it('reads choices by name and former name, and offers the nearest', () => {
    expect(only('automation', 'full').value).toMatchObject({ name: 'full' });
    expect(only('automation', 'complete').value).toMatchObject({ name: 'full' });
    expect(help('automation', 'partal')).toBe('Did you mean `partial`?');
    expect(help('severity', 'unthinkable')).toBe('Choose `high` or `low`.');
    expect(only('severity', 'constructor').codes).toEqual(['WB0550']);
  });
  it('takes text exactly as it is', () => {
    expect(only('goal', '"  two  spaces "').value).toBe('  two  spaces ');
    expect(only('goal', '1.10').value).toBe('1.10');
    expect(only('goal', 'no').value).toBe('no');
  });
});

describe('purposes', () => {
  it.each([
    ['fraud-detection', 'nl.a/fraud-detection', undefined],
    ['nl.a/fraud-detection', 'nl.a/fraud-detection', undefined],
    ['fraud', 'nl.a/fraud-detection', undefined],
    ['inquiry/case-12', 'nl.a/inquiry', 'case-12'],
    ['nl.a/inquiry/2026/12', 'nl.a/inquiry', '2026/12'],
    ['nl.b/research', 'nl.b/research', undefined],
  ])('finds %s', (written, id, caseOf) => {
    expect(only('purpose', written)).toMatchObject({
      value: { kind: 'purpose', purpose: id, case: caseOf },
      codes: [],
    });
  });
  it('asks for the pack where two declare the name', () => {
    expect(only('purpose', 'research')).toMatchObject({ value: undefined, codes: ['WB0552'] });
    expect(help('purpose', 'research')).toBe('Write `nl.a/research` or `nl.b/research`.');
  });
  it('refuses a purpose that nobody declared, and a case of one that is not open', () => {
    expect(help('purpose', 'frawd-detection')).toBe('Did you mean `fraud-detection`?');
    expect(only('purpose', 'frawd-detection').codes).toEqual(['WB0551']);
    expect(only('purpose', 'statistics/x').codes).toEqual(['WB0553']);
    expect(only('purpose', 'inquiry/').codes).toEqual(['WB0553']);
    expect(only('purpose', 'toString').codes).toEqual(['WB0551']);
    const { manifest } = only('purpose', 'frawd-detection');
    expect([...manifest.absences.values()]).toEqual(['undeclared-purpose']);
  });
});

describe('absence', () => {
  it.each([
    ['goal', '', 'empty-text'],
    ['goal', '""', 'empty-text'],
    ['goal', '"  "', 'empty-text'],
    ['goal', 'null', 'null'],
    ['goal', '~', 'null'],
    ['datasets', '', 'empty-text'],
    ['owner', 'null', 'null'],
    ['n', 'suppressed', 'suppressed'],
    ['rate', 'onderdrukt', 'suppressed'],
    ['rate', '.', 'suppressed'],
    ['rate', '.nan', 'not-a-number'],
    ['weight', '-.inf', 'not-a-number'],
    ['weight', 'NaN', 'not-a-number'],
  ])('%s: %s is absent (%s)', (name, written, reason) => {
    const read = only(name, written);
    expect(read).toMatchObject({ value: undefined, codes: [] });
    expect([...read.manifest.absences.values()]).toEqual([reason]);
  });
  it('takes quoted words for words in a text', () => {
    expect(only('goal', '"null"').value).toBe('null');
    expect(only('goal', '"none"').value).toBe('none');
    expect(only('goal', 'suppressed').value).toBe('suppressed');
  });
  it('reads none as a recorded absence, an empty list, or the choice of that name', () => {
    expect(only('goal', 'none').value).toBe(none);
    expect(only('owner', 'none').value).toBe(none);
    expect(only('owner', '"none"').value).toBe(none);
    expect(only('severity', 'none').value).toBe(none);
    expect(only('automation', 'none').value).toMatchObject({ name: 'none' });
    expect(only('datasets', 'none').value).toEqual({ kind: 'list', items: [], raw: undefined });
    expect(items(only('tags', '[]').value)).toEqual([]);
    expect(only('tags', '[none]').codes).toEqual(['WB0541']);
  });
});

describe('structure', () => {
  it.each([
    ['tags', 'one', 'WB0541'],
    ['tags', '{ a: 1 }', 'WB0541'],
    ['datasets', '{ name: a }', 'WB0541'],
    ['owner', 'someone', 'WB0542'],
    ['owner', '[a]', 'WB0542'],
    ['goal', '[a]', 'WB0543'],
    ['day', '{ a: 1 }', 'WB0543'],
    ['datasets', '[a]', 'WB0542'],
  ])('%s: %s is mistyped', (name, written, code) => {
    expect(only(name, written).codes).toEqual([code]);
  });
  it('keeps the other items of a list with one bad one', () => {
    const manifest = typed(
      'id: a\ndatasets:\n  - name: x\n    updated_on: soon\n  - name: y\n    updated_on: 2026-01-01\n',
    );
    expect(codes(manifest)).toEqual(['WB0548']);
    const [x, y] = items(slot(manifest, 'datasets'));
    expect(fieldOf(x, 'updated_on')).toBeUndefined();
    expect(fieldOf(y, 'updated_on')).toMatchObject({ kind: 'date' });
    const [found] = manifest.diagnostics;
    expect(found && positionAt(found.span.source, found.span.start)).toEqual({ line: 4, column: 17 });
    expect(found?.span.source.text.slice(found.span.start, found.span.end)).toBe('soon');
  });
  it('offers the nearest field, and ignores extensions with all below them', () => {
    const manifest = typed(
      'id: a\ngaol: x\nx_own: { anything: [1, { id: 2 }] }\ndatasets:\n  - name: a\n    x_note: b\n',
    );
    expect(codes(manifest)).toEqual(['WB0531']);
    expect(manifest.diagnostics[0]?.help?.nl).toBe('Bedoelde u `goal`?');
  });
  it('takes former names of fields, and not both', () => {
    expect(decimal(slot(typed('id: a\nsample: 3\n'), 'n'))).toBe('3');
    const both = typed('id: a\nsample: 3\nn: 4\n');
    expect(codes(both)).toEqual(['WB0532']);
    expect(decimal(slot(both, 'n'))).toBe('3');
  });
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])(
    'takes the key %j for an unknown key',
    (key) => {
      const manifest = typed(`id: a\n${JSON.stringify(key)}: { id: b }\n`);
      expect(codes(manifest)).toEqual(['WB0531']);
      expect(manifest.id).toBe('a');
    },
  );
});

describe('keys of lists', () => {
  it('reports the second of two items with one key, with the first beside it', () => {
    const manifest = typed('id: a\ndatasets:\n  - name: x\n  - name: y\n  - name: x\n');
    expect(codes(manifest)).toEqual(['WB0533']);
    expect(manifest.diagnostics[0]?.related).toHaveLength(1);
    expect(
      positionAt(
        sourceText('', 'id: a\ndatasets:\n  - name: x\n  - name: y\n  - name: x\n'),
        manifest.diagnostics[0]?.span.start ?? 0,
      ).line,
    ).toBe(5);
  });
  it('joins several key fields', () => {
    const item = (category: string, metric: string): string => `  - category: ${category}\n    metric: ${metric}\n`;
    const head = 'id: a\nmargins:\n';
    expect(codes(typed(head + item('x', 'false-positive-rate') + item('x', 'false-negative-rate')))).toEqual([]);
    expect(codes(typed(head + item('x', 'false-positive-rate') + item('x', 'false-positive-rate')))).toEqual([
      'WB0533',
    ]);
  });
  it('reports a missing key once, and none where the key itself is wrong', () => {
    expect(codes(typed('id: a\ndatasets:\n  - updated_on: 2026-01-01\n'))).toEqual(['WB0534']);
    expect(codes(typed('id: a\nmargins:\n  - category: x\n    metric: wrong\n'))).toEqual(['WB0550']);
  });
});

describe('the manifest as a whole', () => {
  it('needs an id, and is typed all the same', () => {
    const manifest = typed('goal: x\n');
    expect(codes(manifest)).toEqual(['WB0525']);
    expect(manifest).toMatchObject({ id: undefined, vocabulary: 'waarborg.analysis' });
    expect(slot(manifest, 'goal')).toBe('x');
    expect(codes(typed('id: ""\ngoal: x\n'))).toEqual(['WB0525']);
    expect(codes(typed('id: [a]\ngoal: x\n'))).toEqual(['WB0543']);
  });
  it('names its vocabulary, and is not judged by another', () => {
    expect(codes(typed('vocabulary: waarborg.analysis 1\nid: a\n'))).toEqual([]);
    for (const wrong of ['waarborg.analisys 1', 'waarborg.analysis', 'waarborg.analysis 1.0', '1', '[a]']) {
      const manifest = typed(`vocabulary: ${wrong}\nid: a\n`);
      expect(codes(manifest)).toEqual(['WB0522']);
      expect(manifest).toMatchObject({ id: 'a', record: undefined });
    }
    expect(codes(typed('vocabulary: waarborg.analysis 2\nid: a\n'))).toEqual(['WB0523']);
  });
  it('says which record it is where there are several', () => {
    const other = { ...analysis, name: 'audit' };
    const two = program([analysis, other]);
    expect(codes(typed('id: a\n', two))).toEqual(['WB0524']);
    expect(codes(typed('record: audot\nid: a\n', two))).toEqual(['WB0524']);
    expect(typed('record: audit\nid: a\n', two).record?.type.name).toBe('audit');
    expect(codes(typed('record: analysis\nid: a\n'))).toEqual([]);
  });
  it.each(['- a\n- b\n', 'just words\n', 'name: x\nversion: 2\n', '{}', 'x_a: 1\n'])(
    'gives one error for %j, which is no manifest',
    (other) => {
      expect(typed(other)).toMatchObject({ record: undefined, diagnostics: [{ code: 'WB0521' }] });
    },
  );
  it('passes on what is wrong with the document, and judges nothing of a broken one', () => {
    expect(codes(typed('id: a\nid: b\n'))).toEqual(['WB0503']);
    expect(typed('id: a\nid: b\n').record).toBeDefined();
    expect(typed('id: "a\n')).toMatchObject({ record: undefined, diagnostics: [{ code: 'WB0501' }] });
    expect(typed('{ "id": "a", "goal": ]')).toMatchObject({
      id: 'a',
      record: undefined,
      diagnostics: [{ code: 'WB0501' }],
    });
    expect(typed('# nothing\n')).toMatchObject({ diagnostics: [{ code: 'WB0513' }] });
  });
  it('reads JSON and YAML to the same values', () => {
    const data = { id: 'a', rate: 0.061, profiling: true, tags: ['x'], datasets: [{ name: 'd', special: null }] };
    const json = typed(JSON.stringify(data));
    const yaml = typed('id: a\nrate: 6.1%\nprofiling: ja\ntags: [x]\ndatasets:\n  - name: d\n    special:\n');
    expect(plain(json.record)).toEqual(plain(yaml.record));
    expect([...codes(json), ...codes(yaml)]).toEqual([]);
  });
  it('reports a mistake in a merged map once', () => {
    const manifest = typed(
      'id: a\nx_base: &b { updated_on: soon }\ndatasets:\n  - { name: x, <<: *b }\n  - { name: y, <<: *b }\n',
    );
    expect(codes(manifest)).toEqual(['WB0548']);
  });
});

/** Values without the nodes that they were read from. */
function plain(value: Value): unknown {
  if (typeof value !== 'object' || !('kind' in value)) return typeof value === 'object' ? decimal(value) : value;
  if (value.kind === 'record') return value.slots.map(plain);
  return value.kind === 'list' ? value.items.map(plain) : value;
}

describe('any manifest at all', () => {
  const cases = Number(process.env['FUZZ_CASES'] ?? 200);
  const key = fc.oneof(
    fc.constantFrom(...analysis.byName.keys(), ...dataset.byName.keys(), 'x_a', 'vocabulary', 'record', '__proto__'),
    fc.string(),
  );
  const leaf = fc.oneof(
    fc.constantFrom('none', 'null', 'yes', '61', '6.1%', '2026-11-23', 'full', 'inquiry/x', 'research', '.', ''),
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
  );
  const value = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(key, tie('node'), { maxKeys: 5 }),
    ),
  })).node;

  it('is typed without throwing, with every error inside the text and of a known kind', () => {
    const known = new Set(manifestErrors.map((kind) => kind.code));
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 8 }), (manifest) => {
        const written = JSON.stringify(manifest);
        const read = typed(written);
        for (const { code, span } of read.diagnostics) {
          expect(known.has(code)).toBe(true);
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(written.length);
        }
        // What is not typed is said: nothing that stands there goes missing in silence.
        if (read.record === undefined) expect(read.diagnostics.length).toBeGreaterThan(0);
      }),
      { numRuns: cases },
    );
  });

  it('is typed in time linear in its length', () => {
    const dataset = (index: number): string => `  - { name: d${index}, updated_on: 2026-01-01 }\n`;
    const manifest = `id: a\ndatasets:\n${Array.from({ length: 20_000 }, (_, index) => dataset(index)).join('')}`;
    const [document] = readDocuments(sourceText('a.yaml', manifest), 'yaml').documents;
    if (document === undefined) throw new Error('no document');
    const begin = performance.now();
    const read = typeManifest(document, program());
    expect(read.diagnostics).toEqual([]);
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});

describe('the kinds of error', () => {
  it('have codes of their own, in order, and both languages', () => {
    const all = manifestErrors.map((kind) => kind.code);
    expect(new Set(all).size).toBe(all.length);
    expect([...all].sort()).toEqual(all);
    for (const kind of manifestErrors) {
      expect(kind.title.en).not.toBe('');
      expect(kind.title.nl).not.toBe('');
    }
  });
});
