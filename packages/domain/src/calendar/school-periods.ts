import { type Day, addDays, daysBetween } from '../time/day.ts';
import { type KnownCalendar, type SchoolHoliday, schoolYearDays } from './school-holidays.ts';

/** Both days included. */
export type DaySpan = { readonly from: Day; readonly until: Day };

/** A bridge (« pont de l’Ascension ») interrupts a term and does not end it. */
const SHORTEST_HOLIDAY_DAYS = 5;

/**
 * One school holiday, or the term between two: from the day classes resume to the eve of the next
 * holiday. Where a table begins or ends with a term, that term begins or ends with its school year.
 *
 * @returns `null` where the school calendar is not known
 */
export function schoolPeriodOf(known: KnownCalendar, on: Day): DaySpan | null {
  if (on < known.from || on > known.until) return null;
  const year = schoolYearDays(on);
  let { from, until } = year;
  for (const holiday of known.holidays) {
    if (!isPeriod(holiday)) continue;
    if (holiday.from <= on && on <= holiday.until) {
      return { from: holiday.from, until: holiday.until };
    }
    if (holiday.until < on && holiday.until >= from) from = addDays(holiday.until, 1);
    if (holiday.from > on && holiday.from <= until) until = addDays(holiday.from, -1);
  }
  return { from, until };
}

function isPeriod({ from, until }: SchoolHoliday): boolean {
  return daysBetween(from, until) + 1 >= SHORTEST_HOLIDAY_DAYS;
}
