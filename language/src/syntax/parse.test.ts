import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { sourceText } from '../source/source.ts';
import { keywords } from './keywords.ts';
import { parsePolicy } from './parse.ts';
import { codesOf, packOf, parseText, rulesOf } from './parse-for-test.ts';

describe('the first word', () => {
  it.each([
    ['pack t', 'pack', 'en'],
    ['pakket t', 'pack', 'nl'],
    ['vocabulary t', 'vocabulary', 'en'],
    ['woordenlijst t', 'vocabulary', 'nl'],
    ['\uFEFF // one\r\n\t// two\n pakket t', 'pack', 'nl'],
    ['pack// a comment\nt', 'pack', 'en'],
  ])('%j chooses what the file is, and its spelling', (text, kind, spelling) => {
    expect(parseText(text)).toMatchObject({ file: { kind, spelling }, diagnostics: [] });
  });

  it.each([
    ['', 'WB0102'],
    ['// nothing', 'WB0102'],
    ['rule r { }', 'WB0102'],
    ['pakcet t', 'WB0102'],
    ['{', 'WB0102'],
    ['constructor', 'WB0102'],
    ['tests t', 'WB0114'],
    ['toetsen t', 'WB0114'],
  ])('%j is no policy', (text, code) => {
    expect(parseText(text).file.kind).toBe('unknown');
    expect(codesOf(text)).toEqual([code]);
  });

  it('is suggested where it is misspelt', () => {
    expect(parseText('pakcet t').diagnostics[0]?.help?.nl).toBe('Bedoelde u `pakket`?');
  });
});

/** A rule with every kind of clause, each on its line. */
const clauses = [
  'mandatory chosen by "CIO" because "B"',
  'cites avg "art. 5" quoting "steeds"',
  'judges analysis',
  'applies from 2026-01-01',
  'when method.profiling',
  'trigger when decision.automation is full',
  'for each d in datasets where d.name is recorded if any',
  'satisfied by x when purpose is within d.collected_for',
  'require y: purpose is recorded when a otherwise b',
  'require review before decision',
  'limit every d.rate to at most 5% when c otherwise to at most 6%',
  'measured on at least 100 cases',
  'measured within 12 months',
  'give insight in logic to public, court with extent full',
  'except e "E" for y to public when z',
  'next step "Do it"',
  'note owner "CIO"',
  'was old-name',
];

const declarations = [
  'source avg "AVG" at <https://example.nl> applies from 2018-05-25',
  'purpose security { purpose prevention }',
  'cut a under b because "C"',
  'data collected for a may be used for b when c cites avg "art. 6"',
  'parameter p: share = 5% set by "CIO" because "B" reconsider by 2027-01-01',
  'define d: a is one of [b, c]',
];

function packWith(changed: readonly string[]): string {
  return [
    'pack nl.test version 1.0.0',
    'rule first "First" {\n  mandatory\n  require a is recorded\n}',
    `rule changed "Changed" {\n${changed.map((clause) => `  ${clause}`).join('\n')}\n}`,
    ...declarations,
    'rule last "Last" {\n  recommended\n  require z is recorded\n}',
  ].join('\n');
}

describe('a file without mistakes', () => {
  it('has no diagnostics', () => {
    expect(parseText(packWith(clauses)).diagnostics).toEqual([]);
    expect(rulesOf(packOf(packWith(clauses)))[1]?.clauses.length).toBe(clauses.length);
  });
});

