import { expect, it } from 'vitest';
import { found } from './lint-for-test.ts';
import { parameterWithoutReason } from './parameter-without-reason.ts';

const parameter = (setBy: string, because: string): string =>
  `parameter most: count = 3 set by ${setBy} because ${because} reconsider by 2030-01-01`;

it.each(['""', '"…"', '" - "', '"TODO"', '"n.v.t."', 'nl "" en "?"'])('finds the empty reason %s', (reason) => {
  expect(found(parameterWithoutReason, parameter('"us"', reason))).toEqual([reason]);
});

it('finds an empty name of who set it', () => {
  expect(found(parameterWithoutReason, parameter('"?"', '"few"'))).toEqual(['"?"']);
});

it.each(['"few"', '"todo lists are short"', 'nl "weinig" en ""', '"3"'])('finds nothing in %s', (reason) => {
  expect(found(parameterWithoutReason, parameter('"us"', reason))).toEqual([]);
});
