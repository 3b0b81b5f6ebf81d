import type { Calendar } from '../calendar/calendar.ts';
import type { MonthDay } from '../reglement/document.ts';
import { type Day, day, schoolYearOf } from '../time/day.ts';
import { type Instant, instantAt, localDayOf } from '../time/instant.ts';

/** First and last day of a school year `2026-2027`: 1 September to 31 August. */
export function daysOfSchoolYear(schoolYear: string): { readonly from: Day; readonly until: Day } {
  return {
    from: day(`${schoolYear.slice(0, 4)}-09-01`),
    until: day(`${schoolYear.slice(5)}-08-31`),
  };
}

/** The school year of a moment and those after it. */
export function schoolYearsFrom(now: Instant, timeZone: string, count: number): string[] {
  const first = Number(schoolYearOf(localDayOf(now, timeZone)).slice(0, 4));
  return Array.from({ length: count }, (_, at) => `${first + at}-${first + at + 1}`);
}

/**
 * From when enrolments for a school year may be asked for: that day of the school year before, at
 * midnight.
 */
export function requestsOpenAt(
  schoolYear: string,
  nextYearFrom: MonthDay,
  calendar: Calendar,
): Instant {
  const starts = Number(schoolYear.slice(0, 4));
  const year = nextYearFrom >= '09-01' ? starts - 1 : starts;
  return instantAt(day(`${year}-${nextYearFrom}`), '00:00', calendar.timeZone);
}
