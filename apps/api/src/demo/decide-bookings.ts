import type { Faker } from '@faker-js/faker';
import { decideBooking } from '@preau/domain/bookings/decide-booking';
import type { BookingState } from '@preau/domain/bookings/states';
import type { BookingFacts, Verdict } from '@preau/domain/bookings/verdict';
import type { CompiledReglement } from '@preau/domain/reglement/compile';
import type { Channel } from '@preau/domain/reglement/document';
import { type Day, isoWeekOf } from '@preau/domain/time/day';
import { type Instant, localDayOf } from '@preau/domain/time/instant';
import { newId } from '../platform/ids.ts';
import { isAddedLate, madeInTime, madeLate } from './booking-instants.ts';
import type { Attendance, Waiting } from './choose-attendance.ts';
import {
  type DemoBooking,
  type DemoLife,
  type DemoStep,
  type OpenSession,
  waitingOnly,
} from './demo-bookings.ts';
import type { DemoHousehold } from './town.ts';

const hour = 3_600_000;
const day = 24 * hour;

const absentShare = 0.04;
const lateNote = 'Demande par téléphone.';

export type Deciding = {
  readonly households: readonly DemoHousehold[];
  readonly reglement: CompiledReglement;
  readonly now: Instant;
  readonly faker: Faker;
};

/**
 * Turns who comes, and who waits, into bookings as they would have been made, each step decided by
 * the règlement at its instant.
 * @throws Error when the règlement decides otherwise: the demonstration must show nothing impossible.
 */
export function decideBookings(
  {
    attendance,
    waiting,
  }: {
    readonly attendance: readonly Attendance[];
    readonly waiting: readonly Waiting[];
  },
  deciding: Deciding,
): DemoBooking[] {
  const payerOf = payers(deciding.households);
  const isAbsent = absences(attendance, deciding);
  return [
    ...attendance.map((one) => {
      const payer = payerOf(one.child.id, one.session.on);
      const life = livesOf(one, payer, isAbsent(one), deciding);
      const { stage } = life.steps[0].verdict;
      return bookingOf(one, payer, { ...life, stage });
    }),
    ...waiting.map((one) => {
      const payer = payerOf(one.child.id, one.session.on);
      const { step, until } = waitingStep(one, payer, deciding);
      const wait = waitingOnly(step.at, until);
      return bookingOf(one, payer, { steps: [step], wait, stage: 0 });
    }),
  ];
}

/** The state where it is not that of the last step: nobody writes down what came of the day. */
type Life = Pick<DemoLife, 'steps' | 'wait'> & Partial<Pick<DemoLife, 'state'>>;

function bookingOf(
  { child, session }: Pick<Attendance, 'child' | 'session'>,
  payer: Payer,
  life: Life & Pick<DemoLife, 'stage'>,
): DemoBooking {
  return {
    id: newId(),
    householdId: payer.household.id,
    child,
    session,
    state: life.steps.at(-1)?.to ?? 'confirmed',
    requestHolds: true,
    ...life,
  };
}

/** The steps that lead to what became of a booking. */
function livesOf(one: Attendance, payer: Payer, absent: boolean, deciding: Deciding): Life {
  const { session, fate } = one;
  const { reglement, now } = deciding;
  const limit = reglement.limitAt(session.unit, session.on, 'book') ?? now;
  const booked = (at: Instant, channel: Channel, to: BookingState): DemoStep => ({
    ...step({ at, channel, action: 'add', from: null, to, payer }),
    verdict: decided('book', one, payer, { at, channel }, reglement),
  });
  const inTime = () => booked(madeInTime(session, payer.place, deciding), 'online', 'confirmed');
  const given = (at: Instant, channel: Channel, to: BookingState): DemoStep => ({
    ...step({ at, channel, action: 'remove', from: 'confirmed', to, payer }),
    verdict: decided('cancel', one, payer, { at, channel }, reglement),
  });
  switch (fate) {
    case 'cancelled': {
      const first = inTime();
      const at = Math.max(first.at + hour, Math.min(now, limit) - 2 * day) as Instant;
      return { steps: [first, given(at, 'online', 'cancelled')], wait: null };
    }
    case 'cancelledLate':
      return {
        steps: [inTime(), given(madeLate(limit, now), 'staff', 'cancelledLate')],
        wait: null,
      };
    case 'offered':
      return offeredLife(one, payer, limit, deciding);
    case 'lateByStaff':
      return {
        ...seen(booked(madeLate(limit, now), 'staff', 'confirmed'), one, absent, deciding),
        wait: null,
      };
    case 'usual':
    case 'missed': {
      const late = fate === 'usual' && !one.child.showcase && isAddedLate(session, deciding);
      const first = late ? booked(madeLate(limit, now), 'staff', 'confirmed') : inTime();
      return { ...seen(first, one, absent, deciding), wait: null };
    }
  }
}

/** Days that are over were attended or missed; nobody writes down when that was noted. */
function seen(
  first: DemoStep,
  { session }: Attendance,
  absent: boolean,
  { reglement, now }: Deciding,
): Pick<Life, 'steps' | 'state'> {
  if (session.on >= localDayOf(now, reglement.calendar.timeZone)) return { steps: [first] };
  return { steps: [first], state: absent ? 'absentUnexcused' : 'attended' };
}

