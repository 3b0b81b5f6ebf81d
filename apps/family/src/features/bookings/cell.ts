import { type CellInput, type CellView, cellView } from '@preau/domain/bookings/cell-view';
import { ordinal } from '@preau/domain/explain/format-fr';
import type { Reason } from '@preau/domain/explain/reasons';
import type { Cents } from '@preau/domain/money/cents';
import { addDays, type Day, day } from '@preau/domain/time/day';
import { fromIso, type Instant } from '@preau/domain/time/instant';
import type { Planning, PlanningRow } from './bookings.queries.ts';
import { cellId, type DraftState } from './draft.ts';
import type { WireReason } from './sentences.ts';

export type PlanningDay = Planning['days'][number];

/** One cell of the planning: a session of a unit for a child, or a day without one. */
export type Cell = {
  readonly childId: string;
  readonly unit: string;
  readonly unitLabel: string;
  readonly on: Day;
  /** Wall-clock times `HH:MM` of the organisation. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** `null` where the unit has no session that day. */
  readonly sessionId: string | null;
  readonly view: CellView;
  /** Known more exactly than the state's own word, e.g. « Férié ». */
  readonly word: string | undefined;
  /** Price of the unit that day. */
  readonly unitCents: Cents;
  /** What the next gesture changes in what is owed. */
  readonly gestureCents: Cents;
  readonly placesLeft: number | null;
  readonly limitAt: Instant | null;
  readonly reasons: readonly WireReason[];
  /** Of a day that is waited for, or offered. */
  readonly queue: QueuePlace | null;
};

/** A place in a waiting list, or one that came free. */
export type QueuePlace = {
  readonly bookingId: string;
  /** From 1; `null` where a place is offered. */
  readonly rank: number | null;
  /** End of the list, or of the offer. */
  readonly until: Instant;
};

/** The cell of a row on a day, as the draft would leave it. */
export function cellOf(
  planning: Planning,
  row: PlanningRow,
  column: PlanningDay,
  draft: DraftState,
): Cell {
  const at = row.on.indexOf(column.on);
  const on = day(column.on);
  const { childId, unit, unitLabel, startsAt, endsAt } = row;
  const base = { childId, unit, unitLabel, on, startsAt, endsAt };
  const sessionId = row.sessionId[at];
  if (at < 0 || sessionId === undefined) {
    return { ...base, sessionId: null, ...withoutSession(column, on) };
  }
  const constraint = row.constraint[at] ?? 'closed';
  const limit = row.limitAt[at];
  const queue = queueAt(row, at);
  const state = row.state[at] ?? null;
  const view = viewOf({
    state,
    constraint,
    draft: draft.entries.get(cellId({ childId, sessionId }))?.action ?? null,
    waitingList: row.waitingList,
  });
  return {
    ...base,
    sessionId,
    view,
    word: exactWord(state, view, queue),
    unitCents: (row.unitCents[at] ?? 0) as Cents,
    gestureCents: (row.cents[at] ?? 0) as Cents,
    placesLeft: row.placesLeft[at] ?? null,
    limitAt: limit ? fromIso(limit) : null,
    reasons: (row.reasons[at] ?? []).flatMap((index) => planning.reasons[index] ?? []),
    queue,
  };
}

/**
 * A day whose limit passed while it was in the draft is drawn as it now is: a tap takes it out of
 * the draft, which can do nothing with it any more.
 */
function viewOf(input: CellInput): CellView {
  if (input.draft === null || !tooLate.has(input.constraint)) return cellView(input);
  return { ...cellView({ ...input, draft: null }), tap: 'undo' };
}

const tooLate: ReadonlySet<CellInput['constraint']> = new Set(['staffOnly', 'deadlinePassed']);

/** What is known more exactly than the word of the state. */
function exactWord(
  state: CellInput['state'],
  { key }: CellView,
  queue: QueuePlace | null,
): string | undefined {
  if (key === 'waitlisted' && queue?.rank) return `File : ${ordinal(queue.rank)}`;
  // Nothing can be done any more, and the day is owed: « Hors délai » would hide it.
  return state === 'cancelledLate' && key === 'deadline' ? 'Annulé, facturé' : undefined;
}

function queueAt(row: PlanningRow, at: number): QueuePlace | null {
  const queue = row.queue.find(({ index }) => index === at);
  return queue ? { ...queue, until: fromIso(queue.until) } : null;
}

/** A day on which the unit does not exist: holidays, a Wednesday, the end of the known calendar. */
function withoutSession({ kind, label }: PlanningDay, on: Day) {
  const holiday = kind === 'publicHoliday' || kind === 'schoolHoliday';
  return {
    view: cellView({
      state: null,
      constraint: holiday ? 'holiday' : 'closed',
      draft: null,
      waitingList: 'none',
    }),
    word: kind === 'publicHoliday' ? 'Férié' : undefined,
    unitCents: 0 as Cents,
    gestureCents: 0 as Cents,
    placesLeft: null,
    limitAt: null,
    reasons: [reasonOfDay(kind, label, on)],
    queue: null,
  };
}

function reasonOfDay(kind: PlanningDay['kind'], label: string | null, on: Day): Reason {
  switch (kind) {
    case 'publicHoliday':
      return { code: 'publicHoliday', name: label ?? '', on };
    case 'schoolHoliday':
      return { code: 'schoolHoliday', name: label ?? '' };
    case 'unknown':
      return { code: 'calendarUnknown', after: addDays(on, -1) };
    case 'school':
    case 'offDay':
    case 'weekend':
      return { code: 'closed', label: null };
  }
}