describe('recovery', () => {
  const slips: readonly (readonly [string, (clause: string) => string])[] = [
    ['a misspelt first word', (clause) => clause.replace(/^\w/, 'x$&')],
    ['a missing last word', (clause) => clause.replace(/\s*\S+$/, '')],
    ['a doubled first word', (clause) => clause.replace(/^\S+/, '$& $&')],
    ['a sign at the end', (clause) => `${clause} :`],
    ['a parenthesis at the end', (clause) => `${clause} )`],
    ['an open text at the end', (clause) => `${clause} "open`],
  ];

  it.each(clauses.flatMap((clause, index) => slips.map(([name, slip]) => [name, clause, index, slip] as const)))(
    '%s in `%s` gives at most one message, and costs no other rule',
    (_name, clause, index, slip) => {
      const text = packWith(clauses.with(index, slip(clause)));
      const rules = rulesOf(packOf(text));
      expect(rules.map((rule) => rule.name.text)).toEqual(['first', 'changed', 'last']);
      expect(rules.map((rule) => rule.clauses.length).filter((_, place) => place !== 1)).toEqual([2, 2]);
      expect(packOf(text).items.length).toBe(3 + declarations.length);
      expect(codesOf(text).length).toBeLessThanOrEqual(1);
      // At most the clause after it is lost with it.
      expect(rules[1]?.clauses.length).toBeGreaterThanOrEqual(clauses.length - 2);
    },
  );

  it.each(
    declarations.flatMap((declaration, index) =>
      slips.slice(0, 5).map(([name, slip]) => [name, declaration, index, slip] as const),
    ),
  )('%s in `%s` costs no rule', (_name, declaration, index, slip) => {
    const text = packWith(clauses).replace(declaration, slip(declaration));
    expect(rulesOf(packOf(text)).map((rule) => [rule.name.text, rule.clauses.length])).toEqual([
      ['first', 2],
      ['changed', clauses.length],
      ['last', 2],
    ]);
    expect(packOf(text).items.length).toBeGreaterThanOrEqual(2 + declarations.length);
    expect(codesOf(text).length, declarations[index]).toBeLessThanOrEqual(1);
  });

  it.each([
    ['a missing brace', packWith(clauses).replace('\n}', ''), ['WB0109']],
    ['a brace too many', packWith(clauses).replace('\n}', '\n}\n}'), ['WB0101']],
    ['a missing opening brace', packWith(clauses).replace(' {\n', '\n'), ['WB0101']],
    ['a missing quote', packWith(clauses).replace('First"', 'First'), ['WB0103']],
  ])('%s gives one message, and costs no rule', (_, text, codes) => {
    expect(codesOf(text)).toEqual(codes);
    expect(rulesOf(packOf(text)).map((rule) => rule.name.text)).toEqual(['first', 'changed', 'last']);
  });

  it('goes on in a file without line ends', () => {
    const text = packWith(clauses).replaceAll('\n', ' ').replace('require a is', 'requier a is');
    expect(codesOf(text)).toEqual(['WB0101']);
    expect(rulesOf(packOf(text)).map((rule) => rule.name.text)).toEqual(['first', 'changed', 'last']);
  });

  it('tells nested purposes apart from declarations though they are not indented', () => {
    const text = 'pack t\npurpose a {\npurpose b {\npurpose c\n}\npurpose d\n}\ndefine e f';
    expect(codesOf(text)).toEqual(['WB0101']);
    expect(packOf(text).items[0]).toMatchObject({
      name: { text: 'a' },
      children: [{ children: [{}] }, { name: { text: 'd' } }],
    });
  });
});

const dutchSample = `pakket nl.test versie 1.0.0
  titel nl "T" en "T"
doelbinding r "R" {
  verplicht
  per d uit datasets waarbij d.a indien aanwezig
  vereist (doel is binnen d.doelen of niet a) en b is ten hoogste 6.1%
  uitgezonderd e voor x { grond "G" onverminderd vereist y is vastgelegd }
}
`;

const vocabularySample = `vocabulary t version 1.0.0
manifest m "M" { id: text role id "I" list: list of r keyed by name, other absent means none }
record r { name: one of c }
choices c { a nl "A" en "B" was b }
`;

function checkPlaces(text: string): void {
  const source = sourceText('x', text);
  const { diagnostics, file } = parsePolicy(source);
  const inside = (found: Diagnostic): boolean =>
    [
      found.span,
      ...found.related.map((place) => place.span),
      ...found.fixes.flatMap((fix) => fix.edits.map((edit) => edit.span)),
    ].every(({ start, end }) => Number.isSafeInteger(start) && 0 <= start && start <= end && end <= source.text.length);
  expect(diagnostics.filter((found) => !inside(found))).toEqual([]);
  checkSpans(file, source.text.length);
}

