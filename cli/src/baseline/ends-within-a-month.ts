import { parseDate } from '@waarborg/language';

/** As many days before its end the end of an entry is announced, as that of a claim is. */
const announcedBefore = 31;

/** Whether a day, that day included, is within a month after an ISO date. */
export function endsWithinAMonth(until: number, asOf: string): boolean {
  const day = parseDate(asOf);
  return day !== undefined && day <= until && until <= day + announcedBefore;
}
