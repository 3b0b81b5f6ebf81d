import { boundedMemo } from '../memo/bounded-memo.ts';
import type { CalendarRules, KnownDayUnit } from '../reglement/document.ts';
import { type Day, weekdayOf } from '../time/day.ts';
import { countedDays, walkDays } from './counted-days.ts';
import { publicHolidays } from './public-holidays.ts';
import { type KnownCalendar, schoolCalendarOf } from './school-holidays.ts';
import { type DaySpan, schoolPeriodOf } from './school-periods.ts';

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
  /** Last day of the school calendar that is known. */
  readonly knownUntil: Day;
  /** Jour ouvré: Monday to Friday, not a public holiday. School holidays and closures count. */
  isWorkingDay(on: Day): boolean;
  /** The nth working day strictly before `on`, `count ≥ 1`. */
  workingDaysBefore(on: Day, count: number): Day;
  /** The nth working day strictly after `on`, `count ≥ 1`. */
  workingDaysAfter(on: Day, count: number): Day;
  /** Whether a day is of that kind; `null` where the school calendar does not tell. */
  isDayOf(unit: KnownDayUnit, on: Day): boolean | null;
  /** The nth day of that kind strictly before `on`, `count ≥ 1`; `null` where it is not known. */
  daysBefore(unit: KnownDayUnit, on: Day, count: number): Day | null;
  /** The nth day of that kind strictly after `on`, `count ≥ 1`; `null` where it is not known. */
  daysAfter(unit: KnownDayUnit, on: Day, count: number): Day | null;
  /** Whether the nation, the territory or the town makes it a public holiday. */
  isPublicHoliday(on: Day): boolean;
  /** Whether it lies in school holidays, weekends and public holidays included; `null` = not known. */
  isInSchoolHolidays(on: Day): boolean | null;
  /** The school holidays around a day, or the term between two; `null` where that is not known. */
  periodOf(on: Day): DaySpan | null;
  dayKind(on: Day): DayKind;
  /** The first closure, in the given order, that holds for this facility and activity that day. */
  closureOn(on: Day, facilityId: string | null, activityCode: string | null): Closure | null;
};

const DAYS_REMEMBERED = 5_000;

const school: DayKind = Object.freeze({ kind: 'school' });
const offDay: DayKind = Object.freeze({ kind: 'offDay' });
const weekend: DayKind = Object.freeze({ kind: 'weekend' });

/**
 * The calendar of an organisation, each answer computed once.
 *
 * @param closures those published beside the règlement's own, which come after them
 */
export function compileCalendar(rules: CalendarRules, closures: readonly Closure[]): Calendar {
  const known = schoolCalendarOf(rules);
  const isUnsaid = rules.schoolZone === 'notStated' && rules.schoolHolidays === undefined;
  const ownClosures = closuresOf(rules);
  const holidayName = holidayNames(rules);
  const isKnown = (on: Day) => known.from <= on && on <= known.until;
  const isPublicHoliday = (on: Day) => holidayName(on) !== null;
  const dayKind = boundedMemo(DAYS_REMEMBERED, (on: Day) =>
    kindOf(on, rules, known, holidayName(on)),
  );
  const closuresOn = boundedMemo(DAYS_REMEMBERED, (on: Day) =>
    [...closures, ...ownClosures].filter((closure) => closure.from <= on && on <= closure.until),
  );
  const days = countedDays(rules, {
    isPublicHoliday,
    isClosed: (on) => ownClosures.some(({ from, until }) => from <= on && on <= until),
    hasClass: (on) => {
      const { kind } = dayKind(on);
      return kind === 'unknown' ? null : kind === 'school';
    },
  });
  return {
    timeZone: rules.timeZone,
    knownUntil: known.until,
    isWorkingDay: (on) => days.working(on) === true,
    workingDaysBefore: (on, count) => workingDay(walkDays(days.working, on, count, -1), on),
    workingDaysAfter: (on, count) => workingDay(walkDays(days.working, on, count, 1), on),
    isDayOf: (unit, on) => days[unit](on),
    daysBefore: (unit, on, count) => walkDays(days[unit], on, count, -1),
    daysAfter: (unit, on, count) => walkDays(days[unit], on, count, 1),
    isPublicHoliday,
    isInSchoolHolidays: (on) => (isKnown(on) ? holidayAround(known, on) !== undefined : null),
    periodOf: boundedMemo(DAYS_REMEMBERED, (on: Day) =>
      isUnsaid ? null : schoolPeriodOf(known, on),
    ),
    dayKind,
    closureOn: (on, facilityId, activityCode) =>
      closuresOn(on).find(
        (closure) =>
          (closure.facilityId === null || closure.facilityId === facilityId) &&
          (closure.activityCode === null || closure.activityCode === activityCode),
      ) ?? null,
  };
}

/** What the règlement itself closes, everywhere. */
function closuresOf({ closures = [] }: CalendarRules): readonly Closure[] {
  return closures.map(({ from, until, name }) => ({
    from,
    until,
    label: name,
    facilityId: null,
    activityCode: null,
  }));
}

/** The name of the public holiday of a day, the town's own included; `null` = it is none. */
function holidayNames({ territory, townHolidays = [] }: CalendarRules): (on: Day) => string | null {
  const own = new Map(townHolidays.map(({ on, name }) => [on, name]));
  return (on) => publicHolidays(Number(on.slice(0, 4)), territory).get(on) ?? own.get(on) ?? null;
}

function workingDay(found: Day | null, on: Day): Day {
  if (found === null) throw new RangeError(`No working day near ${on}`);
  return found;
}

function holidayAround(known: KnownCalendar, on: Day) {
  return known.holidays.find(({ from, until }) => from <= on && on <= until);
}

/**
 * The first that holds: public holiday, weekend, school holiday, unknown, class or not. Public
 * holidays and weekends are known in every year, so they are said even beyond the school calendar.
 */
function kindOf(
  on: Day,
  rules: CalendarRules,
  known: KnownCalendar,
  publicHoliday: string | null,
): DayKind {
  if (publicHoliday !== null) return { kind: 'publicHoliday', name: publicHoliday };
  const weekday = weekdayOf(on);
  const hasClass = rules.schoolWeek.includes(weekday);
  if (weekday >= 6 && !hasClass) return weekend;
  if (on < known.from || on > known.until) return { kind: 'unknown', after: known.until };
  const holiday = holidayAround(known, on);
  if (holiday !== undefined) return { kind: 'schoolHoliday', name: holiday.name };
  return hasClass ? school : offDay;
}
