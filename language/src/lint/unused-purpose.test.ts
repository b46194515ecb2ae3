import { expect, it } from 'vitest';
import { found, ruleOf } from './lint-for-test.ts';
import { unusedPurpose } from './unused-purpose.ts';

it('finds a purpose that stands apart', () => {
  expect(found(unusedPurpose, 'purpose lonely\npurpose wide { purpose narrow }')).toEqual(['lonely']);
});

it.each([
  'purpose other under lonely',
  'purpose other same as lonely',
  'purpose other { purpose inner } data collected for lonely may be used for other cites law "1" source law "A law"',
  `${ruleOf('require purpose is within lonely')}`,
  'parameter one: purpose = lonely set by "us" because "so" reconsider by 2030-01-01',
])('finds nothing where something joins it: %s', (items) => {
  expect(found(unusedPurpose, `purpose lonely\n${items}`)).toEqual([]);
});
