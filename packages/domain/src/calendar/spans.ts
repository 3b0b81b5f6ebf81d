import type { ActivityKind, PeriodUnit } from '../reglement/document.ts';
import {
  type Day,
  addDays,
  day,
  eachDay,
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  weekdayOf,
} from '../time/day.ts';
import type { Calendar } from './calendar.ts';
import { runsOn } from './plan-sessions.ts';
import { schoolYearDays } from './school-holidays.ts';
import type { DaySpan } from './school-periods.ts';

export type { DaySpan } from './school-periods.ts';

/**
 * The week, month… around a day. A trimester is that of a school: September to December, January to
 * March, April to August. A `period` that the school calendar does not tell is its school year,
 * which nothing known divides.
 */
export function spanOf(per: PeriodUnit, on: Day, calendar: Calendar): DaySpan {
  switch (per) {
    case 'day':
      return { from: on, until: on };
    case 'week': {
      const monday = mondayOf(on);
      return { from: monday, until: addDays(monday, 6) };
    }
    case 'month':
      return { from: firstOfMonth(on), until: lastOfMonth(on) };
    case 'trimester':
      return trimesterOf(on);
    case 'period':
      return calendar.periodOf(on) ?? schoolYearDays(on);
    case 'calendarYear':
      return { from: day(`${on.slice(0, 4)}-01-01`), until: day(`${on.slice(0, 4)}-12-31`) };
    case 'schoolYear':
      return schoolYearDays(on);
  }
}

/**
 * The days of a span on which an activity of that kind runs, in order: those on which its sessions
 * are planned. Nothing on closures, nothing where the school calendar is not known.
 *
 * @param activityCode to leave out what is closed for it alone; `null` = what is closed for all
 */
export function openDaysOf(
  kind: ActivityKind,
  { from, until }: DaySpan,
  calendar: Calendar,
  activityCode: string | null = null,
): Day[] {
  return eachDay(from, until).filter(
    (on) =>
      runsOn[kind](calendar.dayKind(on).kind, weekdayOf(on)) &&
      calendar.closureOn(on, null, activityCode) === null,
  );
}

function trimesterOf(on: Day): DaySpan {
  const year = on.slice(0, 4);
  const month = on.slice(5, 7);
  if (month <= '03') return { from: day(`${year}-01-01`), until: day(`${year}-03-31`) };
  return month <= '08'
    ? { from: day(`${year}-04-01`), until: day(`${year}-08-31`) }
    : { from: day(`${year}-09-01`), until: day(`${year}-12-31`) };
}
