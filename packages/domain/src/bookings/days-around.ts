import type { Calendar } from '../calendar/calendar.ts';
import { openDaysOf, spanOf } from '../calendar/spans.ts';
import type { Reason } from '../explain/reasons.ts';
import type { ActivityRules, DaysRule } from '../reglement/document.ts';
import type { Day } from '../time/day.ts';

/** How many different days, `on` left out, are in its week, month or period. */
export function daysAround(
  days: readonly Day[],
  on: Day,
  per: DaysRule['per'],
  calendar: Calendar,
): number {
  const { from, until } = spanOf(per, on, calendar);
  return new Set(days.filter((day) => day !== on && from <= day && day <= until)).size;
}

/**
 * Why one day more is too many: the greatest number of the rules, or what they leave to others of
 * the days the activity runs. `null` where none is exceeded, or the child comes that day already.
 *
 * @param days days on which the child comes to the activity for another session
 */
export function tooManyDays(
  activity: ActivityRules,
  days: readonly Day[],
  on: Day,
  calendar: Calendar,
): Reason | null {
  if (days.includes(on)) return null;
  for (const { per, max, leave } of activity.days) {
    if (max === null && leave === undefined) continue;
    const around = daysAround(days, on, per, calendar);
    if (max !== null && around >= max) return { code: 'maxDays', max, per };
    if (leave === undefined) continue;
    const span = spanOf(per, on, calendar);
    const open = openDaysOf(activity.kind, span, calendar, activity.code).length;
    // Of no day at all, as where nobody says the school zone, none is left to others.
    if (open > 0 && around >= open - leave) return { code: 'leaveDays', leave, open, per };
  }
  return null;
}
