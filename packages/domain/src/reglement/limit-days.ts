import type { Calendar } from '../calendar/calendar.ts';
import type { Reason } from '../explain/reasons.ts';
import {
  type Day,
  addDays,
  dayFromNumber,
  dayNumber,
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  weekdayOf,
} from '../time/day.ts';
import type { ClockTime } from '../time/instant.ts';
import type { DayUnit, Limit, LimitRule, Opening, UnitRules } from './document.ts';

/** A wall-clock moment, or why nobody can tell it. */
export type LimitMoment = { readonly on: Day; readonly at: ClockTime } | LimitUnknown;

export type LimitUnknown = { readonly unknown: Reason };

/** What a limit is counted from beside the day of the session. */
export type LimitAround = {
  readonly unit: Pick<UnitRules, 'startsAt'>;
  readonly calendar: Calendar;
  /** First day of the stay the session belongs to. */
  readonly stayFrom: Day;
  readonly opening: Opening | null;
};

const MINUTES_OF_DAY = 24 * 60;

const notStated: LimitUnknown = Object.freeze({
  unknown: Object.freeze<Reason>({ code: 'limitNotStated' }),
});
const notAnnounced: LimitUnknown = Object.freeze({
  unknown: Object.freeze<Reason>({ code: 'notAnnounced' }),
});

/** The day a limit counts from. */
export function anchorDay(
  anchor: Limit['anchor'],
  on: Day,
  { stayFrom, calendar }: LimitAround,
): Day | LimitUnknown {
  switch (anchor) {
    case undefined:
    case 'session':
      return on;
    case 'stay':
      return stayFrom;
    case 'week':
      return mondayOf(on);
    case 'month':
      return firstOfMonth(on);
    case 'period':
      return calendar.periodOf(on)?.from ?? periodUnknown(on, calendar);
  }
}

/** The day and the clock time a rule gives, counted from its anchor. */
export function limitMoment(rule: LimitRule, from: Day, around: LimitAround): LimitMoment {
  switch (rule.kind) {
    case 'hoursBefore':
      return hoursBefore(rule, from, around);
    case 'daysBefore':
      return atClock(daysBefore(rule.unit, from, rule.days, around.calendar), rule.at, around);
    case 'sameDay':
      return { on: from, at: rule.at };
    case 'weekCutoff': {
      const monday = addDays(mondayOf(from), -7 * rule.weeksBefore);
      return { on: addDays(monday, rule.weekday - 1), at: rule.at };
    }
    case 'weekdayMap': {
      const own = rule.map[`${weekdayOf(from)}`];
      if (own === undefined) return { unknown: { code: 'limitOfWeekdayUnknown', on: from } };
      const back = (weekdayOf(from) - own.weekday + 7) % 7;
      return { on: addDays(from, -(back === 0 ? 7 : back)), at: own.at };
    }
    case 'dayOfPrecedingMonth':
      return { on: dayOfMonthBefore(from, rule.day, rule.monthsBefore ?? 1), at: rule.at };
    case 'monthsBefore':
      return {
        on: dayOfMonthBefore(from, Number(from.slice(8)), rule.months),
        at: rule.at,
      };
    case 'dates': {
      const row = rule.dates.find((dates) => dates.from <= from && from <= dates.until);
      return row ?? { unknown: { code: 'limitOfDayUnknown', on: from } };
    }
    case 'windowEnd':
      return windowEnd(from, around.opening);
    case 'notStated':
      return notStated;
  }
}

/** That day of the month so many months before, or its last day where the month is too short. */
export function dayOfMonthBefore(on: Day, dayOfMonth: number, months: number): Day {
  let first = firstOfMonth(on);
  for (let left = months; left > 0; left -= 1) first = firstOfMonth(addDays(first, -1));
  const wanted = addDays(first, dayOfMonth - 1);
  const last = lastOfMonth(first);
  return wanted < last ? wanted : last;
}

/** That day of the month before the one of `on`, or its last day where the month is too short. */
export function dayOfPrecedingMonth(on: Day, dayOfMonth: number): Day {
  return dayOfMonthBefore(on, dayOfMonth, 1);
}

/** The day has no period that is known: beyond the school calendar, or of a zone nobody says. */
function periodUnknown(on: Day, calendar: Calendar): LimitUnknown {
  return calendar.isInSchoolHolidays(on) === null ? beyondCalendar(calendar) : notStated;
}

/** The school calendar does not go as far. */
export function beyondCalendar({ knownUntil }: Calendar): LimitUnknown {
  return { unknown: { code: 'calendarUnknown', after: knownUntil } };
}

function hoursBefore(
  rule: Extract<LimitRule, { kind: 'hoursBefore' }>,
  from: Day,
  around: LimitAround,
): LimitMoment {
  const startsAt = rule.from === 'dayStart' ? '00:00' : around.unit.startsAt;
  if (rule.unit !== 'calendar') {
    return atClock(daysBefore(rule.unit, from, rule.hours / 24, around.calendar), startsAt, around);
  }
  const minutes =
    dayNumber(from) * MINUTES_OF_DAY +
    Number(startsAt.slice(0, 2)) * 60 +
    Number(startsAt.slice(3)) -
    Math.round(rule.hours * 60);
  const number = Math.floor(minutes / MINUTES_OF_DAY);
  const rest = minutes - number * MINUTES_OF_DAY;
  return {
    on: dayFromNumber(number),
    at: `${twoDigits(Math.floor(rest / 60))}:${twoDigits(rest % 60)}`,
  };
}

/** The nth day of a unit before; of days « francs », the day before the first that must stay clear. */
function daysBefore(unit: DayUnit, from: Day, count: number, calendar: Calendar): Day | null {
  if (unit === 'calendar') return addDays(from, -count);
  if (unit === 'clear') return addDays(from, -count - 1);
  return count === 0 ? from : calendar.daysBefore(unit, from, count);
}

function atClock(on: Day | null, at: ClockTime, { calendar }: LimitAround): LimitMoment {
  return on === null ? beyondCalendar(calendar) : { on, at };
}

/** The last window of the day to close. One without an end closes with the limit, which is this one. */
function windowEnd(on: Day, opening: Opening | null): LimitMoment {
  if (opening?.kind !== 'windows') return notStated;
  const here = opening.windows.filter(
    ({ sessions }) => sessions.from <= on && on <= sessions.until,
  );
  let last: { readonly on: Day; readonly at: ClockTime } | undefined;
  for (const { closes, label } of here) {
    if (closes === null) return { unknown: { code: 'windowEndUnknown', label } };
    if (last === undefined || `${closes.on} ${closes.at}` > `${last.on} ${last.at}`) last = closes;
  }
  return last ?? notAnnounced;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
