import { expect, it } from 'vitest';
import { found } from './lint-for-test.ts';
import { parameterWithoutReview } from './parameter-without-review.ts';

const parameter = 'parameter most: count = 3 set by "us" because "few"';

it('finds a parameter without a review date', () => {
  expect(found(parameterWithoutReview, parameter)).toEqual(['most']);
});

it('finds nothing where there is one, passed or not', () => {
  expect(found(parameterWithoutReview, `${parameter} reconsider by 2020-01-01`)).toEqual([]);
  expect(found(parameterWithoutReview, `${parameter} reconsider by 2030-01-01`)).toEqual([]);
});
