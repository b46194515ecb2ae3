import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDuration,
  compareDurations,
  formatDate,
  formatDuration,
  isWithin,
  parseDate,
  parseDuration,
} from './calendar.ts';

function day(text: string): number {
  const parsed = parseDate(text);
  if (parsed === undefined) throw new Error(`${text} is a date`);
  return parsed;
}

const months = (count: number) => ({ months: count, days: 0 });

describe('dates', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '2026-1-1',
    '2026-11',
    '23-11-2026',
    '2026-11-23T00:00',
  ])('does not take %s for a date', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  it('knows leap days', () => {
    expect(parseDate('2024-02-29')).toBeDefined();
    expect(parseDate('2000-02-29')).toBeDefined();
    expect(parseDate('1900-02-29')).toBeUndefined();
    expect(formatDate(day('0001-01-01'))).toBe('0001-01-01');
    expect(formatDate(day('9999-12-31'))).toBe('9999-12-31');
  });

  it('agrees with the platform, and is its own inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: day('0001-01-01'), max: day('9999-12-31') }), (count) => {
        const text = formatDate(count);
        expect(parseDate(text)).toBe(count);
        expect(text).toBe(new Date(count * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });
});

describe('calendar arithmetic', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-02-28', 12, '2024-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-08-31', -6, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i months is %s', (from, count, to) => {
    expect(formatDate(addDuration(day(from), months(count)))).toBe(to);
  });

  it('adds days after months', () => {
    expect(formatDate(addDuration(day('2026-01-31'), { months: 1, days: 1 }))).toBe('2026-03-01');
  });

  it('is within on both bounds, and never in the future', () => {
    const period = months(12);
    expect(isWithin(day('2025-11-23'), period, day('2026-11-23'))).toBe(true);
    expect(isWithin(day('2025-11-22'), period, day('2026-11-23'))).toBe(false);
    expect(isWithin(day('2026-11-23'), period, day('2026-11-23'))).toBe(true);
    expect(isWithin(day('2026-11-24'), period, day('2026-11-23'))).toBe(false);
    expect(isWithin(day('2024-02-29'), period, day('2025-02-28'))).toBe(true);
    expect(isWithin(day('2024-02-29'), period, day('2025-03-01'))).toBe(false);
  });

  it('goes by whole months', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), fc.nat(500), fc.nat(500), (start, first, second) => {
        const target = addDuration(start, months(first + second));
        const [year = 0, month = 0] = formatDate(start).split('-').map(Number);
        const [targetYear = 0, targetMonth = 0, targetDay = 0] = formatDate(target).split('-').map(Number);
        expect(targetYear * 12 + targetMonth).toBe(year * 12 + month + first + second);
        expect(targetDay).toBeLessThanOrEqual(Number(formatDate(start).slice(8)));
      }),
    );
  });
});

describe('durations', () => {
  it.each([
    ['12 months', 12, 0],
    ['1 year', 12, 0],
    ['2 jaar', 24, 0],
    ['30 dagen', 0, 30],
    ['2 weken', 0, 14],
    ['P1Y2M3W4D', 14, 25],
  ])('reads %s', (text, monthCount, days) => {
    expect(parseDuration(text)).toEqual({ months: monthCount, days });
  });

  it.each(['', '12', 'months', '1.5 months', 'P', 'P1H', '999999 months', '1 constructor', '-1 month'])(
    'does not take %s for a duration',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );

  it('orders durations only where no choice of months could turn it', () => {
    expect(compareDurations(months(12), { months: 12, days: 0 })).toBe(0);
    expect(compareDurations(months(1), { months: 0, days: 27 })).toBe(1);
    expect(compareDurations(months(1), { months: 0, days: 28 })).toBeUndefined();
    expect(compareDurations(months(1), { months: 0, days: 31 })).toBeUndefined();
    expect(compareDurations(months(1), { months: 0, days: 32 })).toBe(-1);
    expect(compareDurations(months(12), { months: 0, days: 365 })).toBeUndefined();
    expect(compareDurations(months(12), { months: 0, days: 364 })).toBe(1);
    expect(compareDurations(months(4800), { months: 0, days: 146_097 })).toBe(0);
  });

  it('orders durations as every date on which they may begin does, and again so', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(1900), fc.integer({ min: 0, max: 200_000 }), (monthCount, days, start) => {
        const order = compareDurations(months(monthCount), { months: 0, days });
        expect(compareDurations(months(monthCount), { months: 0, days })).toBe(order);
        expect(compareDurations({ months: 0, days }, months(monthCount))).toBe(
          order === undefined ? undefined : 0 - order,
        );
        const length = addDuration(start, months(monthCount)) - start;
        if (order !== undefined) expect(Math.sign(length - days)).toBe(order);
      }),
    );
  });

  it('says a duration in words', () => {
    expect(formatDuration(months(12), 'en')).toBe('1 year');
    expect(formatDuration({ months: 14, days: 0 }, 'en')).toBe('1 year and 2 months');
    expect(formatDuration({ months: 1, days: 0 }, 'nl')).toBe('1 maand');
    expect(formatDuration({ months: 0, days: 14 }, 'nl')).toBe('2 weken');
    expect(formatDuration({ months: 0, days: 0 }, 'en')).toBe('0 days');
  });
});
