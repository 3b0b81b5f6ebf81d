import { decideBooking } from '@preau/domain/bookings/decide-booking';
import type { BookingFacts, Verdict } from '@preau/domain/bookings/verdict';
import type { Instant } from '@preau/domain/time/instant';
import type { z } from 'zod';
import { type DecidedLine, decideLines, isDone, type LineFacts } from './decide-lines.ts';
import type { LineRow, PlacesRow } from './line-facts.ts';
import type { PeriodCell } from './period-cells.ts';
import type {
  draftedPeriodSchema,
  periodLineSchema,
  periodResultSchema,
} from './period.schemas.ts';
import { seatKey } from './seat-keys.ts';
import { lineToWire } from './to-wire.ts';

export type PeriodLine = z.infer<typeof periodLineSchema>;
export type PeriodChange = z.infer<typeof draftedPeriodSchema>['changes'][number];
type PeriodResult = z.infer<typeof periodResultSchema>;

export type PeriodFacts = Pick<LineFacts, 'quotients' | 'reglementOn'> & {
  readonly cells: readonly PeriodCell[];
  /** The draft as it stands, then what the period asks for. */
  readonly drafted: readonly LineRow[];
  readonly asked: readonly LineRow[];
  readonly places: readonly PlacesRow[];
};

type Told = { readonly line: PeriodLine; readonly change: PeriodChange | null };

/**
 * Decides a whole period in one go, beside the draft that is already there: places and units of
 * the draft count, and so do those of siblings within the period.
 * @returns a line per cell, by child and day, and the gestures that would put it into the draft.
 */
export function decidePeriod(
  facts: PeriodFacts,
  now: Instant,
): { readonly lines: readonly PeriodLine[]; readonly changes: readonly PeriodChange[] } {
  const draft = new Map(facts.drafted.map((row) => [cellKey(row), row]));
  const meets = new Map(facts.asked.map((row) => [row, meeting(draft.get(cellKey(row)), row)]));
  const instead = new Map<LineRow, LineRow | null>();
  for (const row of facts.asked) {
    const drafted = draft.get(cellKey(row));
    if (drafted && meets.get(row) === 'opposite') instead.set(drafted, null);
    if (drafted && meets.get(row) === 'replaced') instead.set(drafted, row);
  }
  // What refines a drafted line keeps its turn: it must not lose its place to a later one.
  const decided = decideBy(facts, now, [
    ...facts.drafted.flatMap((row) => (instead.has(row) ? (instead.get(row) ?? []) : row)),
    ...facts.asked.filter((row) => meets.get(row) === 'new'),
  ]);
  // What is taken back is worth what it would have changed.
  const before = instead.size > 0 ? decideBy(facts, now, facts.drafted) : decided;
  const asked = new Map(facts.asked.map((row) => [cellKey(row), row]));
  const told = facts.cells.flatMap((cell): Told[] => {
    if (cell.sessionId === null) return [tellNoSession(cell, facts, now)];
    const row = asked.get(`${cell.childId}/${cell.sessionId}`);
    if (!row) return [];
    const drafted = draft.get(cellKey(row));
    const line = meets.get(row) === 'opposite' ? before.get(drafted ?? row) : decided.get(row);
    const kept = drafted && decided.get(drafted);
    if (kept) return [tellKept(kept, cell)];
    if (!line || isNothingToGiveBack(line)) return [];
    return [
      meets.get(row) === 'opposite' ? tellTakenBack(line, row, cell) : tell(line, drafted, cell),
    ];
  });
  return {
    lines: told.map(({ line }) => line),
    changes: told.flatMap(({ change }) =>
      change && change.action !== change.previous ? [change] : [],
    ),
  };
}

/** What a gesture meets in the draft: nothing, itself, its opposite, or one it refines. */
function meeting(drafted: LineRow | undefined, asked: LineRow) {
  if (!drafted) return 'new';
  if ((drafted.action === 'remove') !== (asked.action === 'remove')) return 'opposite';
  return drafted.action === 'add' && asked.action === 'wait' ? 'replaced' : 'same';
}

function decideBy(
  facts: PeriodFacts,
  now: Instant,
  rows: readonly LineRow[],
): ReadonlyMap<LineRow, DecidedLine> {
  const { places, quotients, reglementOn } = facts;
  const decided = decideLines(
    { rows, places: distinct(places), quotients, reglementOn },
    'online',
    now,
  );
  return new Map(decided.map((line) => [line.row, line]));
}

