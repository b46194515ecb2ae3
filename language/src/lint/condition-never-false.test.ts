import { expect, it } from 'vitest';
import { conditionNeverFalse } from './condition-never-false.ts';
import { found, ruleOf } from './lint-for-test.ts';

it.each([
  ['require b and (a or not a)', '(a or not a)'],
  ['require s is at most 100%', 's is at most 100%'],
  ['require not (a and a is no)', undefined],
  ['require colour is one of [red, green, blue]', 'colour is one of [red, green, blue]'],
  ['require every i in items: (i.flag or not i.flag)', '(i.flag or not i.flag)'],
])('finds the smallest part in: %s', (body, part) => {
  // A negation of what is never true is found inside.
  expect(found(conditionNeverFalse, ruleOf(body))).toEqual(part === undefined ? [] : [part]);
});

it('finds nothing in what decides something', () => {
  expect(found(conditionNeverFalse, ruleOf('require a or b require s is less than 1 require n is at least 0'))).toEqual(
    [],
  );
});
