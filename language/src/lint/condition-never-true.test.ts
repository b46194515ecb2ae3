import { expect, it } from 'vitest';
import { conditionNeverTrue } from './condition-never-true.ts';
import { found, ruleOf } from './lint-for-test.ts';

it.each([
  ['require b or (a and not a)', '(a and not a)'],
  ['when n is more than m and n is less than m require a', 'n is more than m and n is less than m'],
  ['require every i in items: (i.flag and not i.flag)', '(i.flag and not i.flag)'],
  ['limit count i in items where i.value is 0 and i.value is 1 to at most 1', 'i.value is 0 and i.value is 1'],
  ['require a when b otherwise n is m and n is not m', 'n is m and n is not m'],
  ['when a when not a require b', 'not a'],
  ['when a require b when a is no', 'a is no'],
  ['when a for each i in items when not a require i.flag', 'not a'],
])('finds the smallest part in: %s', (body, part) => {
  expect(found(conditionNeverTrue, ruleOf(body))).toEqual([part]);
});

it('finds it in a definition, once, however often that is used', () => {
  const text = `define d: a and not a\n${ruleOf('require d or b require d when b')}`;
  expect(found(conditionNeverTrue, text)).toEqual(['a and not a']);
});

it.each(['when a require not a', 'when a require b when not n is 0', 'require a and not b'])(
  'finds nothing in: %s',
  (body) => {
    expect(found(conditionNeverTrue, ruleOf(body))).toEqual([]);
  },
);