function tell(line: DecidedLine, drafted: LineRow | undefined, { facility }: PeriodCell): Told {
  const { row, verdict } = line;
  const result = resultOf(verdict);
  const action: PeriodLine['action'] =
    result === 'waiting' ? 'wait' : row.action === 'remove' ? 'remove' : 'add';
  if (drafted?.action === action) return tellKept(line, { facility });
  const wire = { ...lineToWire(line), action, facility, result };
  if (result !== 'done' && result !== 'waiting') return { line: wire, change: null };
  return { line: wire, change: changeOf(row, drafted?.action ?? null, action) };
}

/** In the draft already, as asked: it costs nothing more. */
function tellKept(line: DecidedLine, { facility }: Pick<PeriodCell, 'facility'>): Told {
  const result = resultOf(line.verdict);
  const stays = result === 'done' || result === 'waiting';
  const wire = { ...lineToWire(line), facility, cents: 0, priceReasons: [] };
  return { line: { ...wire, result: stays ? 'already' : result }, change: null };
}

/** The draft had the opposite: the gesture takes it out, and back what it would have changed. */
function tellTakenBack(line: DecidedLine, { action }: LineRow, { facility }: PeriodCell): Told {
  const wire = lineToWire(line);
  return {
    line: {
      ...wire,
      action,
      facility,
      cents: 0 - wire.cents,
      reasons: [],
      priceReasons: [],
      result: 'done',
    },
    change: changeOf(line.row, line.row.action, null),
  };
}

/** No session that day: the calendar of the règlement tells why. */
function tellNoSession(cell: PeriodCell, facts: PeriodFacts, now: Instant): Told {
  const { unit, on, childId, childFirstName, facility } = cell;
  const { reglement } = facts.reglementOn(on);
  const rules = reglement.unit(unit);
  const verdict =
    rules &&
    decideBooking({ action: 'book', channel: 'online', unit, on }, noSession(cell), reglement, now);
  return {
    line: {
      childId,
      childFirstName,
      sessionId: null,
      on,
      unit,
      unitLabel: rules?.unit.label ?? unit,
      activityLabel: rules?.activity.label ?? unit,
      facility,
      action: 'add',
      outcome: verdict?.outcome ?? 'refused',
      limitAt: null,
      late: false,
      dueAt: null,
      cents: 0,
      reasons: verdict ? [...verdict.reasons] : [{ code: 'closed', label: null }],
      priceReasons: [],
      result: 'excluded',
    },
    change: null,
  };
}

function noSession({ enrolled }: PeriodCell): BookingFacts {
  return {
    enrolment: enrolled ? 'accepted' : 'none',
    ageGroup: '',
    bornOn: null,
    documents: [],
    activityDays: [],
    session: { kind: 'closed', label: null },
    booking: null,
    otherUnits: [],
    freePlaces: 0,
    capacity: 0,
    waiting: 0,
    quotient: null,
  };
}

function changeOf(
  row: LineRow,
  previous: PeriodChange['previous'],
  action: PeriodChange['action'],
): PeriodChange {
  return { childId: row.child_id, sessionId: row.session_id, previous, action };
}

function resultOf(verdict: Verdict): PeriodResult {
  if (verdict.outcome === 'waitlisted') return 'waiting';
  if (isDone(verdict)) return 'done';
  if (verdict.constraint === 'full') return 'full';
  const codes = new Set(verdict.reasons.map(({ code }) => code));
  if (codes.has('alreadyBooked')) return 'already';
  return codes.has('limitPassed') || codes.has('sessionOver') ? 'late' : 'excluded';
}

/** Nothing is booked there: a period that gives back says nothing of it. */
function isNothingToGiveBack({ row, verdict }: DecidedLine): boolean {
  return row.action === 'remove' && verdict.reasons.some(({ code }) => code === 'notBooked');
}

function cellKey({ child_id, session_id }: LineRow): string {
  return `${child_id}/${session_id}`;
}

/** The draft and the period may want the same pool: it is counted once. */
function distinct(places: readonly PlacesRow[]): PlacesRow[] {
  const pools = new Map(
    places.map((pool) => [
      seatKey(pool.facility_id, pool.age_group, pool.held_on, pool.part),
      pool,
    ]),
  );
  return [...pools.values()];
}
