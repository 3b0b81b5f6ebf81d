import type { Calendar } from '../calendar/calendar.ts';
import { type Day, addDays, eachDay, mondayOf, weekdayOf } from '../time/day.ts';
import type { DayCondition, LimitOverride } from './document.ts';

/**
 * The first override whose conditions all hold for the day of a session; `null` = none does;
 * `unknown` where the school calendar does not tell whether one does that comes first.
 */
export function overrideFor(
  overrides: readonly LimitOverride[] | undefined,
  on: Day,
  calendar: Calendar,
): LimitOverride | 'unknown' | null {
  for (const override of overrides ?? []) {
    const answers = override.when.map((condition) => dayMeets(condition, on, calendar));
    if (answers.includes(false)) continue;
    return answers.includes(null) ? 'unknown' : override;
  }
  return null;
}

/** Whether a condition holds for the day of a session; `null` where the school calendar does not tell. */
export function dayMeets(condition: DayCondition, on: Day, calendar: Calendar): boolean | null {
  switch (condition.kind) {
    case 'publicHolidayOn':
      return calendar.isPublicHoliday(addDays(mondayOf(on), condition.weekday - 1));
    case 'publicHolidayInWeek': {
      const monday = mondayOf(on);
      return eachDay(monday, addDays(monday, 4)).some((day) => calendar.isPublicHoliday(day));
    }
    case 'dayAfterPublicHoliday':
      return calendar.isPublicHoliday(addDays(on, -1));
    case 'firstDayAfterHolidays':
      return isFirstAfterHolidays(on, calendar);
    case 'firstWeekAfterHolidays':
      return isFirstWeekAfterHolidays(on, calendar);
    case 'schoolHolidays':
      return calendar.isInSchoolHolidays(on);
    case 'weekday':
      return condition.in.includes(weekdayOf(on));
    case 'dates':
      return condition.from <= on && on <= condition.until;
  }
}

/** A day with class, school holidays lying between it and the one before. */
function isFirstAfterHolidays(on: Day, calendar: Calendar): boolean | null {
  const hasClass = calendar.isDayOf('school', on);
  if (hasClass !== true) return hasClass;
  const before = calendar.daysBefore('school', on, 1);
  if (before === null) return null;
  // A bridge interrupts a term and does not end it: who says « la rentrée » does not mean that.
  const term = calendar.periodOf(on);
  return (
    term !== null &&
    before < term.from &&
    eachDay(addDays(before, 1), addDays(on, -1)).some(
      (day) => calendar.isInSchoolHolidays(day) === true,
    )
  );
}

function isFirstWeekAfterHolidays(on: Day, calendar: Calendar): boolean | null {
  const monday = mondayOf(on);
  const answers = eachDay(monday, addDays(monday, 6)).map((day) =>
    isFirstAfterHolidays(day, calendar),
  );
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}
