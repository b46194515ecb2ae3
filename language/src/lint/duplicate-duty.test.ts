import { expect, it } from 'vitest';
import { duplicateDuty } from './duplicate-duty.ts';
import { found } from './lint-for-test.ts';

const pair = (one: string, other: string): readonly string[] =>
  found(
    duplicateDuty,
    `rule r "R" { mandatory chosen by "us" ${one} } rule s "S" { recommended chosen by "us" ${other} }`,
  );

it.each([
  ['require a', 'require named: a'],
  ['require a and b', 'require b and a'],
  ['when a require b', 'when a require b next step "Do"'],
  ['for each i in items require i.flag', 'for each other in items require other.flag'],
  ['require some i in items: i.flag', 'require some x in items: x.flag'],
  ['require s is at most 5%', 'require s is at most 0.050'],
  ['require a require b', 'require b require a'],
  ['require a except e when b', 'require a except f when b'],
])('finds the second of: %s; %s', (one, other) => {
  expect(pair(one, other)).toEqual(['s']);
});

it.each([
  ['require a', 'require b'],
  ['require a', 'when b require a'],
  ['require every i in items: i.flag', 'require some i in items: i.flag'],
  ['for each i in items require i.flag', 'for each i in items if any require i.flag'],
  ['require a', 'require a except e when b'],
  ['require a except e when b', 'require a except e when b { still require n is 1 }'],
  ['require a', 'require a applies from 2020-01-01'],
  ['require n is less than m', 'require m is less than n'],
])('finds nothing in: %s; %s', (one, other) => {
  expect(pair(one, other)).toEqual([]);
});
