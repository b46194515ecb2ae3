import { expect, it } from 'vitest';
import { exceptionWithoutEnd } from './exception-without-end.ts';
import { found, ruleOf } from './lint-for-test.ts';

it.each(['except e', 'except e { ground "x" }', 'except e when a { agreed by "boss" }'])('finds: %s', (exception) => {
  expect(found(exceptionWithoutEnd, ruleOf(`require b ${exception}`))).toEqual(['e']);
});

it.each([
  'except e { ground "x" lasts at most 6 months }',
  // Nobody claims it: it holds as long as its condition does.
  'except e when a',
  'except e { ground "x" } applies until 2030-01-01',
])('finds nothing in: %s', (exception) => {
  expect(found(exceptionWithoutEnd, ruleOf(`require b ${exception}`))).toEqual([]);
});
