import { bookingEffect } from '@preau/domain/bookings/charge-of';
import { decideBooking } from '@preau/domain/bookings/decide-booking';
import type { BookingFacts, SessionFact, Verdict } from '@preau/domain/bookings/verdict';
import type { Reason } from '@preau/domain/explain/reasons';
import { profileOf } from '@preau/domain/bookings/who-may-come';
import { liveStates, stateAtTerm } from '@preau/domain/bookings/states';
import type { CompiledReglement, CompiledUnit } from '@preau/domain/reglement/compile';
import type { Channel } from '@preau/domain/reglement/document';
import { day, type Day, eachDay } from '@preau/domain/time/day';
import { type Instant, toIso } from '@preau/domain/time/instant';
import type { z } from 'zod';
import type { SessionCalendar, UnitSessions } from '../activities/activities.public.ts';
import type { planningSchema } from './bookings.schemas.ts';
import { isPaidWith } from './decide-lines.ts';
import type { HeldRow, PlanningPage, PoolRow, QueueRow, UnitRow } from './planning.queries.ts';
import { quotientOn } from './quotient-on.ts';
import { type SeatCount, tightest } from './seat-keys.ts';

type Planning = z.infer<typeof planningSchema>;
type PlanningRow = Planning['rows'][number];
type QueueEntry = PlanningRow['queue'][number];

export type PlanningFacts = PlanningPage & {
  readonly calendar: SessionCalendar;
  readonly reglementOn: (on: Day) => CompiledReglement;
  /** First and last day shown. */
  readonly range: readonly [Day, Day];
  /** Who looks: what a gesture meets and costs depends on it. */
  readonly channel: Channel;
};

const open: SessionFact = { kind: 'open' };
const otherHousehold: Reason = { code: 'otherHousehold' };

/** The planning page from its facts: every cell decided by the one function that also confirms. */
export function buildPlanning(facts: PlanningFacts, now: Instant): Planning {
  const [from, until] = facts.range;
  const reasons = new ReasonDictionary();
  const places = placesOf(facts.pools);
  const held = heldAt(facts, now);
  const { calendar } = facts.reglementOn(from);
  return {
    now: toIso(now),
    timeZone: calendar.timeZone,
    days: eachDay(from, until).map((on) => {
      const kind = facts.reglementOn(on).calendar.dayKind(on);
      return { on, kind: kind.kind, label: 'name' in kind ? kind.name : null };
    }),
    children: facts.children.map(({ id, first_name, school_class }) => ({
      id,
      firstName: first_name,
      schoolClass: school_class,
    })),
    rows: facts.units.flatMap(
      (row) => buildRow(row, facts, places, held, reasons, { from, until }, now) ?? [],
    ),
    reasons: reasons.all,
  };
}

function buildRow(
  row: UnitRow,
  facts: PlanningFacts,
  places: PlacesByRoom,
  held: HeldCells,
  reasons: ReasonDictionary,
  range: Range,
  now: Instant,
): PlanningRow | undefined {
  const sessions = sessionsOf(row, facts.calendar, range);
  const first = sessions.days[0];
  const rules = first && facts.reglementOn(first).unit(row.unit);
  if (!rules) return undefined;
  const { activity, unit } = rules;
  const built = emptyRow(row, rules, sessions);
  const given = facts.documents.filter(
    ({ child_id }) => child_id === null || child_id === row.child_id,
  );
  const bornOn = facts.children.find(({ id }) => id === row.child_id)?.born_on ?? null;
  const paid = isPaidWith(facts.channel);
  const daysHeld = activity.days.length === 0 ? [] : daysHeldOf(row, facts, rules);
  const rooms = unit.parts.map((part) => places.get(roomKey(row.facility_id, row.age_group, part)));
  for (const [index, on] of sessions.days.entries()) {
    const sessionId = sessions.ids[index] ?? '';
    const reglement = facts.reglementOn(on);
    const { booking, waits } = held(`${row.child_id}/${sessionId}`);
    const seats = tightest(rooms.map((room) => room?.get(on)));
    const live = booking?.live ? booking : null;
    const known: BookingFacts = {
      enrolment: row.enrolment,
      ageGroup: row.age_group,
      bornOn,
      documents: given,
      activityDays: daysHeld,
      session: sessionFact(sessions.closed, on),
      booking: live,
      cancelledLate: cancelledLateOf(booking),
      otherUnits: [],
      freePlaces: seats.free,
      capacity: seats.capacity,
      waiting: facts.waiting[sessionId] ?? 0,
      quotient: quotientOn(facts.quotients, on),
    };
    const action = live ? 'cancel' : 'book';
    const request = { action, channel: facts.channel, unit: row.unit, on, paid } as const;
    const verdict = decideBooking(request, known, reglement, now);
    built.state.push(booking?.state ?? null);
    built.limitAt.push(verdict.limitAt === null ? null : isoOf(verdict.limitAt));
    built.placesLeft.push(Math.max(0, seats.free));
    const inTime = bookingEffect(
      reglement.unitDay(row.unit, on),
      0,
      known.quotient,
      profileOf(known),
    );
    built.unitCents.push(inTime.cents);
    if (waits) built.queue.push(queueEntry(index, waits));
    pushGesture(built, verdict, live !== null && !live.own, reasons);
  }
  return built;
}

