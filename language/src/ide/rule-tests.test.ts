import { describe, expect, it } from 'vitest';
import { markedWorkspace, wordsFixture } from './marked-for-test.ts';
import { ruleTestsOf } from './rule-tests.ts';
import { testCoverageOf } from './test-coverage.ts';

const pack = `pack p version 1.0.0
  use test.words 1

rule red-only "Only red" {
  mandatory chosen by "us" because "so"
  require colour is red
}
`;
const tests = `tests p as of 2026-11-24

test "red" {
  given { id: a, colour: red }
  expect red-only passes
}
`;

const files = { 'p.waarborg': pack, 'p.test.waarborg': tests, 'words.waarborg': wordsFixture };

describe('the tests of a file', () => {
  it('are named with their places, and not run', () => {
    const found = ruleTestsOf(markedWorkspace(files).snapshot, 'p.test.waarborg');
    expect(found?.pack).toBe('p');
    expect(found?.tests.map(({ name, span }) => [name, tests.slice(span.start, span.start + 10)])).toEqual([
      ['red', 'test "red"'],
    ]);
  });

  it('are listed where their policies have errors too', () => {
    const broken = markedWorkspace({ ...files, 'p.waarborg': `${pack}rule` }).snapshot;
    expect(ruleTestsOf(broken, 'p.test.waarborg')?.tests).toHaveLength(1);
    expect(testCoverageOf(broken, 'p.test.waarborg')).toEqual([]);
  });

  it('are none in a policy, in a manifest and nowhere', () => {
    const { snapshot } = markedWorkspace({ ...files, 'a.analysis.yaml': 'id: a\n' });
    for (const path of ['p.waarborg', 'a.analysis.yaml', 'nowhere']) {
      expect(ruleTestsOf(snapshot, path)).toBeUndefined();
    }
  });
});

describe('the coverage of a root', () => {
  const seen = (path: string, changed: object = {}) =>
    testCoverageOf(markedWorkspace({ ...files, ...changed }).snapshot, path).map((file) => [
      file.path,
      ...file.items.map(
        ({ kind, text, goals }) =>
          `${kind} ${text.en}: ${goals.flatMap((each) => (each.impossible ? [] : `${each.seen ? '+' : '-'}${each.value}`)).join(' ')}`,
      ),
    ]);

  it('says of rules and conditions what tests saw, whichever of its files is asked', () => {
    const expected = [
      ['p.waarborg', 'rule red-only: +pass -fail -unproven', 'condition colour is red: +true -false -unknown'],
    ];
    expect(seen('p.test.waarborg')).toEqual(expected);
    expect(seen('p.waarborg')).toEqual(expected);
  });

  it('sees nothing where nothing is tested', () => {
    expect(seen('p.waarborg', { 'p.test.waarborg': '' })).toEqual([]);
  });
});
