import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildProgram, type CoreProgram, parseDate, parsePolicy, sourceText } from '@waarborg/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field, RecordType, Type } from '../../language/src/model/types.ts';
import { buildShippedPolicies, packFolder } from '../policies/shipped-policies.ts';
import { disagreement, validatorOf, verdictsOn } from './agreement.ts';
import { words } from './words.ts';

const vocabulary = readFileSync(join(import.meta.dirname, 'all-types.waarborg'), 'utf8');
const pack = (name: string, purposes: string): string =>
  `pack ${name} version 1.0.0\n  use test.types 12\n  judges thing\n${purposes}\n`;
const checked = buildProgram(
  [
    vocabulary,
    pack('nl.a', 'purpose fraud was cheating\nopen purpose inquiry\npurpose research\n'),
    pack('nl.b', 'purpose research\nopen purpose case-work was files\npurpose tax'),
  ].map((text, index) => parsePolicy(sourceText(`file ${index}`, text))),
);
const { program } = checked;
const numRuns = fc.readConfigureGlobal()?.numRuns ?? 300;

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  fc.string().map((text) => JSON.stringify(text)),
);

/** Words that are right for a type, so that most of a manifest is. */
const right: Readonly<Partial<Record<Type['kind'], readonly string[]>>> = {
  number: ['1', '-0.5', '1.5e-7', '"12"', '.'],
  share: ['6.1%', '0.061', '0', '1', '" 5 % "', 'suppressed'],
  count: ['0', '12', '"12"', 'suppressed'],
  date: ['2026-11-23', '2024-02-29'],
  duration: ['12 months', '1 jaar', 'P1Y6M'],
  'yes-no': ['yes', 'Nee', 'true'],
  purpose: ['fraud', 'nl.a/research', 'inquiry/12', 'tax'],
};

function anyValueOf(type: Type, depth: number): fc.Arbitrary<string> {
  const wrong = fc.oneof(
    word,
    fc.constantFrom('[]', '{}', '[none]', '[red, ~]', '{ name: a }', '[[1]]', '{ x_a: {} }'),
  );
  return fc.oneof({ weight: 8, arbitrary: fittingOf(type, depth) }, { weight: 2, arbitrary: wrong });
}

function fittingOf(type: Type, depth: number): fc.Arbitrary<string> {
  if (type.kind === 'list') {
    const items = fc.array(anyValueOf(type.of, depth + 1), { maxLength: 3 });
    return items.map((each) => `[${each.join(', ')}]`);
  }
  if (type.kind === 'record') return depth > 4 ? fc.constant('{}') : groupOf(type.record, depth);
  if (type.kind === 'choice') {
    const names = type.choices.values.flatMap(({ name, was }) => [name, ...was]);
    return fc.constantFrom(...names, 'none');
  }
  const fitting = right[type.kind];
  return fitting === undefined ? word : fc.constantFrom(...fitting);
}

function groupOf(record: RecordType, depth: number): fc.Arbitrary<string> {
  const entry = fc.constantFrom(...record.fields).chain((field) => entryOf(field, depth));
  const stray = fc.constantFrom(
    'x_mine: [1]',
    'nmae: a',
    '"": 1',
    'id: 5',
    '"__proto__": 1',
    'toString: a',
    'called: b',
  );
  const keys = record.fields.slice(0, 2).map((field) => entryOf(field, depth));
  return fc
    .tuple(
      fc.array(fc.oneof({ weight: 20, arbitrary: entry }, { weight: 1, arbitrary: stray }), { maxLength: 5 }),
      fc.option(fc.tuple(...keys), { freq: 4, nil: [] }),
    )
    .map(([entries, first]) => `{ ${onlyOnce([...first, ...entries]).join(', ')} }`);
}

function entryOf({ name, was, type }: Field, depth: number): fc.Arbitrary<string> {
  const key = fc.oneof({ weight: 5, arbitrary: fc.constant(name) }, fc.constantFrom(name, ...was));
  return fc.tuple(key, anyValueOf(type, depth + 1)).map(([written, value]) => `${JSON.stringify(written)}: ${value}`);
}

/** A key twice is an error of the document, of which no schema hears. */
function onlyOnce(entries: readonly string[]): readonly string[] {
  return [...new Map(entries.map((entry) => [/^"?([^":]*)"?:/.exec(entry)?.[1], entry])).values()];
}

/** A flow map of YAML as JSON, where its values are what JSON has. */
function asJson(flow: string): string | undefined {
  const text = flow.replaceAll(/("(?:[^"\\]|\\.)*")|([^\s[\]{},:"][^[\]{},:"]*)/g, (_, quoted?: string, plain = '') => {
    const bare = String(plain).trim();
    return quoted ?? (/^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?)$/.test(bare) ? bare : JSON.stringify(bare));
  });
  try {
    JSON.parse(text);
    return text;
  } catch {
    return undefined;
  }
}

const roots = ['record: thing', '"record": other', 'record: thin', ''];
const heads = [
  'vocabulary: test.types 12',
  'vocabulary: " test.types  0012 "',
  'vocabulary: test.types 1',
  'vocabulary: x',
  '',
];

