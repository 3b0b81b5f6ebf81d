import { decideBooking } from '@preau/domain/bookings/decide-booking';
import { placeHoldingStates } from '@preau/domain/bookings/states';
import type { BookingFacts, BookingRequest, Verdict } from '@preau/domain/bookings/verdict';
import type { Reason } from '@preau/domain/explain/reasons';
import { cents } from '@preau/domain/money/cents';
import type { Channel } from '@preau/domain/reglement/document';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import type { LineRow, PlacesRow } from './line-facts.ts';
import type { QuotientRow } from './planning.queries.ts';
import { quotientOn } from './quotient-on.ts';
import { countsOf, type SeatCount, seatKey, tightest } from './seat-keys.ts';
import type { ReglementInForce } from '../reglements/reglements.public.ts';

/** One line with its verdict and the version of the rules that gave it. */
export type DecidedLine = {
  readonly row: LineRow;
  readonly verdict: Verdict;
  readonly versionId: string;
  readonly unitLabel: string;
  readonly activityLabel: string;
};

export type LineFacts = {
  readonly rows: readonly LineRow[];
  readonly places: readonly PlacesRow[];
  readonly quotients: readonly QuotientRow[];
  readonly reglementOn: (on: Day) => ReglementInForce;
};

const otherHousehold: readonly Reason[] = [{ code: 'otherHousehold' }];

/**
 * Decides a draft line by line with the function that draws the grid. What is given back is
 * decided first: its place and its unit are then free for what is added in the same cart. Who is
 * ready to wait comes last: they take no place from a sibling who is not.
 * Lines keep their order; a refused line takes nothing, one that waits only a rank.
 */
export function decideLines(facts: LineFacts, channel: Channel, now: Instant): DecidedLine[] {
  const counts = countsOf(facts.places);
  const gone = new Set<string>();
  const taken = new Map<string, string[]>();
  const joined = new Map<string, number>();
  const decided = new Map<LineRow, DecidedLine>();
  const inOrder = [
    ...facts.rows.filter(({ action }) => action === 'remove'),
    ...facts.rows.filter(({ action }) => action === 'add'),
    ...facts.rows.filter(({ action }) => action === 'wait'),
  ];
  for (const row of inOrder) {
    const { versionId, reglement } = facts.reglementOn(row.held_on);
    const keys = row.parts.map((part) =>
      seatKey(row.facility_id, row.age_group, row.held_on, part),
    );
    const day = `${row.child_id}/${row.held_on}`;
    const places = tightest(keys.map((key) => counts.get(key)));
    const others = [...(row.other_units ?? []), ...(taken.get(day) ?? [])].filter(
      (unit) => !gone.has(`${day}/${unit}`),
    );
    const waiting = joined.get(row.session_id) ?? row.waiting;
    const around = { places, others, waiting, quotients: facts.quotients };
    const verdict = decideLine(row, channel, around, reglement, now);
    const step = placesTaken({ row, verdict });
    for (const key of keys) shift(counts, key, -step);
    if (step > 0) taken.set(day, [...(taken.get(day) ?? []), row.unit]);
    if (step < 0) gone.add(`${day}/${row.unit}`);
    if (verdict.outcome === 'waitlisted') joined.set(row.session_id, waiting + 1);
    const rules = reglement.unit(row.unit);
    decided.set(row, {
      row,
      verdict,
      versionId,
      unitLabel: rules?.unit.label ?? row.unit,
      activityLabel: rules?.activity.label ?? row.unit,
    });
  }
  return facts.rows.flatMap((row) => decided.get(row) ?? []);
}

/** Outcomes that change something when the cart is confirmed. */
export function isDone({ outcome }: Verdict): boolean {
  return outcome === 'accepted' || outcome === 'acceptedLate' || outcome === 'waitlisted';
}

/** Places a line takes in each of its pools (1), gives back (-1), or leaves as they are (0). */
export function placesTaken({ row, verdict }: Pick<DecidedLine, 'row' | 'verdict'>): -1 | 0 | 1 {
  if (!isDone(verdict) || verdict.outcome === 'waitlisted') return 0;
  if (row.action !== 'remove') return 1;
  return row.state !== null && placeHoldingStates.includes(row.state) ? -1 : 0;
}

/** What surrounds a line in its cart when its turn has come. */
type Around = {
  readonly places: SeatCount;
  /** Units the child has a place in that day. */
  readonly others: readonly string[];
  readonly waiting: number;
  readonly quotients: readonly QuotientRow[];
};

const asked: Readonly<Record<LineRow['action'], BookingRequest['action']>> = {
  add: 'book',
  wait: 'wait',
  remove: 'cancel',
};

function decideLine(
  row: LineRow,
  channel: Channel,
  around: Around,
  reglement: ReglementInForce['reglement'],
  now: Instant,
): Verdict {
  const facts: BookingFacts = {
    enrolment: row.enrolled ? 'accepted' : 'none',
    session:
      row.closed_label === null
        ? { kind: 'open' }
        : { kind: 'closed', label: row.closed_label === '' ? null : row.closed_label },
    booking: row.state === null ? null : { state: row.state, late: row.late === true },
    cancelledLate: row.cancelled_late ?? null,
    otherUnits: around.others,
    freePlaces: around.places.free,
    capacity: around.places.capacity,
    waiting: around.waiting,
    quotient: quotientOn(around.quotients, row.held_on),
  };
  const verdict = decideBooking(
    { action: asked[row.action], channel, unit: row.unit, on: row.held_on },
    facts,
    reglement,
    now,
  );
  const theirs = row.own === false && (row.action === 'remove' || channel === 'staff');
  if (theirs) return refuseToOtherHousehold(verdict);
  return verdict;
}

/** A day booked by the child's other household is theirs to give back. */
function refuseToOtherHousehold(verdict: Verdict): Verdict {
  return {
    ...verdict,
    outcome: 'staffOnly',
    constraint: 'staffOnly',
    reasons: otherHousehold,
    cents: cents(0),
    priceReasons: [],
  };
}

function shift(counts: Map<string, SeatCount>, key: string, step: number): void {
  const count = counts.get(key);
  if (count) count.free += step;
}
