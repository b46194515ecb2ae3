import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../check/build-program.ts';
import type { Condition } from '../../core/core.ts';
import { compileProgram, judge } from '../../evaluate/judge.ts';
import { readDocuments } from '../../manifest/read-document.ts';
import { typeManifest } from '../../manifest/type-manifest.ts';
import { sourceText } from '../../source/source.ts';
import { parsePolicy } from '../../syntax/parse.ts';
import { parseDate } from '../../values/calendar.ts';
import { applyFixes } from '../apply-fixes.ts';
import { lintProgram } from '../lint.ts';
import { wordsForTest } from '../lint-for-test.ts';
import { isAtMost, isNeverFalse, isNeverTrue } from './decide.ts';
import { type Formula, formulasOf } from './formulas.ts';

const asOf = parseDate('2026-11-23') ?? 0;

function programOf(conditions: readonly string[]) {
  const requires = conditions.map((condition, index) => `  require c${index}: ${condition}\n`);
  const defines = 'define d: a and n is more than 2\ndefine e: m\n';
  const rule = `rule r "R" { mandatory chosen by "us"\n${requires.join('')}}\n`;
  const policy = sourceText('pack', `pack test.pack version 1.0.0\n  use test.words 1\n${purposes}${defines}${rule}`);
  const files = [sourceText('words', wordsForTest), policy].map(parsePolicy);
  const built = buildProgram(files);
  const errors = built.diagnostics.map(({ code, message }) => `${code} ${message.en}: ${conditions.join(' // ')}`);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return { files, built };
}

const purposes = 'purpose safety { purpose policing }\npurpose order same as safety\n';

function conditionsOf(texts: readonly string[]): readonly Condition[] {
  const { program } = programOf(texts).built;
  return program.packs
    .flatMap(({ rules }) => rules)
    .flatMap(({ obligations }) => obligations.map((each) => each.condition));
}

function formulas(...texts: readonly string[]): readonly Formula[] {
  return formulasOf(conditionsOf(texts));
}

function never(text: string): 'true' | 'false' | undefined {
  const [formula] = formulas(text);
  if (formula === undefined) return undefined;
  if (isNeverTrue(formula)) return 'true';
  return isNeverFalse(formula) ? 'false' : undefined;
}

function atMost(first: string, second: string): boolean {
  const [one, other] = formulas(first, second);
  return one !== undefined && other !== undefined && isAtMost(one, other);
}

describe('what is never true', () => {
  it.each([
    'a and not a',
    'a and a is no',
    'n is more than 5 and n is less than 3',
    'n is more than 5 and 5 >= n',
    'n is 0.05 and n is not 0.050',
    'n is less than m and m is less than n',
    'colour is red and colour is blue',
    'colour is one of [red, green] and colour is blue',
    'colour is not red and colour is not green and colour is not blue',
    'word is "x" and word is "y"',
    'day is after 2020-01-01 and day is before 2019-01-01',
    's is more than 100%',
    'k is less than 0',
    'count items is less than 0',
    'a and (b or n is 3) and not b and n is not 3',
    'not (a or not a)',
    'd and not a',
    'd and n is at most 2',
    'n is not n',
    '(some i in items: i.flag) and not (some j in items: j.flag)',
    'purpose is within safety and not purpose is within safety',
    'shut is recorded and shut is not recorded',
    'n is e and not (n is m)',
  ])('%s', (text) => {
    expect(never(text)).toBe('true');
  });
});

describe('what is never false', () => {
  it.each([
    'a or not a',
    'a is yes or a is no',
    'n is less than 5 or n is at least 3',
    'colour is one of [red, green, blue]',
    'colour is not red or colour is not blue',
    's is at most 1',
    'k is at least 0',
    'count items is at least 0',
    'a or b or (not a and not b)',
    'not (a and not a)',
    'n is n',
  ])('%s', (text) => {
    expect(never(text)).toBe('false');
  });
});

describe('what is said of neither', () => {
  it.each([
    'a',
    'a and not b',
    'n is more than 5 and n is less than 6',
    'n is less than m and m is more than n',
    'k is less than 1',
    's is 0',
    'colour is red or colour is blue',
    'word is not "x" and word is not "y"',
    'colours contains red and not colours contains blue',
    'colours contains red and colours contains blue',
    'purpose is safety and purpose is order',
    'term is at most 12 months and term is at least 52 weeks',
    'items is recorded and a',
    'n - m is less than 0',
  ])('%s', (text) => {
    expect(never(text)).toBeUndefined();
  });
});

