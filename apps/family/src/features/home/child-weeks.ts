import type { GetPlanningResponse } from '@preau/api-client/family';
import { type CellKey, cellView } from '@preau/domain/bookings/cell-view';
import { type Day, day, weekdayOf } from '@preau/domain/time/day';

type Planning = GetPlanningResponse;
type Row = Planning['rows'][number];

/** A unit a child is expected in, or would be. */
export type BookedUnit = {
  readonly key: string;
  readonly label: string;
  readonly facility: string;
  /** How it stands, where it is not simply booked. */
  readonly word: string | null;
};

export type ChildDay = {
  readonly on: Day;
  /** « Vacances de Noël », « Férié »; empty on an ordinary day. */
  readonly label: string;
  readonly units: readonly BookedUnit[];
};

export type ChildWeek = {
  readonly child: Planning['children'][number];
  readonly days: readonly ChildDay[];
};

/** What concerns the child that day: the rest of the grid is for the planning. */
const told: Partial<Record<CellKey, 'plain' | 'inWords'>> = {
  booked: 'plain',
  present: 'plain',
  pendingAdd: 'inWords',
  pendingCancel: 'inWords',
  waitlisted: 'inWords',
  offered: 'inWords',
  awaitingPayment: 'inWords',
  absent: 'inWords',
  absenceDeclared: 'inWords',
};

/** The week of each child, day by day, in the order of the day: Monday to Friday, and what is open. */
export function childWeeks({ children, days, rows }: Planning): ChildWeek[] {
  const open = new Set(rows.flatMap(({ on }) => on));
  const shown = days.filter(({ on }) => weekdayOf(day(on)) <= 5 || open.has(on));
  return children.map((child) => {
    const own = rows
      .filter(({ childId }) => childId === child.id)
      .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
    return {
      child,
      days: shown.map(({ on, label }) => ({
        on: day(on),
        label: label ?? '',
        units: own.flatMap((row) => bookedOn(row, on)),
      })),
    };
  });
}

function bookedOn(row: Row, on: string): BookedUnit[] {
  const at = row.on.indexOf(on);
  const state = row.state[at];
  const constraint = row.constraint[at];
  if (at < 0 || !state || !constraint) return [];
  const { key, word } = cellView({
    state,
    constraint,
    draft: null,
    waitingList: row.waitingList,
  });
  const way = told[key];
  if (!way) return [];
  const { unit, unitLabel: label, facility } = row;
  return [{ key: unit, label, facility, word: way === 'inWords' ? word : null }];
}
