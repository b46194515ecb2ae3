import { type Day, parseDate } from '@waarborg/language';

/** The day that it is in the Netherlands: the one time that a clock is read. */
export function today(): Day {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Amsterdam',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const part = new Map(parts.formatToParts(new Date()).map(({ type, value }) => [type, value]));
  const day = parseDate(`${part.get('year')}-${part.get('month')}-${part.get('day')}`);
  if (day === undefined) throw new Error('the clock gives no date');
  return day;
}
