import { expect, it } from 'vitest';
import { found, ruleOf } from './lint-for-test.ts';
import { scopeMissing } from './scope-missing.ts';

const head = 'pack test.pack version 1.0.0 use test.words 1';

it('finds a pack with rules and no scope', () => {
  expect(found(scopeMissing, `${head}\n${ruleOf('require a')}`)).toEqual(['test.pack']);
});

it('finds nothing where a scope is stated', () => {
  expect(found(scopeMissing, ruleOf('require a'))).toEqual([]);
});

it('finds nothing in a pack without rules, which judges nothing', () => {
  expect(found(scopeMissing, `${head}\nsource law "A law"`)).toEqual([]);
});
