import { expect, it } from 'vitest';
import { found, ruleOf } from './lint-for-test.ts';
import { unusedSource } from './unused-source.ts';

it('finds a source that nothing cites', () => {
  expect(found(unusedSource, `source other "Another"\n${ruleOf('require a')}`)).toEqual(['other']);
});

it.each([
  'rule s "S" { mandatory cites other "1" require b }',
  'rule s "S" { mandatory chosen by "us" require b except e when a { cites other "1" } }',
  'purpose p purpose q data collected for p may be used for q cites other "1"',
])('finds nothing where something does: %s', (items) => {
  expect(found(unusedSource, `source other "Another"\n${items}`)).toEqual([]);
});