/** A row before its cells are decided. */
function emptyRow(row: UnitRow, rules: CompiledUnit, sessions: UnitSessions): PlanningRow {
  const { activity, unit } = rules;
  return {
    childId: row.child_id,
    unit: unit.code,
    unitLabel: unit.label,
    activity: activity.code,
    activityLabel: activity.label,
    facility: row.facility,
    startsAt: unit.startsAt,
    endsAt: unit.endsAt,
    excludes: [...rules.conflicts],
    waitingList: activity.waitingList.kind,
    acceptance: activity.regime.acceptance.kind,
    cancellation: activity.regime.cancellation.kind,
    payment: activity.regime.payment.kind,
    enrolment: row.enrolment,
    on: [...sessions.days],
    sessionId: [...sessions.ids],
    state: [],
    constraint: [],
    limitAt: [],
    placesLeft: [],
    cents: [],
    unitCents: [],
    reasons: [],
    queue: [],
  };
}

/** Days the child holds an activity in the range shown: the cart counts those around it too. */
function daysHeldOf(row: UnitRow, facts: PlanningFacts, { activity }: CompiledUnit): Day[] {
  const units = new Set(activity.units.map(({ code }) => code));
  const held = new Set(
    facts.held
      .filter((one) => one.child_id === row.child_id && one.live && one.state !== 'waitlisted')
      .map(({ session_id }) => session_id),
  );
  return facts.units
    .filter((one) => one.child_id === row.child_id && units.has(one.unit))
    .flatMap((one) => {
      const { days, ids } = facts.calendar.between(one.unit_id, one.age_group, ...facts.range);
      return days.filter((_, at) => held.has(ids[at] ?? ''));
    });
}

/** The booking of a cell (child/session), and what it waits for. */
type HeldCells = (cell: string) => {
  readonly booking: HeldRow | undefined;
  readonly waits: QueueRow | undefined;
};

/** What waited until now no longer does, whether or not it is written yet. */
function heldAt(facts: PlanningFacts, now: Instant): HeldCells {
  const held = heldByCell(facts.held);
  const queue = new Map(facts.queue.map((row) => [`${row.child_id}/${row.session_id}`, row]));
  return (cell) => {
    const booking = held.get(cell);
    const waits = booking?.live ? queue.get(cell) : undefined;
    if (!booking || !waits || now < waits.until) return { booking, waits };
    const state = stateAtTerm(booking.state) ?? booking.state;
    const live = liveStates.includes(state);
    return { booking: { ...booking, state, live }, waits: undefined };
  };
}

function queueEntry(index: number, row: QueueRow): QueueEntry {
  const { booking_id, rank, until, answer_due } = row;
  const answerDueAt = answer_due === null ? null : toIso(answer_due);
  return { index, bookingId: booking_id, rank, until: toIso(until), answerDueAt };
}

/**
 * The household's own booking that is cancelled and still billed: the staff takes it up again, and
 * a parent sent to the staff is told what that costs (decision 15).
 */
function cancelledLateOf(booking: HeldRow | undefined): HeldRow | null {
  return booking?.own && booking.state === 'cancelledLate' ? booking : null;
}

