import { expect, it } from 'vitest';
import { found, ruleOf } from './lint-for-test.ts';
import { untestedRule } from './untested-rule.ts';

const rules = `${ruleOf('require c: a')}rule s { mandatory cites law "2" require c: b was old }\n`;
const tests = (...expected: readonly string[]): string =>
  `tests test.pack\ntest "t" { given { a: yes } ${expected.map((each) => `expect ${each} passes`).join(' ')} }`;

it('finds the rules that no test names, in a pack that has tests', () => {
  expect(found(untestedRule, rules, tests('r'))).toEqual(['s']);
  expect(found(untestedRule, rules, tests('r', 's'))).toEqual([]);
  expect(found(untestedRule, rules, tests('test.pack/r', 'old'))).toEqual([]);
  expect(found(untestedRule, rules, tests('other/r'))).toEqual(['r', 's']);
});

it('says nothing where no tests are linted, or those of another pack', () => {
  expect(found(untestedRule, rules)).toEqual([]);
  expect(found(untestedRule, rules, tests('r').replace('test.pack', 'another.pack'))).toEqual([]);
});