/** Waited for two days, offered an hour ago. */
function offeredLife(one: Attendance, payer: Payer, limit: Instant, deciding: Deciding): Life {
  const { reglement, now } = deciding;
  const list = reglement.unit(one.session.unit)?.activity.waitingList;
  if (list?.kind !== 'online') throw new Error(`${one.session.unit} has no waiting list`);
  const { step: joined } = waitingStep({ ...one, before: 0 }, payer, deciding);
  const at = (now - hour) as Instant;
  const until = Math.min(at + list.offerHours * hour, limit) as Instant;
  const verdict = decided('book', { ...one, free: 1 }, payer, { at, channel: 'online' }, reglement);
  const offered: DemoStep = {
    at,
    by: 'system',
    action: null,
    from: 'waitlisted',
    to: 'offered',
    verdict: { ...verdict, reasons: [{ code: 'offerMade', until }] },
    note: null,
  };
  return { steps: [joined, offered], wait: waitingOnly(joined.at, until) };
}

/** Joins the list of a full session, a day before whoever is behind. */
function waitingStep(one: Waiting, payer: Payer, { reglement, now }: Deciding) {
  const at = (now - (3 - one.before) * day) as Instant;
  const verdict = decided(
    'wait',
    { ...one, free: 0 },
    payer,
    { at, channel: 'online' },
    reglement,
    one.before,
  );
  const reason = verdict.reasons.find(({ code }) => code === 'waitingListJoin');
  if (reason?.code !== 'waitingListJoin') throw new Error('Who waits is told until when');
  const joined = step({
    at,
    channel: 'online',
    action: 'wait',
    from: null,
    to: 'waitlisted',
    payer,
  });
  return { step: { ...joined, verdict }, until: reason.until };
}

type Act = {
  readonly at: Instant;
  readonly channel: Channel;
  readonly action: 'add' | 'remove' | 'wait';
  readonly from: BookingState | null;
  readonly to: BookingState;
  readonly payer: Payer;
};

/** Parents without an access have the staff do it for them. */
function step({ at, channel, action, from, to, payer }: Act): Omit<DemoStep, 'verdict'> {
  const byStaff = channel === 'staff' || !payer.online;
  const note = channel === 'staff' ? lateNote : null;
  return { at, by: byStaff ? 'staff' : 'guardian', action, from, to, note };
}

const expected: Readonly<Record<'book' | 'wait' | 'cancel', readonly Verdict['outcome'][]>> = {
  book: ['accepted', 'acceptedLate'],
  wait: ['waitlisted'],
  cancel: ['accepted', 'acceptedLate'],
};

function decided(
  action: 'book' | 'wait' | 'cancel',
  one: { readonly session: OpenSession; readonly free: number; readonly capacity: number },
  payer: Payer,
  { at, channel }: { readonly at: Instant; readonly channel: Channel },
  reglement: CompiledReglement,
  waiting = 0,
): Verdict {
  const { session, free, capacity } = one;
  const facts: BookingFacts = {
    enrolment: 'accepted',
    ageGroup: session.group,
    bornOn: null,
    documents: [],
    activityDays: [],
    session: { kind: 'open' },
    booking: action === 'cancel' ? { state: 'confirmed', stage: 0 } : null,
    otherUnits: [],
    freePlaces: free,
    capacity,
    waiting,
    quotient: payer.household.quotient,
  };
  const request = { action, channel, unit: session.unit, on: session.on } as const;
  const verdict = decideBooking(request, facts, reglement, at);
  if (expected[action].includes(verdict.outcome)) return verdict;
  throw new Error(`To ${action} ${session.unit} on ${session.on} would be ${verdict.outcome}`);
}

/** A child who missed a day missed all of it. */
function absences(
  attendance: readonly Attendance[],
  { faker }: Deciding,
): (one: Attendance) => boolean {
  const keyOf = ({ child, session }: Attendance) => `${child.id} ${session.on}`;
  const missed = attendance.filter(({ fate }) => fate === 'missed');
  const known = new Map(missed.map((one) => [keyOf(one), true]));
  for (const one of attendance) {
    if (one.fate === 'lateByStaff') known.set(keyOf(one), false);
  }
  return (one) => {
    const absent = known.get(keyOf(one)) ?? faker.datatype.boolean(absentShare);
    known.set(keyOf(one), absent);
    return absent;
  };
}

type Payer = {
  readonly household: DemoHousehold;
  /** Among all households. */
  readonly place: number;
  /** Whether one of its parents signs in. */
  readonly online: boolean;
};

/** Separated parents take turns, week by week. */
function payers(households: readonly DemoHousehold[]): (childId: string, on: Day) => Payer {
  const known = new Map<string, Payer[]>();
  for (const [place, household] of households.entries()) {
    const online = household.guardians.some(({ access }) => access === 'active');
    for (const { id } of household.children) {
      known.set(id, [...(known.get(id) ?? []), { household, place, online }]);
    }
  }
  return (childId, on) => {
    const all = known.get(childId) ?? [];
    const payer = all[isoWeekOf(on).week % all.length];
    if (!payer) throw new Error('A child without a household');
    return payer;
  };
}
