/**
 * The slow way to find a limit: on the platform's own calendar, day after day, with public holidays
 * written as a child would look them up. It shares no code with the engine, which it judges.
 */

import type {
  CalendarRules,
  DayCondition,
  DayUnit,
  Limit,
  Opening,
} from '../reglement/document.ts';

type Rules = CalendarRules & {
  readonly schoolHolidays: readonly { from: string; until: string }[];
};

export type SlowDay = {
  readonly rules: Rules;
  readonly on: string;
  readonly startsAt: string;
  readonly stayFrom: string;
  readonly opening: Opening;
};

const DAY_MS = 86_400_000;

/** Milliseconds of the first instant that is too late; `null` = nobody can tell. */
export function slowLimit(limit: Limit, given: SlowDay): number | null {
  for (const { when, use } of limit.overrides ?? []) {
    if (when.every((condition) => slowlyMeets(condition, given))) return slowLimit(use, given);
  }
  const moment = slowMoment(limit, { ...given, on: slowAnchor(limit.anchor ?? 'session', given) });
  if (moment === null) return null;
  let { on } = moment;
  if (limit.unless !== undefined) {
    const { not, move } = limit.unless;
    while (!slowlyCounts(not, on, given.rules)) on = shifted(on, move === 'earlier' ? -1 : 1);
  }
  return wallClock(on, moment.at, given.rules.timeZone) + (limit.inclusive === true ? 60_000 : 0);
}

function slowAnchor(anchor: NonNullable<Limit['anchor']>, given: SlowDay): string {
  const { rules, on, stayFrom } = given;
  if (anchor === 'session') return on;
  if (anchor === 'stay') return stayFrom;
  let first = on;
  if (anchor === 'week') while (weekdayOn(first) !== 1) first = shifted(first, -1);
  if (anchor === 'month') while (!first.endsWith('-01')) first = shifted(first, -1);
  if (anchor === 'period') {
    const inside = isHoliday(on, rules);
    while (isHoliday(shifted(first, -1), rules) === inside) {
      if (first.endsWith('-09-01') && !inside) break;
      first = shifted(first, -1);
    }
  }
  return first;
}

function slowMoment(limit: Limit, given: SlowDay): { on: string; at: string } | null {
  const { on, rules } = given;
  switch (limit.kind) {
    case 'hoursBefore': {
      const clock = limit.from === 'dayStart' ? '00:00' : given.startsAt;
      if (limit.unit === 'calendar') {
        const time = new Date(`${on}T${clock}:00Z`).getTime() - limit.hours * 3_600_000;
        const text = new Date(time).toISOString();
        return { on: text.slice(0, 10), at: text.slice(11, 16) };
      }
      return { on: counted(on, limit.hours / 24, limit.unit, rules), at: clock };
    }
    case 'daysBefore':
      return { on: counted(on, limit.days, limit.unit, rules), at: limit.at };
    case 'sameDay':
      return { on, at: limit.at };
    case 'weekCutoff': {
      let found = on;
      while (weekdayOn(found) !== 1) found = shifted(found, -1);
      for (let week = 0; week < limit.weeksBefore; week += 1) found = shifted(found, -7);
      while (weekdayOn(found) !== limit.weekday) found = shifted(found, 1);
      return { on: found, at: limit.at };
    }
    case 'weekdayMap': {
      const own = Object.entries(limit.map).find(([weekday]) => Number(weekday) === weekdayOn(on));
      if (own === undefined) return null;
      let found = shifted(on, -1);
      while (weekdayOn(found) !== own[1].weekday) found = shifted(found, -1);
      return { on: found, at: own[1].at };
    }
    case 'dayOfPrecedingMonth':
      return { on: dateInMonth(on, limit.monthsBefore ?? 1, limit.day), at: limit.at };
    case 'monthsBefore':
      return { on: dateInMonth(on, limit.months, Number(on.slice(8))), at: limit.at };
    case 'dates':
      return limit.dates.find((row) => row.from <= on && on <= row.until) ?? null;
    case 'windowEnd': {
      const windows = given.opening.kind === 'windows' ? given.opening.windows : [];
      const here = windows.filter(({ sessions }) => sessions.from <= on && on <= sessions.until);
      const ends = here.map(({ closes }) => closes);
      const last = ends
        .toSorted((a, b) => (`${a?.on} ${a?.at}` < `${b?.on} ${b?.at}` ? -1 : 1))
        .at(-1);
      return ends.includes(null) ? null : (last ?? null);
    }
    case 'notStated':
      return null;
  }
}

/** Walks back one day at a time until enough of them have counted. */
function counted(from: string, count: number, unit: DayUnit, rules: Rules): string {
  if (unit === 'clear') return shifted(from, -(count + 1));
  let on = from;
  for (let left = count; left > 0; ) {
    on = shifted(on, -1);
    if (slowlyCounts(unit, on, rules)) left -= 1;
  }
  return on;
}

