import { addDuration, type Day } from '../values/calendar.ts';

/** As many days before the end of a claim or an explanation that something rests on, its end is announced. */
const announcedBefore = 31;

/** Whether something that holds until a day, that day included, ends within a month of a date, and has not ended. */
export function endsSoon(ends: Day, asOf: Day): boolean {
  return asOf <= ends && ends <= addDuration(asOf, { months: 0, days: announcedBefore });
}
