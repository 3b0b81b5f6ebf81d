import { type Instant, instantAt, localDayOf, localTimeOf } from '../time/instant.ts';
import type { Calendar } from './calendar.ts';

const MINUTE = 60_000;

/**
 * "Sous 48 h, hors week-end et jour férié": the end of a delay in working hours. Asked on a working
 * day, it ends at the same clock time so many working days later, even across a clock change; asked
 * on another day, it begins with the next working day, hence ends at the end of the last one counted.
 *
 * @param hours a multiple of 24
 * @throws RangeError when it is not
 */
export function workingHoursAfter(from: Instant, hours: number, calendar: Calendar): Instant {
  const { timeZone } = calendar;
  const asked = localDayOf(from, timeZone);
  const last = calendar.workingDaysAfter(asked, hours / 24);
  if (!calendar.isWorkingDay(asked)) return instantAt(last, '24:00', timeZone);
  const withinMinute = ((from % MINUTE) + MINUTE) % MINUTE;
  return (instantAt(last, localTimeOf(from, timeZone), timeZone) + withinMinute) as Instant;
}
