import { describe, expect, it } from 'vitest';
import { buildProgram } from '../check/build-program.ts';
import { sourceText } from '../source/source.ts';
import { parsePolicy } from '../syntax/parse.ts';
import { parseTests } from '../syntax/parse-tests.ts';
import { coverageOf } from './coverage.ts';
import { runTests } from './run-tests.ts';

const words = `vocabulary w version 1.0.0
manifest thing {
  id: text role id  a: yes-no  b: yes-no  n: count  tags: list of text  shut: text absent means none  items: list of item keyed by name
  others: list of other keyed by label
  exceptions: list of claimed keyed by reference absent means none role claims
}
record item { name: text  v: share }
record other { label: text  name: text }
record claimed {
  reference: text  exception: text role claimed-exception  ground: text role ground  by: text role accountable
  begins: date role begins  ends: date role ends  reason: text role reason
}`;

/** What is seen (+), missed (-) and impossible (!) of a rule with a body, for tests of it. */
function seenOf(body: string, tests: string, more = ''): readonly string[] {
  const pack = `pack p version 1.0.0\nuse w 1\n${more}\nrule r { mandatory chosen by "us"\n${body}\n}`;
  const checked = buildProgram([sourceText('w', words), sourceText('p', pack)].map(parsePolicy));
  const parsed = parseTests(sourceText('t', `tests p\n${tests}`));
  const run = runTests([parsed], checked, { asOf: 20_000, observe: true, readManifest: () => undefined });
  const wrong = [...checked.diagnostics, ...run.diagnostics];
  if (wrong.length > 0) throw new Error(wrong.map(({ message }) => message.en).join('\n'));
  const { items } = coverageOf(checked.program, run.observations, new Set(['p']));
  return items.map(({ text, goals }) => {
    const values = goals.map(({ value, seen, impossible }) => `${seen ? '+' : impossible ? '!' : '-'}${value}`);
    return `${text.en}: ${values.join(' ')}`;
  });
}

function test(given: string, outcome: string): string {
  return `test "${given}" { given { ${given} } expect r ${outcome} }\n`;
}

describe('coverage', () => {
  it('counts each outcome that a rule can have, and each value of its conditions', () => {
    expect(seenOf('require c: a', test('a: yes', 'passes'))).toEqual([
      'r: +pass -fail -unproven !excepted !not-applicable',
      'a: +true -false -unknown',
    ]);
    const all = test('a: yes', 'passes') + test('a: no', 'fails') + test('b: no', 'is unproven');
    expect(seenOf('require c: a', all)).toEqual([
      'r: +pass +fail +unproven !excepted !not-applicable',
      'a: +true +false +unknown',
    ]);
  });

  it('counts the parts of a clause beside the whole, and what a definition says once', () => {
    const found = seenOf('when few\nrequire c: a or few', test('a: yes n: 1', 'passes'), 'define few: n < 3');
    expect(found).toEqual([
      'r: +pass !fail -unproven !excepted -not-applicable',
      'n < 3: +true -false -unknown',
      'a or few: +true !false !unknown',
      'a: +true -false -unknown',
    ]);
  });

  it('does not count an outcome that a test did not expect', () => {
    expect(seenOf('require c: a', test('a: no', 'passes'))[0]).toBe(
      'r: -pass -fail -unproven !excepted !not-applicable',
    );
  });

  it('counts what happens to an exception', () => {
    const body = 'require c: a\nexcept e when shut is recorded\nexcept f { ground need }';
    expect(seenOf(body, test('a: no', 'fails') + test('a: no shut: x', 'is excepted by e'))).toEqual([
      'r: -pass +fail -unproven +excepted !not-applicable',
      'e: +true +false !unknown',
      'f: -true +false -unknown',
      'a: -true +false -unknown',
      'shut is recorded: +true +false !unknown',
    ]);
  });
});

describe('what cannot happen', () => {
  it.each([
    [
      'whether a closed field is recorded is always known',
      'require c: shut is recorded',
      'shut is recorded: -true +false !unknown',
    ],
    [
      'what applies only where it is known is known in the duty',
      'when n < 3\nrequire c: n < 2',
      'n < 2: -true -false !unknown',
    ],
    ['what a guard asks is so', 'require c: a or b when a', 'a or b: -true !false !unknown'],
    ['what cannot be at once is not', 'when n > 5\nrequire c: n < 2', 'n < 2: !true -false !unknown'],
    [
      'what a list has is known where it is known to lack another thing',
      'when not tags contains "x"\nrequire c: tags contains "y"',
      'tags contains "y": -true -false !unknown',
    ],
    [
      'an item has its key',
      'for each item in items\nrequire c: item.name is recorded',
      'item.name is recorded: -true !false -unknown',
    ],
    [
      'an item has its key where some are asked for, and one that says nothing at all has an unknown one',
      'require c: some item in items: item.name is recorded',
      'item.name is recorded: -true !false -unknown',
    ],
    [
      'an item has its key where items are counted',
      'require c: (count item in items where item.name is recorded) > 1',
      'item.name is recorded: -true !false -unknown',
    ],
    [
      'the key of one list is no key of another',
      'for each item in items\nrequire c: some other in others: other.name is recorded',
      'other.name is recorded: -true -false -unknown',
    ],
    ['an unguarded duty may be anything', 'require c: a or b', 'a or b: -true -false +unknown'],
    [
      'otherwise is asked where the guard is false',
      'require c: b when a otherwise a or b',
      'a or b: -true -false -unknown',
    ],
  ])('%s', (_, body, line) => {
    expect(seenOf(body, test('id: x', 'passes'))).toContain(line);
  });
});