/** Every span of a tree lies within the text. */
function checkSpans(value: unknown, length: number): void {
  if (typeof value !== 'object' || value === null) return;
  if ('source' in value && 'start' in value && 'end' in value) {
    const { start, end } = value;
    const numbers = typeof start === 'number' && typeof end === 'number';
    if (!numbers || !(0 <= start && start <= end && end <= length)) throw new Error(`A span of ${start} to ${end}`);
    return;
  }
  for (const part of Object.values(value)) checkSpans(part, length);
}

const samples = [packWith(clauses), dutchSample, vocabularySample];

describe('any text', () => {
  it('that is the beginning of a file is read, with places inside it', () => {
    for (const sample of samples) for (let end = 0; end <= sample.length; end += 1) checkPlaces(sample.slice(0, end));
  });

  it('with words left out, doubled or moved is read, with places inside it', () => {
    const sample = fc.constantFrom(...samples).map((text) => text.split(/(?<=\s)|\b/));
    const change = fc.tuple(fc.nat(), fc.constantFrom('drop', 'double', 'swap'));
    fc.assert(
      fc.property(sample, fc.array(change, { minLength: 1, maxLength: 5 }), (words, changes) => {
        const changed = changes.reduce<readonly string[]>((text, [at, kind]) => {
          const index = 2 + (at % Math.max(1, text.length - 2));
          const word = text[index] ?? '';
          if (kind === 'drop') return text.toSpliced(index, 1);
          if (kind === 'double') return text.toSpliced(index, 0, word);
          return text.with(index % text.length, text[2] ?? '').with(2 % text.length, word);
        }, words);
        checkPlaces(changed.join(''));
      }),
    );
  });

  it('of any words and signs is read, with places inside it', () => {
    const words = keywords.flatMap((entry) => [...entry.en, ...entry.nl]);
    const signs = [
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      ':',
      ',',
      '.',
      '=',
      '<',
      '-',
      '/',
      '"',
      '“',
      "'",
      '`',
      '//',
      '\n',
      '\t',
      '%',
      '\u0000',
    ];
    const part = fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom(...signs),
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.constantFrom('5', '6,1%', '2026-02-30', 'a'),
    );
    const head = fc.constantFrom('pack t ', 'pakket t ', 'vocabulary t ', 'woordenlijst t ', '');
    fc.assert(
      fc.property(head, fc.array(part, { maxLength: 60 }), (first, parts) => checkPlaces(first + parts.join(' '))),
    );
  });

  it('is read twice the same', () => {
    const text = packWith(clauses.with(3, 'applies from then'));
    expect(parseText(text)).toEqual(parseText(text));
  });
});

describe('long texts', () => {
  it.each([
    ['words', 'word '],
    ['rules without an end', 'rule r { '],
    ['open texts', '"a\n'],
    ['wrong characters', '§ a '],
    ['braces', '} '],
    ['mistakes between declarations', 'x rule r { } '],
    ['mistakes between declarations of a line each', 'x rule r { }\n'],
    ['mistakes in declarations', 'rule r { requier a\n}\n'],
    ['mistakes between clauses', 'rule r { x require a x require b '],
  ])('of 20,000 %s are read', (_, part) => {
    expect(parseText(`pack t\n${part.repeat(20_000)}`).diagnostics).not.toEqual([]);
  });

  it('of 20,000 mistakes in one list or record are read', () => {
    expect(codesOf(`pack t define a: [ a ${', a b '.repeat(20_000)} ]`)).not.toEqual([]);
    expect(codesOf(`vocabulary t record r { ${'a: text 5 '.repeat(20_000)} }`)).not.toEqual([]);
  });

  it('with a mistake at the greatest depth are read', () => {
    expect(codesOf(`pack t define a: ${'('.repeat(256)} ) define b: c`)).toEqual(['WB0101']);
    expect(codesOf(`pack t define a: ${'(a is '.repeat(256)} define b: c`)).toEqual(['WB0101']);
  });

  it('are read by the grammar and not by their layout', () => {
    expect(codesOf('pack t\ndefine a: b is at most parameter\npurpose')).toEqual([]);
    expect(codesOf('pack t\ndefine a: parameter\npurpose b')).toEqual(['WB0101']);
  });
});
