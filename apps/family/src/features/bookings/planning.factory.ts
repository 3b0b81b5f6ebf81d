import { addDays, day, type Day, eachDay, weekdayOf } from '@preau/domain/time/day';
import type { Planning, PlanningRow } from './bookings.queries.ts';

type Row = {
  readonly childId?: string;
  readonly unit: string;
  readonly activity?: string;
  readonly excludes?: readonly string[];
  readonly weekdays?: readonly number[];
  readonly from: Day;
  readonly until: Day;
};

/** A row of a planning, free every day it is open. */
export function rowOf(row: Row, more: Partial<PlanningRow> = {}): PlanningRow {
  const { unit, childId = 'lea', activity = unit, weekdays = [1, 2, 4, 5] } = row;
  const on = eachDay(row.from, row.until).filter((one) => weekdays.includes(weekdayOf(one)));
  return {
    childId,
    unit,
    unitLabel: unit,
    activity,
    activityLabel: activity,
    facility: 'École Jean-Moulin',
    startsAt: '07:30',
    endsAt: '08:30',
    excludes: [...(row.excludes ?? [])],
    on,
    sessionId: on.map((one) => `${unit}-${one}`),
    state: on.map(() => null),
    constraint: on.map(() => 'free'),
    limitAt: on.map((one) => `${addDays(one, -2)}T06:30:00.000Z`),
    placesLeft: on.map(() => 5),
    cents: on.map(() => 200),
    unitCents: on.map(() => 200),
    reasons: on.map(() => []),
    waitingList: 'online',
    acceptance: 'automatic',
    cancellation: 'automatic',
    payment: 'later',
    enrolment: 'accepted',
    queue: [],
    ...more,
  };
}

/** A planning of Léa and Noé; every Monday to Friday is a school day but Wednesday. */
export function planningOf(from: Day, until: Day, rows: readonly PlanningRow[]): Planning {
  return {
    now: `${from}T08:00:00.000Z`,
    timeZone: 'Europe/Paris',
    days: eachDay(from, until).map((on) => ({ on, kind: kindOf(on), label: null })),
    children: [
      { id: 'lea', firstName: 'Léa', schoolClass: 'CE1' },
      { id: 'noe', firstName: 'Noé', schoolClass: 'MS' },
    ],
    reasons: [],
    rows: [...rows],
  };
}

function kindOf(on: Day): Planning['days'][number]['kind'] {
  const weekday = weekdayOf(on);
  if (weekday > 5) return 'weekend';
  return weekday === 3 ? 'offDay' : 'school';
}

/** December 2026: it begins on a Tuesday. */
export const december = { from: day('2026-12-01'), until: day('2026-12-31') } as const;
