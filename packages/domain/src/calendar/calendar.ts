import { boundedMemo } from '../memo/bounded-memo.ts';
import type { CalendarRules } from '../reglement/document.ts';
import { type Day, addDays, weekdayOf } from '../time/day.ts';
import { publicHolidays } from './public-holidays.ts';
import { knownFrom, knownUntil, schoolHolidays } from './school-holidays.ts';

/** Days on which a facility, an activity, or (both `null`) everything is closed. Both ends included. */
export type Closure = {
  readonly from: Day;
  readonly until: Day;
  readonly label: string;
  readonly facilityId: string | null;
  readonly activityCode: string | null;
};

export type DayKind =
  | { readonly kind: 'school' }
  /** A weekday of term without class: the Wednesday of a four-day week. */
  | { readonly kind: 'offDay' }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'publicHoliday'; readonly name: string }
  | { readonly kind: 'schoolHoliday'; readonly name: string }
  /** The school calendar is not published for this day; `after` is the last day that is known. */
  | { readonly kind: 'unknown'; readonly after: Day };

export type Calendar = {
  readonly timeZone: string;
  /** Jour ouvré: Monday to Friday, not a public holiday. School holidays and closures count. */
  isWorkingDay(on: Day): boolean;
  /** The nth working day strictly before `on`, `count ≥ 1`. */
  workingDaysBefore(on: Day, count: number): Day;
  /** The nth working day strictly after `on`, `count ≥ 1`. */
  workingDaysAfter(on: Day, count: number): Day;
  dayKind(on: Day): DayKind;
  /** The first closure, in the given order, that holds for this facility and activity that day. */
  closureOn(on: Day, facilityId: string | null, activityCode: string | null): Closure | null;
};

const DAYS_REMEMBERED = 5_000;

const school: DayKind = Object.freeze({ kind: 'school' });
const offDay: DayKind = Object.freeze({ kind: 'offDay' });
const weekend: DayKind = Object.freeze({ kind: 'weekend' });

/** The calendar of an organisation, each answer computed once. */
export function compileCalendar(rules: CalendarRules, closures: readonly Closure[]): Calendar {
  const holidayName = (on: Day) =>
    publicHolidays(Number(on.slice(0, 4)), rules.territory).get(on) ?? null;
  const isWorkingDay = boundedMemo(
    DAYS_REMEMBERED,
    (on: Day) => weekdayOf(on) <= 5 && holidayName(on) === null,
  );
  const dayKind = boundedMemo(DAYS_REMEMBERED, (on: Day) => kindOf(on, rules, holidayName(on)));
  const closuresOn = boundedMemo(DAYS_REMEMBERED, (on: Day) =>
    closures.filter((closure) => closure.from <= on && on <= closure.until),
  );
  return {
    timeZone: rules.timeZone,
    isWorkingDay,
    dayKind,
    workingDaysBefore: (on, count) => walk(isWorkingDay, on, count, -1),
    workingDaysAfter: (on, count) => walk(isWorkingDay, on, count, 1),
    closureOn: (on, facilityId, activityCode) =>
      closuresOn(on).find(
        (closure) =>
          (closure.facilityId === null || closure.facilityId === facilityId) &&
          (closure.activityCode === null || closure.activityCode === activityCode),
      ) ?? null,
  };
}

/** The nth working day from `on`, `on` left out. */
function walk(isWorkingDay: (on: Day) => boolean, on: Day, count: number, step: 1 | -1): Day {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`Not a number of working days: ${count}`);
  }
  let found = on;
  for (let left = count; left > 0; ) {
    found = addDays(found, step);
    if (isWorkingDay(found)) left -= 1;
  }
  return found;
}

/**
 * The first that holds: public holiday, weekend, school holiday, unknown, class or not. Public
 * holidays and weekends are known in every year, so they are said even beyond the school calendar.
 */
function kindOf(on: Day, rules: CalendarRules, publicHoliday: string | null): DayKind {
  if (publicHoliday !== null) return { kind: 'publicHoliday', name: publicHoliday };
  const weekday = weekdayOf(on);
  const hasClass = rules.schoolWeek.includes(weekday);
  if (weekday >= 6 && !hasClass) return weekend;
  const until = knownUntil(rules.schoolZone);
  if (on < knownFrom(rules.schoolZone) || on > until) return { kind: 'unknown', after: until };
  const holiday = schoolHolidays(rules.schoolZone).find(
    (candidate) => candidate.from <= on && on <= candidate.until,
  );
  if (holiday !== undefined) return { kind: 'schoolHoliday', name: holiday.name };
  return hasClass ? school : offDay;
}
