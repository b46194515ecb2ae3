import { expect, it } from 'vitest';
import { found, ruleOf } from './lint-for-test.ts';
import { unusedDefine } from './unused-define.ts';

it('finds a definition that no rule leads to, and those that only it uses', () => {
  expect(found(unusedDefine, `define c: a\ndefine d: c and b\n${ruleOf('require a')}`)).toEqual(['c', 'd']);
});

it('finds nothing where a rule leads to it', () => {
  expect(found(unusedDefine, `define c: a\ndefine d: c and b\n${ruleOf('require d')}`)).toEqual([]);
  expect(found(unusedDefine, `define c: a\n${ruleOf('require b except e when c')}`)).toEqual([]);
});

it('finds nothing in a pack without rules, whose definitions are for others', () => {
  expect(found(unusedDefine, 'define c: a')).toEqual([]);
});
