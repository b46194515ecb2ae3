import { expect, it } from 'vitest';
import { found, ruleOf } from './lint-for-test.ts';
import { unusedParameter } from './unused-parameter.ts';

const parameter = 'parameter most: number = 3 set by "us" because "few" reconsider by 2030-01-01\n';

it('finds a parameter that no rule leads to', () => {
  expect(found(unusedParameter, parameter + ruleOf('require a'))).toEqual(['most']);
  expect(found(unusedParameter, `${parameter}define d: n is at most most\n${ruleOf('require a')}`)).toEqual(['most']);
});

it.each(['limit n to at most most', 'require n is parameter most', 'require d'])('finds nothing with: %s', (body) => {
  const define = 'define d: n is at most most\n';
  expect(found(unusedParameter, parameter + define + ruleOf(body))).toEqual([]);
});
