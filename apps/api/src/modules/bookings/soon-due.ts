import { workingHoursAfter } from '@preau/domain/calendar/working-hours';
import { type Instant, localDayOf } from '@preau/domain/time/instant';
import { findReglementOn, type VersionRow } from '../reglements/reglements.public.ts';

/** An answer is nearly due a working day before: what is due on Monday is so on Friday. */
const nearHours = 24;
const hour = 3_600_000;

/**
 * Until when an answer counts as nearly due, by the calendar of the règlement in force.
 * @param versions compiled by who asks; where none is in force nothing was asked either
 */
export function soonDue(versions: readonly VersionRow[], now: Instant): Instant {
  const found = findReglementOn(versions, localDayOf(now, 'UTC'));
  if (found === undefined) return (now + nearHours * hour) as Instant;
  return workingHoursAfter(now, nearHours, found.reglement.calendar);
}
