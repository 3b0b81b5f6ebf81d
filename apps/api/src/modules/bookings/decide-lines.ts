import { decideBooking } from '@preau/domain/bookings/decide-booking';
import type { BookingFacts, Verdict } from '@preau/domain/bookings/verdict';
import type { Reason } from '@preau/domain/explain/reasons';
import { cents } from '@preau/domain/money/cents';
import type { Channel } from '@preau/domain/reglement/document';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import type { LineRow, PlacesRow } from './line-facts.ts';
import type { QuotientRow } from './planning.queries.ts';
import { quotientOn } from './quotient-on.ts';
import { type SeatCount, seatKey, tightest } from './seat-keys.ts';
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
 * decided first: its place and its unit are then free for what is added in the same cart.
 * Lines keep their order; a refused line takes nothing.
 */
export function decideLines(facts: LineFacts, channel: Channel, now: Instant): DecidedLine[] {
  const counts = countsOf(facts.places);
  const gone = new Set<string>();
  const taken = new Map<string, string[]>();
  const decided = new Map<LineRow, DecidedLine>();
  const inOrder = [
    ...facts.rows.filter(({ action }) => action === 'remove'),
    ...facts.rows.filter(({ action }) => action === 'add'),
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
    const verdict = decideLine(row, channel, places, others, facts.quotients, reglement, now);
    if (isDone(verdict)) {
      const step = row.action === 'add' ? -1 : 1;
      for (const key of keys) shift(counts, key, step);
      if (row.action === 'add') taken.set(day, [...(taken.get(day) ?? []), row.unit]);
      else gone.add(`${day}/${row.unit}`);
    }
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
export function isDone(verdict: Verdict): boolean {
  return verdict.outcome === 'accepted' || verdict.outcome === 'acceptedLate';
}

function decideLine(
  row: LineRow,
  channel: Channel,
  places: SeatCount,
  otherUnits: readonly string[],
  quotients: readonly QuotientRow[],
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
    otherUnits,
    freePlaces: places.free,
    capacity: places.capacity,
    quotient: quotientOn(quotients, row.held_on),
  };
  const verdict = decideBooking(
    { action: row.action === 'add' ? 'book' : 'cancel', channel, unit: row.unit, on: row.held_on },
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

function countsOf(places: readonly PlacesRow[]): Map<string, SeatCount> {
  return new Map(
    places.map(({ facility_id, age_group, held_on, part, free, capacity }) => [
      seatKey(facility_id, age_group, held_on, part),
      { free, capacity },
    ]),
  );
}

function shift(counts: Map<string, SeatCount>, key: string, step: number): void {
  const count = counts.get(key);
  if (count) count.free += step;
}
