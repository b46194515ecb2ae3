import { expect, it } from 'vitest';
import { found } from './lint-for-test.ts';
import { sourceNotInForce } from './source-not-in-force.ts';

// Tests lint as of 2026-11-23.
const cited = (dates: string, own = ''): readonly string[] =>
  found(sourceNotInForce, `source law "A law" ${dates}\nrule r "R" { mandatory cites law "art. 1" ${own} require a }`);

it.each(['applies from 2026-11-24', 'applies until 2026-11-22'])('finds a citation of a source that %s', (dates) => {
  expect(cited(dates)).toEqual(['law "art. 1"']);
});

it.each(['', 'applies from 2026-11-23', 'applies until 2026-11-23'])('finds nothing with the dates %j', (dates) => {
  expect(cited(dates)).toEqual([]);
});

it('finds nothing in a rule that is itself not in force', () => {
  expect(cited('applies from 2027-01-01', 'applies from 2027-01-01')).toEqual([]);
  expect(cited('applies from 2027-01-01', 'applies from 2020-01-01')).toHaveLength(1);
});

it('looks at exceptions and compatibilities too', () => {
  const old = 'source old "An old law" applies until 2020-01-01\n';
  const rule = 'rule r "R" { mandatory chosen by "us" require a except e when b { cites old "2" } }';
  expect(found(sourceNotInForce, old + rule)).toEqual(['old "2"']);
  const purposes = 'purpose p purpose q data collected for p may be used for q cites old "3"';
  expect(found(sourceNotInForce, old + purposes)).toEqual(['old "3"']);
});