describe('what is at most another', () => {
  it.each([
    ['a', 'a'],
    ['n is more than 5', 'n is more than 3'],
    ['n is 4', 'n is one of [4, 5]'],
    ['a and b', 'a'],
    ['a', 'a or b'],
    ['colour is red', 'colour is not blue'],
    ['n is less than m', 'n is at most m'],
    ['d', 'n is more than 1'],
    ['(a and b) or (a and n is 3)', 'a'],
  ])('%s; %s', (first, second) => {
    expect(atMost(first, second)).toBe(true);
  });

  it.each([
    ['a', 'b'],
    ['n is more than 3', 'n is more than 5'],
    // Where `a` is missing the first is unknown, and the second may be false.
    ['a and not a', 'b'],
    ['b', 'a or not a'],
    // Where there is no number the second is unknown, or false where its absence is recorded.
    ['n is more than 5', 'n is recorded'],
    ['n is recorded', 'n is more than 5'],
    ['a', 'a and b'],
  ])('but not %s; %s', (first, second) => {
    expect(atMost(first, second)).toBe(false);
  });
});

it('decides nothing where writing it out would take too long', () => {
  const parts = Array.from({ length: 12 }, (_, index) => `(n is ${index} or m is ${index})`);
  expect(never(`${parts.join(' and ')} and a and not a`)).toBeUndefined();
});

it('is done in time with conditions of any size', () => {
  const numbers = Array.from({ length: 3000 }, (_, index) => `${index}`);
  const texts = [
    numbers.map((number) => `n is ${number}`).join(' or '),
    numbers.map((number) => `n + ${number} is m`).join(' and '),
    `n is one of [${numbers.join(', ')}] and n is not one of [${numbers.join(', ')}]`,
  ];
  const { files, built } = programOf(texts);
  const begin = performance.now();
  const found = lintProgram(built, files, asOf).map(({ code }) => code);
  expect(found).toContain('condition-never-true');
  expect(performance.now() - begin).toBeLessThan(10_000);
});

// ---------------------------------------------------------------- against the evaluator

const leaf = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'd',
    'a is no',
    'b is not yes',
    'a is b',
    'n is n',
    'n is 1.0',
    'shut is recorded',
    'n is recorded',
  ),
  fc.constantFrom('purpose is safety', 'purpose is order', 'purpose is within safety', 'purpose falls under policing'),
  fc.constantFrom(
    'colours contains red',
    'items is not recorded',
    'some i in items: i.flag',
    'every j in items: j.flag',
  ),
  fc.constantFrom('some i in items: i.value is more than 1', 'count items is at least 0', 'count items is more than 1'),
  fc
    .tuple(
      fc.constantFrom('n', 'm', 'e', 'k', 'highest items.value'),
      fc.constantFrom('is', 'is not', 'is less than', 'is at most', 'is more than', 'is at least'),
      fc.constantFrom('0', '1', '2', 'n', 'm'),
    )
    .map((words) => words.join(' ')),
  fc
    .tuple(fc.constantFrom('is', 'is not', 'is less than', 'is at least'), fc.constantFrom('0', '5%', '0.05', '1'))
    .map((words) => `s ${words.join(' ')}`),
  fc
    .tuple(fc.constantFrom('is', 'is not'), fc.constantFrom('red', 'green', 'blue'))
    .map((words) => `colour ${words.join(' ')}`),
  fc
    .tuple(fc.constantFrom('is one of', 'is not one of'), fc.subarray(['red', 'green', 'blue'], { minLength: 1 }))
    .map(([operator, names]) => `colour ${operator} [${names.join(', ')}]`),
  fc
    .tuple(fc.constantFrom('is', 'is not'), fc.constantFrom('"x"', '"y"', '""'))
    .map((words) => `word ${words.join(' ')}`),
  fc
    .tuple(
      fc.constantFrom('is', 'is before', 'is after', 'is on or after'),
      fc.constantFrom('2020-01-01', '2020-01-02', '2021-02-28'),
    )
    .map((words) => `day ${words.join(' ')}`),
  fc
    .tuple(
      fc.constantFrom('is', 'is not', 'is at most', 'is more than'),
      fc.constantFrom('1 months', '30 days', '31 days', '12 months'),
    )
    .map((words) => `term ${words.join(' ')}`),
);

