import type { Calendar } from '../calendar/calendar.ts';
import { addDays, type Day, firstOfMonth } from '../time/day.ts';
import { type Instant, instantAt } from '../time/instant.ts';
import type { Limit, UnitRules } from './document.ts';

/**
 * The first instant that is too late, as wall-clock time in the organisation's zone: a request made
 * one millisecond earlier is in time. Hours of working days keep the clock time of the session's
 * start, even when a clock change lies between; "24:00" is the end of the counted day.
 */
export function limitInstant(
  limit: Limit,
  unit: Pick<UnitRules, 'startsAt'>,
  on: Day,
  calendar: Calendar,
): Instant {
  switch (limit.kind) {
    case 'workingHoursBefore': {
      const limitDay = calendar.workingDaysBefore(on, limit.hours / 24);
      return instantAt(limitDay, unit.startsAt, calendar.timeZone);
    }
    case 'workingDaysBefore': {
      const limitDay = calendar.workingDaysBefore(on, limit.days);
      return instantAt(limitDay, limit.at, calendar.timeZone);
    }
    case 'dayOfPrecedingMonth':
      return instantAt(dayOfPrecedingMonth(on, limit.day), limit.at, calendar.timeZone);
  }
}

/** That day of the month before the one of `on`, or its last day where the month is too short. */
export function dayOfPrecedingMonth(on: Day, dayOfMonth: number): Day {
  const last = addDays(firstOfMonth(on), -1);
  const wanted = addDays(firstOfMonth(last), dayOfMonth - 1);
  return wanted < last ? wanted : last;
}
