import { expect, it } from 'vitest';
import { found, ruleOf } from './lint-for-test.ts';
import { numberWithoutParameter } from './number-without-parameter.ts';

it.each([
  ['require n is at least 16', '16'],
  ['require s is at most 5%', '5%'],
  ['require day is after 2020-01-01', '2020-01-01'],
  ['require day is within 12 months', '12 months'],
  ['require a when n is more than 2', '2'],
  ['limit n to at most 3', '3'],
  ['require a except e { ground "x" lasts at most 6 months }', '6 months'],
  ['require some i in items: i.value is more than 2', '2'],
])('finds the number in: %s', (body, number) => {
  expect(found(numberWithoutParameter, ruleOf(body))).toEqual([number]);
});

it('finds a number in a definition', () => {
  expect(found(numberWithoutParameter, `define old: n is at least 65\n${ruleOf('require old')}`)).toEqual(['65']);
});

it.each(['require count items is at least 1', 'require n is more than 0', 'require word is "12"', 'require a is yes'])(
  'finds nothing in: %s',
  (body) => {
    expect(found(numberWithoutParameter, ruleOf(body))).toEqual([]);
  },
);

it('finds nothing where a parameter says who chose it', () => {
  const parameter = 'parameter most: number = 3 set by "us" because "few" reconsider by 2030-01-01\n';
  expect(found(numberWithoutParameter, parameter + ruleOf('limit n to at most most'))).toEqual([]);
});

it.each([
  ['from the age of 16 years', []],
  ['in 2016, and not before', ['16']],
  ['no less than 16,5', ['16']],
])('looks in the words that are quoted: %s', (words, numbers) => {
  const text = `source law "A law" rule r "R" { mandatory cites law "1" quoting "${words}" require n is at least 16 }`;
  expect(found(numberWithoutParameter, text)).toEqual(numbers);
});