function manifestOf(record: RecordType): fc.Arbitrary<string> {
  const often = <T>(usual: T, others: readonly T[]): fc.Arbitrary<T> =>
    fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));
  return fc
    .tuple(
      often(heads[0] ?? '', heads),
      often(`record: ${record.name}`, roots),
      record.byName.has('id') ? often('id: a', ['id: none', 'id: ""', '']) : often('', ['id: a']),
      groupOf(record, 0),
    )
    .map(([head, root, id, group]) => {
      const inner = group.slice(2, -2);
      return `{ ${onlyOnce([inner === '' ? [] : splitEntries(inner), head, root, id].flat().filter((each) => each !== '')).join(', ')} }`;
    });
}

/** The entries of a flow map, apart. */
function splitEntries(inner: string): readonly string[] {
  const entries: string[] = [];
  let depth = 0;
  let from = 0;
  for (const match of inner.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]|, /g)) {
    if (/^[[{]$/.test(match[0])) depth += 1;
    else if (/^[\]}]$/.test(match[0])) depth -= 1;
    else if (match[0] === ', ' && depth === 0) {
      entries.push(inner.slice(from, match.index));
      from = match.index + 2;
    }
  }
  return [...entries, inner.slice(from)];
}

function hold(text: string, syntax: 'yaml' | 'json', of: CoreProgram): boolean {
  const verdicts = verdictsOn(text, syntax, of, validatorOf(of));
  for (const each of verdicts) expect(disagreement(each), text).toBeUndefined();
  return verdicts.length > 0;
}

describe('the schema and the reader of manifests', () => {
  it('are tried with a vocabulary that has no errors', () => {
    expect(checked.diagnostics.map(({ message }) => message.en)).toEqual([]);
  });

  it('agree on every word, at a field of every type, as an item and as a key', () => {
    const head = 'vocabulary: test.types 12, record: thing';
    const thing = program.manifestRecords.find(({ name }) => name === 'thing');
    const row = 'kind: red, day: 2026-11-23, count: 1, answer: yes';
    let agreed = 0;
    for (const value of words) {
      const places = [
        ...(thing?.fields ?? []).flatMap(({ name, type }) => [
          `id: a, ${JSON.stringify(name)}: ${value}`,
          ...(type.kind === 'list' ? [`id: a, ${name}: [${value}]`] : []),
        ]),
        `id: ${value}`,
        `id: a, parts: [{ name: ${value} }]`,
        ...['kind', 'day'].map(
          (key) => `id: a, rows: [{ ${row.replace(new RegExp(`${key}: [^,]*`), `${key}: ${value}`)} }]`,
        ),
        ...['count', 'answer'].map(
          (key) =>
            `id: a, part: { deeper: { rows: [{ ${row.replace(new RegExp(`${key}: [^,]*`), `${key}: ${value}`)} }] } }`,
        ),
      ];
      for (const place of places) if (hold(`{ ${head}, ${place} }`, 'yaml', program)) agreed += 1;
    }
    expect(agreed).toBeGreaterThan(5000);
  });

  it('agree on every day of some years, and on the leap day of all', () => {
    const two = (number: number): string => String(number).padStart(2, '0');
    const days = ['0000', '0001', '1900', '2000', '2023', '2024', '9999'].flatMap((year) =>
      Array.from({ length: 14 }, (_, month) =>
        Array.from({ length: 33 }, (_day, day) => `${year}-${two(month)}-${two(day)}`),
      ).flat(),
    );
    const leapDays = Array.from({ length: 10_000 }, (_, year) => `${String(year).padStart(4, '0')}-02-29`);
    const dates = [...days, ...leapDays];
    const text = `{ vocabulary: test.types 12, record: thing, id: a, days: [${dates.join(', ')}] }`;
    const [verdicts] = verdictsOn(text, 'yaml', program, validatorOf(program));
    const refused = new Set(
      [...(verdicts?.faults ?? '').matchAll(/\/days\/(\d+) /g)].map(([, index]) => Number(index)),
    );
    expect(dates.filter((_, index) => !refused.has(index))).toEqual(
      dates.filter((date) => parseDate(date) !== undefined),
    );
  });

  it.each(program.manifestRecords.map((record) => [record.name, record] as const))(
    'agree on generated manifests of `%s`, as YAML and as JSON',
    (_, record) => {
      let [tried, clean] = [0, 0];
      fc.assert(
        fc.property(manifestOf(record), (text) => {
          if (hold(text, 'yaml', program)) tried += 1;
          if (verdictsOn(text, 'yaml', program, validatorOf(program)).some(({ errors }) => errors.length === 0))
            clean += 1;
          const json = asJson(text);
          if (json !== undefined) hold(json, 'json', program);
        }),
        { numRuns },
      );
      // Nothing would be held together by texts that neither can read, or that both refuse.
      expect([tried > numRuns / 2, clean > numRuns / 50]).toEqual([true, true]);
    },
  );

  it('agree on examples in which one value or key is another', () => {
    const shipped = buildShippedPolicies().program;
    const example = readFileSync(join(packFolder, 'examples/model.analysis.yaml'), 'utf8');
    const scalars = [...example.matchAll(/(?<=: |- |\[|, )(?!-)[^\s#:,[\]{}|>][^\n#:,[\]{}]*|\b[a-z_]+(?=:)/g)];
    expect(scalars.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(fc.constantFrom(...scalars), word, (found, written) => {
        hold(
          `${example.slice(0, found.index)}${written}${example.slice(found.index + found[0].length)}`,
          'yaml',
          shipped,
        );
      }),
      { numRuns },
    );
  });
});
