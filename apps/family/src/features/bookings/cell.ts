import { type CellInput, type CellView, cellView } from '@preau/domain/bookings/cell-view';
import type { Reason } from '@preau/domain/explain/reasons';
import type { Cents } from '@preau/domain/money/cents';
import { addDays, type Day, day } from '@preau/domain/time/day';
import { fromIso, type Instant } from '@preau/domain/time/instant';
import type { Planning, PlanningRow } from './bookings.queries.ts';
import { exactWord } from './cell-words.ts';
import { cellId, type DraftState } from './draft.ts';
import { queueAt, type QueuePlace } from './queue-place.ts';
import type { WireReason } from './wire-reasons.ts';
import { type Ways, waysOf } from './ways.ts';

export type PlanningDay = Planning['days'][number];

/** One cell of the planning: a session of a unit for a child, or a day without one. */
export type Cell = {
  readonly childId: string;
  readonly unit: string;
  /** Code of the activity of the unit. */
  readonly activity: string;
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
  readonly ways: Ways;
  /** What may be asked again of a day that was refused, or not paid in time. */
  readonly again: 'add' | 'wait' | null;
  /** Price of the unit that day. */
  readonly unitCents: Cents;
  /** What the next gesture changes in what is owed. */
  readonly gestureCents: Cents;
  readonly placesLeft: number | null;
  readonly limitAt: Instant | null;
  readonly reasons: readonly WireReason[];
  /** Of a day on which something is awaited: a place, an answer, a payment. */
  readonly queue: QueuePlace | null;
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
  const { childId, unit, activity, unitLabel, startsAt, endsAt } = row;
  const ways = waysOf(row);
  const base = { childId, unit, activity, unitLabel, on, startsAt, endsAt, ways };
  const sessionId = row.sessionId[at];
  if (at < 0 || sessionId === undefined) {
    return { ...base, sessionId: null, ...withoutSession(column, on) };
  }
  const constraint = row.constraint[at] ?? 'closed';
  const limit = row.limitAt[at];
  const queue = queueAt(row, at);
  const state = row.state[at] ?? null;
  const { waitingList } = row;
  const action = draft.entries.get(cellId({ childId, sessionId }))?.action ?? null;
  const view = viewOf({ state, constraint, draft: action, waitingList });
  const reasons = (row.reasons[at] ?? []).flatMap((index) => planning.reasons[index] ?? []);
  return {
    ...base,
    sessionId,
    view,
    word: exactWord({ state, view, queue, ways, reasons, planning }),
    again: cameToNothing[view.key] ? againOf({ constraint, waitingList }) : null,
    unitCents: (row.unitCents[at] ?? 0) as Cents,
    gestureCents: (row.cents[at] ?? 0) as Cents,
    placesLeft: row.placesLeft[at] ?? null,
    limitAt: limit ? fromIso(limit) : null,
    reasons,
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

/** Days that were asked for and came to nothing: they may be asked for again. */
const cameToNothing: Readonly<Partial<Record<CellView['key'], true>>> = {
  refused: true,
  expired: true,
};

/** Where the day is open, as if nothing had been asked. */
function againOf(open: Pick<CellInput, 'constraint' | 'waitingList'>): Cell['again'] {
  const { tap } = cellView({ ...open, state: null, draft: null });
  return tap === 'add' || tap === 'wait' ? tap : null;
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
    again: null,
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

/** What a gesture on the cell does to the draft; `null` where it can do nothing. */
export function gestureOf({ view, sessionId, again }: Cell): Gesture | null {
  if (sessionId === null) return null;
  switch (view.tap) {
    case 'add':
    case 'remove':
    case 'wait':
    case 'undo':
      return view.tap;
    case 'detail':
      return again;
    case 'explain':
    case 'offer':
      return null;
  }
}

export type Gesture = 'add' | 'remove' | 'wait' | 'undo';

/**
 * Whether a tap shows a sheet before it changes anything: waiting is not what one expects of a full
 * day, nor giving up of a day that is to be paid or answered.
 */
export function asksFirst({ view }: Cell): boolean {
  if (view.tap === 'wait') return true;
  return view.tap === 'remove' && (view.key === 'pendingAdd' || view.key === 'awaitingPayment');
}
