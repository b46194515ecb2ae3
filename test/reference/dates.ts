import { type CivilDate, civilDate, daysSince1970, moved } from './civil-date.ts';
import type { Draw } from './draw.ts';

/** A date as it is written. */
export function writeDate({ year, month, day }: CivilDate): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

const asOfDates: readonly CivilDate[] = [
  { year: 2026, month: 11, day: 23 },
  { year: 2026, month: 3, day: 31 },
  { year: 2025, month: 2, day: 28 },
  { year: 2024, month: 2, day: 29 },
  { year: 2024, month: 3, day: 1 },
  { year: 2025, month: 12, day: 31 },
];

/** A date to judge on, more often than not at the end of a month. */
export function drawAsOf(draw: Draw): CivilDate {
  return draw.pick(asOfDates);
}

/** The lengths of time that policies and manifests of a case have in common, so that bounds are met. */
export const terms: readonly (readonly [text: string, months: number, days: number])[] = [
  ['1 month', 1, 0],
  ['30 days', 0, 30],
  ['12 months', 12, 0],
  ['1 year', 12, 0],
  ['6 weeks', 0, 42],
  ['1 day', 0, 1],
  ['0 days', 0, 0],
  ['31 days', 0, 31],
];

/** A date at, just before or just after a bound that a term before or after the as-of date makes. */
export function drawDate(draw: Draw, asOf: CivilDate): CivilDate {
  const [, months, days] = draw.pick(terms);
  const bound = draw.percent(25) ? asOf : moved(asOf, { months, days }, draw.percent(65) ? -1 : 1);
  return civilDate(daysSince1970(bound) + draw.pick([0, 0, 0, -1, 1]));
}

/** A date that is past on the as-of date, for what begins; or one that is yet to come, for what ends. */
export function drawBound(draw: Draw, asOf: CivilDate, way: 'begins' | 'ends'): CivilDate {
  const direction = way === 'begins' ? -1 : 1;
  if (draw.percent(15)) return drawDate(draw, asOf);
  const days = draw.pick([0, 0, 1, 10, 30, 31, 32, 100]);
  return moved(asOf, { months: 0, days }, direction);
}
