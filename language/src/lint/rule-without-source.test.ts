import { expect, it } from 'vitest';
import { found, ruleOf } from './lint-for-test.ts';
import { ruleWithoutSource } from './rule-without-source.ts';

it('finds a rule that cites nothing', () => {
  expect(found(ruleWithoutSource, 'rule r "R" { mandatory chosen by "us" require a }')).toEqual(['r']);
});

it('finds nothing where a source is cited, whatever it says', () => {
  expect(found(ruleWithoutSource, ruleOf('require a'))).toEqual([]);
});

it('does not take the source of an exception for that of the rule', () => {
  const text = 'source law "A law" rule r "R" { mandatory chosen by "us" require a except e when b { cites law "1" } }';
  expect(found(ruleWithoutSource, text)).toEqual(['r']);
});
