/** A day of the Gregorian calendar, by its numbers as people write them. */
export interface CivilDate {
  readonly year: number;
  /** From 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** A length of time: months first, then days. */
export interface Period {
  readonly months: number;
  readonly days: number;
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeap(year: number): boolean {
  if (year % 400 === 0) return true;
  if (year % 100 === 0) return false;
  return year % 4 === 0;
}

function lengthOfMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0);
}

function lengthOfYear(year: number): number {
  return isLeap(year) ? 366 : 365;
}

/** The date that lies so many days after 1970-01-01 (before it, when negative), found by walking the calendar. */
export function civilDate(daysSince1970: number): CivilDate {
  let year = 1970;
  let rest = daysSince1970;
  for (; rest < 0; rest += lengthOfYear(year)) year -= 1;
  for (; rest >= lengthOfYear(year); year += 1) rest -= lengthOfYear(year);
  let month = 1;
  for (; rest >= lengthOfMonth(year, month); month += 1) rest -= lengthOfMonth(year, month);
  return { year, month, day: rest + 1 };
}

/** The days from 1970-01-01 to a date, negative before it. */
export function daysSince1970({ year, month, day }: CivilDate): number {
  let days = day - 1;
  for (let before = 1; before < month; before += 1) days += lengthOfMonth(year, before);
  for (let before = 1970; before < year; before += 1) days += lengthOfYear(before);
  for (let after = year; after < 1970; after += 1) days -= lengthOfYear(after);
  return days;
}

/** Negative, zero or positive as left is before, on or after right. */
export function orderOfDates(left: CivilDate, right: CivilDate): number {
  return left.year - right.year || left.month - right.month || left.day - right.day;
}

/** Months first, the day then clamped to the end of the month, days after that (Meaning 8); with -1 the same backwards. */
export function moved(date: CivilDate, period: Period, direction: 1 | -1): CivilDate {
  let { year, month } = date;
  month += direction * period.months;
  while (month > 12) [year, month] = [year + 1, month - 12];
  while (month < 1) [year, month] = [year - 1, month + 12];
  const clamped = { year, month, day: Math.min(date.day, lengthOfMonth(year, month)) };
  return period.days === 0 ? clamped : civilDate(daysSince1970(clamped) + direction * period.days);
}

/** Meaning 8: a date is within a period if and only if date ≤ as-of ≤ date + period; a future date is not. */
export function isWithinPeriod(date: CivilDate, period: Period, asOf: CivilDate): boolean {
  return orderOfDates(date, asOf) <= 0 && orderOfDates(asOf, moved(date, period, 1)) <= 0;
}

/** The order of two periods where it is the same from whatever month one counts; else undefined. */
export function orderOfPeriods(left: Period, right: Period): number | undefined {
  const orders = new Set<number>();
  // The calendar repeats after four hundred years; what both have in common turns no answer.
  const common = Math.min(left.months, right.months);
  for (let start = 0; start < 4800; start += 1) {
    const first: CivilDate = { year: 2000 + Math.floor(start / 12), month: (start % 12) + 1, day: 1 };
    const end = (period: Period): number =>
      daysSince1970(moved(first, { months: period.months - common, days: 0 }, 1)) + period.days;
    orders.add(Math.sign(end(left) - end(right)));
    if (orders.size > 1) return undefined;
    if (left.months === right.months) break;
  }
  const [only] = orders;
  return only;
}