type Range = { readonly from: Day; readonly until: Day };

/** A range may touch two school years: an enrolment counts for the days of its own. */
function sessionsOf(row: UnitRow, calendar: SessionCalendar, { from, until }: Range): UnitSessions {
  const [starts, ends] = row.school_year.split('-');
  const first = day(`${starts}-09-01`);
  const last = day(`${ends}-08-31`);
  return calendar.between(
    row.unit_id,
    row.age_group,
    from < first ? first : from,
    until > last ? last : until,
  );
}

/** What the next gesture meets; a day booked by the child's other household is theirs to change. */
function pushGesture(
  built: PlanningRow,
  verdict: Verdict,
  bookedElsewhere: boolean,
  reasons: ReasonDictionary,
): void {
  if (bookedElsewhere) {
    built.constraint.push('staffOnly');
    built.cents.push(0);
    built.reasons.push([reasons.indexOf(otherHousehold)]);
    return;
  }
  built.constraint.push(verdict.constraint);
  built.cents.push(verdict.cents);
  built.reasons.push([
    ...reasons.indexesOf(verdict.reasons),
    ...reasons.indexesOf(verdict.priceReasons),
  ]);
}

function sessionFact(closed: UnitSessions['closed'], on: Day): SessionFact {
  const label = closed[on];
  if (label === undefined) return open;
  return { kind: 'closed', label: label === '' ? null : label };
}

/** Places by room and part of the day, then by day. */
type PlacesByRoom = ReadonlyMap<string, ReadonlyMap<Day, SeatCount>>;

function placesOf(pools: readonly PoolRow[]): PlacesByRoom {
  const places = new Map<string, Map<Day, SeatCount>>();
  for (const { facility_id, age_group, part, days, free, capacity } of pools) {
    const byDay = new Map<Day, SeatCount>();
    for (const [index, on] of days.entries()) {
      byDay.set(on, { free: free[index] ?? 0, capacity: capacity[index] ?? 0 });
    }
    places.set(roomKey(facility_id, age_group, part), byDay);
  }
  return places;
}

function roomKey(facilityId: string, ageGroup: string, part: string): string {
  return `${facilityId}/${ageGroup}/${part}`;
}

/** The live booking of each cell, or else the last one: rows come oldest first. */
export function heldByCell(rows: readonly HeldRow[]): Map<string, HeldRow> {
  const cells = new Map<string, HeldRow>();
  for (const row of rows) {
    const key = `${row.child_id}/${row.session_id}`;
    if (!cells.get(key)?.live) cells.set(key, row);
  }
  return cells;
}

/** Each distinct reason once: the engine shares the lists it gives for a unit and a day. */
class ReasonDictionary {
  readonly all: Planning['reasons'] = [];
  readonly #byText = new Map<string, number>();
  readonly #byList = new Map<readonly Reason[], readonly number[]>();

  indexesOf(list: readonly Reason[]): readonly number[] {
    let indexes = this.#byList.get(list);
    if (!indexes) {
      indexes = list.map((reason) => this.indexOf(reason));
      this.#byList.set(list, indexes);
    }
    return indexes;
  }

  indexOf(reason: Reason): number {
    const text = textOf(reason);
    let index = this.#byText.get(text);
    if (index === undefined) {
      index = this.all.push(reason) - 1;
      this.#byText.set(text, index);
    }
    return index;
  }
}

const reasonTexts = new WeakMap<Reason, string>();

/** Reasons are shared by every request: what tells two apart is written once. */
function textOf(reason: Reason): string {
  let text = reasonTexts.get(reason);
  if (text === undefined) {
    text = JSON.stringify(reason);
    reasonTexts.set(reason, text);
  }
  return text;
}

const isoTexts = new Map<Instant, string>();
const mostIsoTexts = 20_000;

/** Limits are few and the same for everybody: their text is made once. */
function isoOf(instant: Instant): string {
  let text = isoTexts.get(instant);
  if (text === undefined) {
    if (isoTexts.size >= mostIsoTexts) isoTexts.clear();
    text = toIso(instant);
    isoTexts.set(instant, text);
  }
  return text;
}
