import { addDays, type Day, mondayOf, weekdayOf } from '@preau/domain/time/day';
import { type Instant, localDayOf } from '@preau/domain/time/instant';

/** The week to open on: the present one, or on a week-end the one that comes. */
export function weekToOpen(now: Instant, timeZone: string): Day {
  const today = localDayOf(now, timeZone);
  return weekdayOf(today) >= 6 ? addDays(mondayOf(today), 7) : mondayOf(today);
}