function slowlyCounts(unit: Exclude<DayUnit, 'clear'>, on: string, rules: Rules): boolean {
  const weekday = weekdayOn(on);
  const off = isPublicHoliday(on, rules);
  const shut = (rules.closures ?? []).some(({ from, until }) => from <= on && on <= until);
  switch (unit) {
    case 'calendar':
      return true;
    case 'working':
      return !off && weekday !== 6 && weekday !== 7;
    case 'business':
      return !off && weekday !== 7;
    case 'office':
      return !off && !shut && (rules.officeWeek ?? [1, 2, 3, 4, 5]).some((one) => one === weekday);
    case 'school':
      return (
        !off &&
        !shut &&
        !rules.schoolHolidays.some(({ from, until }) => from <= on && on <= until) &&
        rules.schoolWeek.some((one) => one === weekday)
      );
  }
}

function slowlyMeets(condition: DayCondition, given: SlowDay): boolean {
  const { on, rules } = given;
  let monday = on;
  while (weekdayOn(monday) !== 1) monday = shifted(monday, -1);
  const week = [0, 1, 2, 3, 4, 5, 6].map((count) => shifted(monday, count));
  switch (condition.kind) {
    case 'publicHolidayOn':
      return week.some(
        (day) => weekdayOn(day) === condition.weekday && isPublicHoliday(day, rules),
      );
    case 'publicHolidayInWeek':
      return week.slice(0, 5).some((day) => isPublicHoliday(day, rules));
    case 'dayAfterPublicHoliday':
      return isPublicHoliday(shifted(on, -1), rules);
    case 'firstDayAfterHolidays':
      return isBackToSchool(on, rules);
    case 'firstWeekAfterHolidays':
      return week.some((day) => isBackToSchool(day, rules));
    case 'schoolHolidays':
      return isHoliday(on, rules);
    case 'weekday':
      return condition.in.some((weekday) => weekday === weekdayOn(on));
    case 'dates':
      return condition.from <= on && on <= condition.until;
  }
}

function isBackToSchool(on: string, rules: Rules): boolean {
  if (!slowlyCounts('school', on, rules)) return false;
  for (let before = shifted(on, -1); !slowlyCounts('school', before, rules); ) {
    if (isHoliday(before, rules)) return true;
    before = shifted(before, -1);
  }
  return false;
}

function isHoliday(on: string, rules: Rules): boolean {
  return rules.schoolHolidays.some(({ from, until }) => from <= on && on <= until);
}

const fixedHolidays = '01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25'.split(' ');
const localHolidays: Readonly<Partial<Record<CalendarRules['territory'], string>>> = {
  guadeloupe: '05-27',
  reunion: '12-20',
};

function isPublicHoliday(on: string, rules: Rules): boolean {
  if ((rules.townHolidays ?? []).some((own) => own.on === on)) return true;
  const monthDay = on.slice(5);
  if (fixedHolidays.includes(monthDay) || localHolidays[rules.territory] === monthDay) return true;
  const sunday = paschalSunday(Number(on.slice(0, 4)));
  return [1, 39, 50].some((count) => shifted(sunday, count) === on);
}

/** The first Sunday after the 14th day of the paschal moon, by the tables of golden numbers. */
function paschalSunday(year: number): string {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const solar = Math.floor((3 * century) / 4) - 12;
  const lunar = Math.floor((8 * century + 5) / 25) - 5;
  let epact = (((11 * golden + 20 + lunar - solar) % 30) + 30) % 30;
  if (epact === 24 || (epact === 25 && golden > 11)) epact += 1;
  let full = 44 - epact;
  if (full < 21) full += 30;
  let on = shifted(`${year}-03-01`, full - 1);
  do on = shifted(on, 1);
  while (weekdayOn(on) !== 7);
  return on;
}

function dateInMonth(on: string, monthsBefore: number, date: number): string {
  const [year = 0, month = 0] = on.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - monthsBefore, 0)).getUTCDate();
  const time = Date.UTC(year, month - 1 - monthsBefore, Math.min(date, last));
  return new Date(time).toISOString().slice(0, 10);
}

function shifted(on: string, days: number): string {
  const time = new Date(`${on}T00:00:00Z`).getTime() + days * DAY_MS;
  return new Date(time).toISOString().slice(0, 10);
}

function weekdayOn(on: string): number {
  return new Date(`${on}T12:00:00Z`).getUTCDay() || 7;
}

/** The first instant at which clocks there show that time, or have passed it. */
function wallClock(on: string, at: string, timeZone: string): number {
  const wanted = at === '24:00' ? `${shifted(on, 1)} 00:00` : `${on} ${at}`;
  const utc = new Date(`${wanted.replace(' ', 'T')}:00Z`).getTime();
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  // Zones lie within 14 hours of universal time; no clock changes more than once in those.
  let early = utc - 15 * 3_600_000;
  let late = utc + 15 * 3_600_000;
  while (late - early > 60_000) {
    const middle = early + Math.floor((late - early) / 120_000) * 60_000;
    if (shown.format(middle) >= wanted) late = middle;
    else early = middle;
  }
  // Where a time is shown twice, the search may have found the second.
  const before = late - 3_600_000;
  return shown.format(before) === wanted ? before : late;
}
