/** A date as the number of days since 1970-01-01 in the (proleptic) Gregorian calendar. */
export type Day = number;

/** A length of time in calendar months and days. */
export interface Duration {
  readonly months: number;
  readonly days: number;
}

const longestDuration = 100_000;

/** A whole date `YYYY-MM-DD` of the years 1 to 9999 that exists; undefined for anything else, partial dates included. */
export function parseDate(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayOf(year, month, day);
}

/** The date as `YYYY-MM-DD`. */
export function formatDate(day: Day): string {
  const { year, month, dayOfMonth } = parts(day);
  const digits = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}`;
}

/** The date a duration later: months first, the day then clamped to the end of the month, days after that. */
export function addDuration(day: Day, duration: Duration): Day {
  const { year, month, dayOfMonth } = parts(day);
  const months = year * 12 + (month - 1) + duration.months;
  const newYear = Math.floor(months / 12);
  const newMonth = months - newYear * 12 + 1;
  return dayOf(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth))) + duration.days;
}

/** True when the date lies in the period that ends on the as-of date, both bounds included; a future date does not. */
export function isWithin(day: Day, period: Duration, asOf: Day): boolean {
  if (day > asOf) return false;
  const { months, days } = period;
  // No month is shorter than 28 days or longer than 31: nearly always that decides, without a calendar.
  const passed = asOf - day - days;
  if (months >= 0 && passed <= months * 28) return true;
  if (months >= 0 && passed > months * 31) return false;
  return asOf <= addDuration(day, period);
}

/** The order of two durations; undefined where it depends on which months are meant (one month and thirty days). */
export function compareDurations(left: Duration, right: Duration): -1 | 0 | 1 | undefined {
  const months = left.months - right.months;
  const days = left.days - right.days;
  if (months === 0 && days === 0) return 0;
  if (months >= 0 && days >= 0) return 1;
  if (months <= 0 && days <= 0) return -1;
  const [shortest, longest] = spanOfMonths(Math.abs(months));
  const other = Math.abs(days);
  if (other < shortest) return months > 0 ? 1 : -1;
  if (other > longest) return months > 0 ? -1 : 1;
  if (shortest === longest) return 0;
  return undefined;
}

/** The fewest and the most days that so many months in a row can have. */
function spanOfMonths(months: number): readonly [number, number] {
  // Four hundred years have a whole number of months and days, so longer spans go by whole such periods.
  const [periods, rest] = [Math.floor(months / 4800), months % 4800];
  const [fewest, most] = spansWithinPeriod.get(rest) ?? measuredSpan(rest);
  return [fewest + periods * 146_097, most + periods * 146_097];
}

/** What was measured once: a manifest may compare the same limit with thousands of durations. */
const spansWithinPeriod = new Map<number, readonly [number, number]>();

function measuredSpan(months: number): readonly [number, number] {
  let [fewest, most] = [Number.POSITIVE_INFINITY, 0];
  for (let start = 0; start < 4800; start += 1) {
    const days = firstOf(start + months) - firstOf(start);
    fewest = Math.min(fewest, days);
    most = Math.max(most, days);
  }
  spansWithinPeriod.set(months, [fewest, most]);
  return [fewest, most];
}

function firstOf(months: number): Day {
  return dayOf(2000 + Math.floor(months / 12), (months % 12) + 1, 1);
}

const units: Readonly<Record<string, Duration>> = {
  day: { months: 0, days: 1 },
  days: { months: 0, days: 1 },
  dag: { months: 0, days: 1 },
  dagen: { months: 0, days: 1 },
  week: { months: 0, days: 7 },
  weeks: { months: 0, days: 7 },
  weken: { months: 0, days: 7 },
  month: { months: 1, days: 0 },
  months: { months: 1, days: 0 },
  maand: { months: 1, days: 0 },
  maanden: { months: 1, days: 0 },
  year: { months: 12, days: 0 },
  years: { months: 12, days: 0 },
  jaar: { months: 12, days: 0 },
  jaren: { months: 12, days: 0 },
};

/** A duration as written: `12 months`, `1 jaar`, `P1Y6M`; undefined for anything else or over 100,000 months or days. */
export function parseDuration(text: string): Duration | undefined {
  const iso = /^P(?=\d)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?$/.exec(text);
  if (iso !== null) {
    const [years, months, weeks, days] = iso.slice(1).map((part) => Number(part ?? 0));
    return bounded({ months: (years ?? 0) * 12 + (months ?? 0), days: (weeks ?? 0) * 7 + (days ?? 0) });
  }
  const words = /^(\d{1,6})\s+([a-z]+)$/i.exec(text);
  const unit = Object.hasOwn(units, words?.[2]?.toLowerCase() ?? '')
    ? units[words?.[2]?.toLowerCase() ?? '']
    : undefined;
  if (words === null || unit === undefined) return undefined;
  const amount = Number(words[1]);
  return bounded({ months: unit.months * amount, days: unit.days * amount });
}

function bounded(duration: Duration): Duration | undefined {
  return duration.months > longestDuration || duration.days > longestDuration ? undefined : duration;
}

/** The duration in words: `12 months` is `1 year`, in English or Dutch. */
export function formatDuration(duration: Duration, language: 'en' | 'nl'): string {
  const english = language === 'en';
  const counted = (amount: number, one: string, many: string): string => `${amount} ${amount === 1 ? one : many}`;
  const words: string[] = [];
  const years = Math.floor(duration.months / 12);
  const months = duration.months % 12;
  const weeks = duration.days % 7 === 0 ? duration.days / 7 : 0;
  if (years > 0) words.push(english ? counted(years, 'year', 'years') : `${years} jaar`);
  if (months > 0) words.push(english ? counted(months, 'month', 'months') : counted(months, 'maand', 'maanden'));
  if (weeks > 0) words.push(english ? counted(weeks, 'week', 'weeks') : counted(weeks, 'week', 'weken'));
  else if (duration.days > 0 || words.length === 0) {
    words.push(english ? counted(duration.days, 'day', 'days') : counted(duration.days, 'dag', 'dagen'));
  }
  return words.join(english ? ' and ' : ' en ');
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

// A year is counted from March here, so that the leap day is its last, in eras of 400 years, which repeat exactly.
const eraDays = 146_097;
const daysBefore1970 = 719_468;

/** The date of a year, a month from 1 and a day of it. */
function dayOf(year: number, month: number, day: number): Day {
  const yearFromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(yearFromMarch / 400);
  const yearOfEra = yearFromMarch - era * 400;
  const monthFromMarch = month <= 2 ? month + 9 : month - 3;
  const dayOfYear = daysBeforeMonth(monthFromMarch) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * eraDays + dayOfEra - daysBefore1970;
}

function parts(date: Day): { readonly year: number; readonly month: number; readonly dayOfMonth: number } {
  const shifted = date + daysBefore1970;
  const era = Math.floor(shifted / eraDays);
  const dayOfEra = shifted - era * eraDays;
  // The leap days that have passed by then are taken off, so that every year has 365 days.
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return { year, month, dayOfMonth: dayOfYear - daysBeforeMonth(monthFromMarch) + 1 };
}

/** The days of the year before a month, both counted from March: five months in a row always have 153 days. */
function daysBeforeMonth(monthFromMarch: number): number {
  return Math.floor((153 * monthFromMarch + 2) / 5);
}
