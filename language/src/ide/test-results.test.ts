import { describe, expect, it } from 'vitest';
import { markedWorkspace, wordsFixture } from './marked-for-test.ts';
import { type TestChoice, testResultsOf, verdictOf } from './test-results.ts';

const pack = `pack p version 1.0.0
  use test.words 1
rule bright "Bright" { mandatory chosen by "us" because "so" require r: colour is red was light }
rule dark "Dark" { mandatory chosen by "us" because "so" require b: colour is blue }
`;
const tests = `tests p as of 2026-11-24
test "red" {
  given { id: a, colour: red }
  expect bright fails
}
test "blue" {
  given { id: a, colour: blue }
  expect dark passes
}
`;
const dutch =
  'toetsen p op peildatum 2026-11-24\ntoets "licht" {\n  gegeven { id: a, colour: red }\n  verwacht dat light wordt nageleefd\n}\n';
const files = { 'p.waarborg': pack, 'a.test.waarborg': tests, 'b.test.waarborg': dutch, 'v.waarborg': wordsFixture };

function results(
  path: string,
  choice: TestChoice = {},
  given: Readonly<Record<string, string>> = files,
): readonly string[] {
  const { snapshot } = markedWorkspace(given);
  return testResultsOf(snapshot, path, choice).flatMap((file) => {
    const cases = file.cases.map(({ name, status }) => `${file.path} ${name}: ${status}`);
    const mistakes = file.mistakes.map(({ message }) => `${file.path}: ${message.en}`);
    return [...cases, ...mistakes, ...(file.notRun === undefined ? [] : [`${file.path}: ${file.notRun.message.nl}`])];
  });
}

describe('running tests', () => {
  it('of a file, one of it, a rule by any of its names, and a program', () => {
    expect(results('a.test.waarborg')).toEqual(['a.test.waarborg red: failed', 'a.test.waarborg blue: passed']);
    expect(results('a.test.waarborg', { test: 'blue' })).toEqual(['a.test.waarborg blue: passed']);
    expect(results('p.waarborg', { rule: 'p/bright' })).toEqual([
      'a.test.waarborg red: failed',
      'b.test.waarborg licht: passed',
    ]);
    expect(results('p.waarborg').length).toBe(3);
  });

  it('is nothing where nothing is wanted', () => {
    expect(results('a.test.waarborg', { test: 'green' })).toEqual([]);
    expect(results('p.waarborg', { rule: 'p/none' })).toEqual([]);
  });

  it('comes to the worst of all, and to nothing without a test', () => {
    const verdict = (path: string, choice: TestChoice, given: Readonly<Record<string, string>> = files) =>
      verdictOf(testResultsOf(markedWorkspace(given).snapshot, path, choice));
    expect(verdict('a.test.waarborg', {})).toBe('failed');
    expect(verdict('a.test.waarborg', { test: 'blue' })).toBe('passed');
    expect(verdict('a.test.waarborg', { test: 'green' })).toBe('none');
    const wrong = { ...files, 'a.test.waarborg': tests.replace('expect bright', 'expect brihgt') };
    expect(verdict('a.test.waarborg', {}, wrong)).toBe('error');
    expect(verdict('a.test.waarborg', { test: 'blue' }, wrong)).toBe('passed');
    expect(verdict('a.test.waarborg', { test: 'red' }, wrong)).toBe('error');
    expect(verdict('p.waarborg', {}, { ...files, 'p.waarborg': `${pack}rule` })).toBe('error');
  });

  it('says why tests are not run, and what is wrong with them', () => {
    const wrong = { ...files, 'p.waarborg': pack.replace('is blue', 'is grene') };
    expect(results('a.test.waarborg', {}, wrong)).toEqual([
      expect.stringMatching(/^a\.test\.waarborg: Deze toetsen worden niet uitgevoerd: .*grene/),
    ]);
    const missing = { ...files, 'a.test.waarborg': tests.replace('expect dark', 'expect drak') };
    expect(results('a.test.waarborg', {}, missing)).toEqual([
      'a.test.waarborg red: failed',
      'a.test.waarborg blue: error',
      expect.stringContaining('drak'),
    ]);
    expect(results('c.test.waarborg', {}, { ...files, 'c.test.waarborg': '' })[0]).toContain('This file says nothing');
  });
});
