import { decideBooking } from '@preau/domain/bookings/decide-booking';
import { minimumMissed, refuseBelowMinimum } from '@preau/domain/bookings/minimum-days';
import { holdsPlace } from '@preau/domain/bookings/states';
import {
  type BookingFacts,
  type BookingRequest,
  isDoneOutcome,
  type Verdict,
} from '@preau/domain/bookings/verdict';
import type { Reason } from '@preau/domain/explain/reasons';
import { cents } from '@preau/domain/money/cents';
import type { CompiledUnit } from '@preau/domain/reglement/compile';
import type { Channel } from '@preau/domain/reglement/document';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { DraftDays } from './days-held.ts';
import type { LineRow, PlacesRow } from './line-facts.ts';
import type { QuotientRow } from './planning.queries.ts';
import { quotientOn } from './quotient-on.ts';
import { countsOf, type SeatCount, seatKey, tightest } from './seat-keys.ts';
import { staysOfDraft } from './stays.ts';
import type { ReglementInForce } from '../reglements/reglements.public.ts';

/** One line with its verdict and the rules that gave it. */
export type DecidedLine = {
  readonly row: LineRow;
  readonly verdict: Verdict;
  readonly versionId: string;
  readonly rules: CompiledUnit;
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
 *
 * A week or month that would be left below the minimum of its activity is refused as a whole, and
 * the rest decided again without it.
 */
export function decideLines(facts: LineFacts, channel: Channel, now: Instant): DecidedLine[] {
  const below = new Map<LineRow, Verdict>();
  for (;;) {
    const { lines, days } = decideEach(facts, below, channel, now);
    if (channel !== 'online') return lines;
    let more = false;
    for (const line of lines) {
      const missed = minimumMissedBy(line, days, facts);
      if (missed === null) continue;
      below.set(line.row, refuseBelowMinimum(line.verdict, missed));
      more = true;
    }
    if (!more) return lines;
  }
}

function decideEach(
  facts: LineFacts,
  below: ReadonlyMap<LineRow, Verdict>,
  channel: Channel,
  now: Instant,
): { readonly lines: DecidedLine[]; readonly days: DraftDays } {
  const counts = countsOf(facts.places);
  const days = new DraftDays();
  const stayOf = staysOfDraft(facts.rows, facts.reglementOn);
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
    const rules = reglement.unit(row.unit);
    if (rules === undefined) throw new RangeError(`Unknown unit "${row.unit}"`);
    const keys = row.parts.map((part) =>
      seatKey(row.facility_id, row.age_group, row.held_on, part),
    );
    const day = `${row.child_id}/${row.held_on}`;
    const places = tightest(keys.map((key) => counts.get(key)));
    const others = [...(row.other_units ?? []), ...(taken.get(day) ?? [])].filter(
      (unit) => !gone.has(`${day}/${unit}`),
    );
    const waiting = joined.get(row.session_id) ?? row.waiting;
    const activityDays = days.around(row, rules);
    const { quotients } = facts;
    const stayFrom = stayOf(row);
    const around = { places, others, waiting, activityDays, quotients, stayFrom };
    const verdict = below.get(row) ?? decideLine(row, channel, around, reglement, now);
    const line: DecidedLine = { row, verdict, versionId, rules };
    const step = placesTaken(line);
    for (const key of keys) shift(counts, key, -step);
    if (isBooked(line)) taken.set(day, [...(taken.get(day) ?? []), row.unit]);
    if (step < 0) gone.add(`${day}/${row.unit}`);
    if (verdict.outcome === 'waitlisted') joined.set(row.session_id, waiting + 1);
    if (isDone(verdict)) days.note(row, rules, verdict);
    decided.set(row, line);
  }
  return { lines: facts.rows.flatMap((row) => decided.get(row) ?? []), days };
}

/** Verdicts that change something when the cart is confirmed. */
export function isDone({ outcome }: Verdict): boolean {
  return isDoneOutcome(outcome);
}

/** Whether the line leaves the child expected that day, or asking to be. */
function isBooked({ row, verdict }: DecidedLine): boolean {
  return row.action !== 'remove' && isDone(verdict) && verdict.outcome !== 'waitlisted';
}

/** Whether a request for this line keeps a place until its answer. */
export function requestHolds({ rules }: Pick<DecidedLine, 'rules'>): boolean {
  const { acceptance } = rules.activity.regime;
  return acceptance.kind !== 'staff' || acceptance.holdsPlace;
}

/** Places a line takes in each of its pools (1), gives back (-1), or leaves as they are (0). */
export function placesTaken(line: DecidedLine): -1 | 0 | 1 {
  const { row, verdict } = line;
  if (!isDone(verdict) || verdict.outcome === 'waitlisted') return 0;
  if (row.action !== 'remove') return verdict.outcome === 'pending' && !requestHolds(line) ? 0 : 1;
  // Who asks to cancel keeps the place until the answer.
  if (verdict.outcome === 'pending' || row.state === null) return 0;
  return holdsPlace(row.state, row.request_holds === true) ? -1 : 0;
}

/** The rule by which a done line leaves its week, month or period some days, but too few. */
function minimumMissedBy(
  { row, verdict, rules }: DecidedLine,
  days: DraftDays,
  { reglementOn }: LineFacts,
): ReturnType<typeof minimumMissed> {
  if (!isDone(verdict) || verdict.outcome === 'waitlisted') return null;
  const { calendar } = reglementOn(row.held_on).reglement;
  return minimumMissed(rules.activity, row.held_on, days.left(row, rules), calendar);
}

/** What surrounds a line in its cart when its turn has come. */
type Around = {
  readonly places: SeatCount;
  /** Units the child has a place in that day. */
  readonly others: readonly string[];
  readonly waiting: number;
  readonly activityDays: readonly Day[];
  readonly quotients: readonly QuotientRow[];
  readonly stayFrom: Day | undefined;
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
    enrolment: row.enrolment,
    ageGroup: row.age_group,
    bornOn: row.born_on,
    documents: row.documents ?? [],
    activityDays: around.activityDays,
    session:
      row.closed_label === null
        ? { kind: 'open' }
        : { kind: 'closed', label: row.closed_label === '' ? null : row.closed_label },
    booking: row.state === null ? null : { state: row.state, stage: row.stage ?? 0 },
    cancelledLate: row.cancelled_late,
    otherUnits: around.others,
    freePlaces: around.places.free,
    capacity: around.places.capacity,
    waiting: around.waiting,
    stayFrom: around.stayFrom,
    quotient: quotientOn(around.quotients, row.held_on),
  };
  const verdict = decideBooking(
    {
      action: asked[row.action],
      channel,
      unit: row.unit,
      on: row.held_on,
      paid: isPaidWith(channel),
    },
    facts,
    reglement,
    now,
  );
  const theirs = row.own === false && (row.action === 'remove' || channel === 'staff');
  if (theirs) return refuseToOtherHousehold(verdict);
  return verdict;
}

/** Who records a request has its payment in hand, where one is asked for; the portal takes none. */
export function isPaidWith(channel: Channel): boolean {
  return channel !== 'online';
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
