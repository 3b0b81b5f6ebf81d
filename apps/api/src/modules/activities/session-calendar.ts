import type { Day } from '@preau/domain/time/day';
import type { Database } from '../../platform/db/pool.ts';
import { statement } from '../../platform/db/statement.ts';
import { readTogether } from '../../platform/db/transaction.ts';

/** The sessions of one unit and age group, as parallel arrays in day order. */
export type UnitSessions = {
  readonly days: readonly Day[];
  readonly ids: readonly string[];
  /** Why a session does not take place, by day; `''` where the calendar tells why. */
  readonly closed: Readonly<Record<Day, string>>;
};

/** All sessions of an organisation, as they were at one revision. */
export type SessionCalendar = {
  /** Sessions from `from` to `until`, inclusive. */
  between(unitId: string, ageGroup: string, from: Day, until: Day): UnitSessions;
};

type Row = {
  unit_id: string;
  age_group: string;
  days: Day[];
  ids: string[];
  closed: Record<Day, string> | null;
  revision: number;
};

const all = statement<Row>(
  'calendar.all',
  `select unit_id, age_group, array_agg(held_on order by held_on) as days,
          array_agg(id order by held_on) as ids,
          json_object_agg(held_on, closed_label) filter (where closed_label is not null) as closed,
          coalesce((select revision from calendar_revision where organisation_id = $1), 0) as revision
   from session where organisation_id = $1
   group by unit_id, age_group`,
);

type Remembered = {
  readonly revision: number;
  readonly sessions: number;
  readonly calendar: SessionCalendar;
};

/** Some 150 bytes a session: what one process keeps of all towns it serves. */
const mostSessions = 400_000;
const remembered = new Map<string, Remembered>();

/**
 * The sessions of an organisation. They change a few times a year and are read by every planning,
 * so a process keeps them for as long as their revision, which the caller has just read, is theirs.
 */
export async function sessionCalendar(
  database: Database,
  organisationId: string,
  revision: number,
): Promise<SessionCalendar> {
  const known = remembered.get(organisationId);
  if (known?.revision === revision) return known.calendar;
  const [rows] = await readTogether(database, organisationId, (ask) => [
    ask(all, [organisationId]),
  ]);
  const read: Remembered = {
    // Newer than the caller's when the calendar was written in between: as good, and remembered.
    revision: rows[0]?.revision ?? revision,
    sessions: rows.reduce((sum, { ids }) => sum + ids.length, 0),
    calendar: calendarOf(rows),
  };
  remember(organisationId, read);
  return read.calendar;
}

function remember(organisationId: string, read: Remembered): void {
  remembered.delete(organisationId);
  remembered.set(organisationId, read);
  let total = 0;
  for (const { sessions } of remembered.values()) total += sessions;
  // The first of a map is the one written longest ago.
  for (const [oldest, { sessions }] of remembered) {
    if (total <= mostSessions || oldest === organisationId) break;
    remembered.delete(oldest);
    total -= sessions;
  }
}

const none: UnitSessions = { days: [], ids: [], closed: {} };

function calendarOf(rows: readonly Row[]): SessionCalendar {
  const units = new Map<string, UnitSessions>(
    rows.map(({ unit_id, age_group, days, ids, closed }) => [
      `${unit_id}/${age_group}`,
      { days, ids, closed: closed ?? {} },
    ]),
  );
  return {
    between: (unitId, ageGroup, from, until) => {
      const sessions = units.get(`${unitId}/${ageGroup}`);
      if (!sessions) return none;
      const start = firstFrom(sessions.days, from);
      let end = start;
      while (end < sessions.days.length && (sessions.days[end] ?? until) <= until) end += 1;
      return {
        days: sessions.days.slice(start, end),
        ids: sessions.ids.slice(start, end),
        closed: sessions.closed,
      };
    },
  };
}

/** Index of the first day that is not before `from`, in a sorted list. */
function firstFrom(days: readonly Day[], from: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? from) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
