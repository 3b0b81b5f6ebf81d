import type { Calendar } from '../calendar/calendar.ts';
import type { ProofTier } from '../reglement/document.ts';
import { type Day, addDays } from '../time/day.ts';
import { type ClockTime, type Instant, instantAt } from '../time/instant.ts';

/**
 * The first instant at which a proof comes too late for a tier. Hours run on the clock from the start
 * of the anchor's day (72 h from a Monday end with its Wednesday), days to the end of the last one,
 * the anchor's not counted; clear days leave out the last as well.
 *
 * @returns `null` where the school calendar does not tell
 */
export function proofDeadline(tier: ProofTier, anchor: Day, calendar: Calendar): Instant | null {
  const { within, unit } = tier;
  if (unit === 'hours') {
    const clock: ClockTime = `${String(within % 24).padStart(2, '0')}:00`;
    return instantAt(addDays(anchor, Math.floor(within / 24)), clock, calendar.timeZone);
  }
  const last = lastDay(unit, within, anchor, calendar);
  return last === null ? null : instantAt(last, '24:00', calendar.timeZone);
}

function lastDay(
  unit: Exclude<ProofTier['unit'], 'hours'>,
  within: number,
  anchor: Day,
  calendar: Calendar,
): Day | null {
  if (unit === 'clear') return addDays(anchor, within + 1);
  if (unit === 'calendar' || within === 0) return addDays(anchor, within);
  return calendar.daysAfter(unit, anchor, within);
}