const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    tie('condition').map((part) => `(not ${part})`),
    fc
      .tuple(fc.constantFrom(' and ', ' or '), fc.array(tie('condition'), { minLength: 2, maxLength: 4 }))
      .map(([word, parts]) => `(${parts.map((part) => `(${part})`).join(word)})`),
  ),
}));

const field = <T extends string>(name: string, ...values: readonly T[]) =>
  fc.constantFrom(undefined, 'none', ...values).map((value) => (value === undefined ? '' : `${name}: ${value}\n`));

const manifest = fc
  .tuple(
    field('a', 'yes', 'no'),
    field('b', 'yes', 'no'),
    field('n', '-1', '0', '0.5', '1', '1.5', '2', '3'),
    field('m', '0', '1', '1.0', '2', '7'),
    field('s', '0', '3%', '5%', '0.5', '1', '7'),
    field('k', '0', '1', '2', '-3', '1.5'),
    field('word', 'x', 'y', 'z', '""'),
    field('day', '2019-12-31', '2020-01-01', '2020-01-02', '2021-02-28', '2030-01-01'),
    field('term', '1 months', '30 days', '4 weeks', '1 years', '31 days'),
    field('colour', 'red', 'green', 'blue', 'mauve'),
    field('colours', '[]', '[red]', '[red, blue]', '[green, none]'),
    field('purpose', 'safety', 'order', 'policing', 'unheard-of'),
    field('shut', 'something', '""'),
    field(
      'items',
      '[]',
      '[{ name: i, flag: yes, value: 1 }]',
      '[{ name: i, flag: no, value: 2 }, { name: j, value: 0 }]',
    ),
  )
  .map((fields) => `vocabulary: test.words 1\nid: test\n${fields.join('')}`);

const ranks: Readonly<Record<string, number>> = { fail: 0, unproven: 1, pass: 2 };

/** The value of each of some conditions for each of some manifests: 0 is false, 1 unknown, 2 true. */
function valuesOf(texts: readonly string[], manifests: readonly string[]): readonly (readonly number[])[] {
  const { program } = programOf(texts).built;
  const compiled = compileProgram(program);
  return manifests.map((text) => {
    const [document] = readDocuments(sourceText('manifest', text), 'yaml').documents;
    if (document === undefined) throw new Error('a text has a document');
    const results = judge(compiled, typeManifest(document, program), asOf).results;
    const findings = results.flatMap((result) => result.findings);
    return texts.map((_, index) => {
      const found = findings.find(({ obligation }) => obligation === `c${index}`);
      return ranks[found?.outcome ?? 'pass'] ?? -1;
    });
  });
}

const manifests = fc.array(manifest, { minLength: 12, maxLength: 12 });

describe('against the evaluator, for whatever manifest', () => {
  it('what is never true is never true, and what is never false is never false', () => {
    let claims = 0;
    fc.assert(
      fc.property(condition, manifests, (text, texts) => {
        const claim = never(text);
        if (claim === undefined) return;
        claims += 1;
        const values = valuesOf([text], texts).flat();
        expect(values).not.toContain(claim === 'true' ? 2 : 0);
      }),
    );
    expect(claims).toBeGreaterThan(0);
  });

  it('what is at most another is', () => {
    let claims = 0;
    fc.assert(
      fc.property(condition, condition, manifests, (one, other, texts) => {
        for (const [first, second] of [
          [one, other],
          [`(${one}) and (${other})`, one],
          [one, `(${other}) or (${one})`],
        ] as const) {
          if (!atMost(first, second)) continue;
          claims += 1;
          for (const [left = 0, right = 0] of valuesOf([first, second], texts)) expect(left).toBeLessThanOrEqual(right);
        }
      }),
    );
    expect(claims).toBeGreaterThan(0);
  });

  it('a fix changes no value', () => {
    let fixes = 0;
    fc.assert(
      fc.property(condition, manifests, (text, texts) => {
        const { files, built } = programOf([text]);
        const [, pack] = files;
        if (pack === undefined) return;
        const { source, applied } = applyFixes(pack.source, lintProgram(built, files, asOf));
        if (applied.length === 0) return;
        fixes += 1;
        const fixed = /require c0: ([\s\S]*)\n\}/.exec(source.text)?.[1] ?? '';
        expect(fixed.length).toBeLessThan(text.length);
        expect(valuesOf([fixed], texts)).toEqual(valuesOf([text], texts));
      }),
    );
    expect(fixes).toBeGreaterThan(0);
  });
});
