import { compileCalendar } from '@preau/domain/calendar/calendar';
import { planSessions } from '@preau/domain/calendar/plan-sessions';
import { knownUntil } from '@preau/domain/calendar/school-holidays';
import type { BookingWindow, Moment, ReglementDocument } from '@preau/domain/reglement/document';
import { addDays, type Day, daysBetween } from '@preau/domain/time/day';

/** A stretch of days on which an activity takes place, booked together. */
export type Period = { readonly from: Day; readonly until: Day };

const weeksBehind = 9;
/** Days without the activity after which another period begins. */
const longestPause = 15;

/**
 * The periods of an activity around a day, in order: two weeks without it end one, and so do so many
 * of its days. The first may have begun weeks ago.
 */
export function periodsAround(
  document: ReglementDocument,
  activityCode: string,
  today: Day,
  mostDays: number,
): Period[] {
  const activity = document.activities.find(({ code }) => code === activityCode);
  if (!activity) throw new Error(`${document.code} has no activity « ${activityCode} »`);
  const days = planSessions({
    calendar: compileCalendar(document.calendar, []),
    activities: [{ ...activity, facilityId: '', groups: [''], units: activity.units.slice(0, 1) }],
    from: addDays(today, -7 * weeksBehind),
    until: knownUntil(document.calendar.schoolZone),
  }).map(({ on }) => on);
  const periods: { from: Day; until: Day; count: number }[] = [];
  for (const on of days) {
    const last = periods.at(-1);
    if (last && last.count < mostDays && daysBetween(last.until, on) <= longestPause) {
      last.until = on;
      last.count += 1;
    } else {
      periods.push({ from: on, until: on, count: 1 });
    }
  }
  return periods.map(({ from, until }) => ({ from, until }));
}

/** Where a period stands: its window is over, open, or still to open. */
export type Standing = 'closed' | 'open' | 'future';

/** The same règlement whose families book one activity within these windows. */
export function withWindows(
  document: ReglementDocument,
  activityCode: string,
  windows: readonly BookingWindow[],
): ReglementDocument {
  return {
    ...document,
    activities: document.activities.map((activity) =>
      activity.code === activityCode
        ? { ...activity, opening: { kind: 'windows', windows } }
        : activity,
    ),
  };
}

export function moment(on: Day, at: string): Moment {
  return { on, at };
}

/** « Mercredis de novembre et décembre »: the months a period covers, after a word. */
export function monthsOf({ from, until }: Period, word: string): string {
  const first = monthName(from);
  const last = monthName(until);
  const join = /^[aeiou]/.test(first) ? 'd’' : 'de ';
  if (first === last) return `${word} ${join}${first}`;
  const next = Number(until.slice(5, 7)) === (Number(from.slice(5, 7)) % 12) + 1;
  return `${word} ${join}${first} ${next ? 'et' : 'à'} ${last}`;
}

function monthName(on: Day): string {
  return months[Number(on.slice(5, 7)) - 1] ?? '';
}

const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/**
 * The period under way (or the last one) and the one before, the next and the one after, as far as
 * there are any: what families have booked, book now, and will book.
 */
export function standingPeriods(
  periods: readonly Period[],
  today: Day,
): readonly { readonly period: Period; readonly standing: Standing }[] {
  const next = periods.findIndex(({ from }) => from > today);
  const split = next === -1 ? periods.length : next;
  const standings: readonly Standing[] = ['closed', 'closed', 'open', 'future'];
  return standings.flatMap((standing, at) => {
    const period = periods[split - 2 + at];
    return period ? [{ period, standing }] : [];
  });
}
