import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PurposeGraph } from '../core/core.ts';
import { none, type Value } from '../manifest/value.ts';
import type { Choice } from '../model/types.ts';
import { isWithin } from '../values/calendar.ts';
import { parseDecimal } from '../values/decimal.ts';
import { False, not, or, True, Unknown } from './kleene.ts';
import { orderPurposes } from './purposes.ts';
import { amongItems, comparedWith, type Moment, withinPeriod, yes } from './value-test.ts';
import { answersTo, compareOrdered, equalValues, isDate, isDuration } from './values.ts';

const purpose = (name: string): Value => ({ kind: 'purpose', purpose: name, case: undefined });
const graph: PurposeGraph = { purposes: new Map() };
const moment: Moment = { asOf: 20_000, purposes: orderPurposes(graph) };

const choice = (name: string): Choice => ({
  kind: 'choice',
  name,
  text: undefined,
  roles: [],
  was: [],
  span: { source: { name: 'words', text: '' }, start: 0, end: 0 },
});

const numbers = fc.constantFrom(
  '0',
  '0.05',
  '0.050000000000000000001',
  '5e-2',
  '-0.05',
  '1e399',
  '0.0500000001',
  '0.06',
);
const value: fc.Arbitrary<Value> = fc.oneof(
  numbers.map((text) => parseDecimal(text)),
  fc
    .oneof(fc.integer({ min: 19_600, max: 20_010 }), fc.constantFrom(19_999, 20_000, 20_001))
    .map((day): Value => ({ kind: 'date', day })),
  fc.record({ months: fc.nat(14), days: fc.nat(40) }).map((duration): Value => ({ kind: 'duration', duration })),
  fc.constantFrom<Value>(undefined, none, true, false, 'low', 'high', choice('low'), choice('high'), choice('middle')),
  fc.constantFrom('p/one', 'p/two').map(purpose),
);

describe('a test made for what it compares with', () => {
  it('gives an order as two values give it', () => {
    const operators = fc.constantFrom('less', 'at-most', 'more', 'at-least');
    fc.assert(
      fc.property(operators, value, value, (operator, left, limit) => {
        expect(comparedWith(operator, limit).judge(left, moment)).toBe(
          compareOrdered(answersTo[operator], left, limit),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('says of numbers clear of its limit what it says of each of them', () => {
    const operators = fc.constantFrom('less', 'at-most', 'more', 'at-least');
    fc.assert(
      fc.property(operators, numbers, numbers, (operator, left, right) => {
        const [number, limit] = [parseDecimal(left), parseDecimal(right)];
        const { judge, sides } = comparedWith(operator, limit);
        if (number === undefined || sides === undefined) throw new Error('numbers are compared by their sides');
        if (number.approximate < sides.below) expect(judge(number, moment)).toBe(sides.less);
        if (number.approximate > sides.above) expect(judge(number, moment)).toBe(sides.more);
      }),
    );
  });

  it('says whether two values are the same as they say themselves', () => {
    fc.assert(
      fc.property(value, value, (left, right) => {
        const same = equalValues(left, right, moment.purposes);
        expect(comparedWith('equal', right).judge(left, moment)).toBe(same);
        expect(comparedWith('not-equal', right).judge(left, moment)).toBe(not(same));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds a value among others as it is the same as one of them', () => {
    const choices = fc.array(fc.constantFrom<Value>(choice('low'), choice('middle')), { maxLength: 3 });
    fc.assert(
      fc.property(value, fc.oneof(choices, fc.array(value, { maxLength: 3 })), (one, items) => {
        const truths = items.map((item) => equalValues(one, item, moment.purposes));
        expect(amongItems(items).judge(one, moment)).toBe(truths.reduce(or, False));
      }),
      { numRuns: 2000 },
    );
  });

  it('knows a date within a period, and nothing of what is no date or no period', () => {
    fc.assert(
      fc.property(value, value, (date, period) => {
        const within =
          isDate(date) && isDuration(period) ? isWithin(date.day, period.duration, moment.asOf) : undefined;
        const expected = within === undefined ? Unknown : within ? True : False;
        expect(withinPeriod(period).judge(date, moment)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('knows yes from no, and neither from anything else', () => {
    const said: readonly Value[] = [true, false, undefined, none, 'yes'];
    expect(said.map((each) => yes.judge(each, moment))).toEqual([True, False, Unknown, Unknown, Unknown]);
  });
});
