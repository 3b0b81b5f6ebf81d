import type { Faker } from '@faker-js/faker';
import { decideBooking } from '@preau/domain/bookings/decide-booking';
import type { BookingState } from '@preau/domain/bookings/states';
import type { Verdict } from '@preau/domain/bookings/verdict';
import type { CompiledReglement } from '@preau/domain/reglement/compile';
import type { Channel } from '@preau/domain/reglement/document';
import { type Day, isoWeekOf } from '@preau/domain/time/day';
import { type Instant, localDayOf } from '@preau/domain/time/instant';
import type { DemoBooking } from './bookings.store.ts';
import type { Attendance } from './choose-attendance.ts';
import type { DemoHousehold } from './town.ts';

const hour = 3_600_000;
const day = 24 * hour;

const lateShare = 0.02;
const absentShare = 0.04;

export type Deciding = {
  readonly households: readonly DemoHousehold[];
  readonly reglement: CompiledReglement;
  readonly now: Instant;
  readonly faker: Faker;
};

/**
 * Turns who comes into bookings as they would have been made: some days before the limit, each
 * accepted by the règlement at that instant, a few late ones by the staff.
 * @throws Error when the règlement refuses one: the demonstration must show nothing impossible.
 */
export function decideBookings(
  attendance: readonly Attendance[],
  deciding: Deciding,
): DemoBooking[] {
  const householdsOf = byChild(deciding.households);
  const stateOf = statesSeen(deciding);
  return attendance.map((one) => {
    const { session, child } = one;
    const household = payerOn(session.on, householdsOf.get(child.id) ?? []);
    const made = whenMade(one, deciding);
    return {
      householdId: household.id,
      childId: child.id,
      session,
      state: stateOf(one),
      late: made.late,
      createdAt: made.at,
      verdict: accepted(one, household.quotient, made, deciding.reglement),
    };
  });
}

type Made = { readonly at: Instant; readonly channel: Channel; readonly late: boolean };

function whenMade({ session }: Attendance, { reglement, now, faker }: Deciding): Made {
  const limit = reglement.limitAt(session.unit, session.on, 'book') ?? now;
  const afterLimit = (limit + hour) as Instant;
  if (afterLimit <= now && faker.datatype.boolean(lateShare)) {
    return { at: afterLimit, channel: 'staff', late: true };
  }
  const before = faker.number.int({ min: hour, max: 20 * day });
  return { at: (Math.min(limit, now) - before) as Instant, channel: 'online', late: false };
}

function accepted(
  { session, free, capacity }: Attendance,
  quotient: number | null,
  { at, channel }: Made,
  reglement: CompiledReglement,
): Verdict {
  const verdict = decideBooking(
    { action: 'book', channel, unit: session.unit, on: session.on },
    {
      enrolment: 'accepted',
      session: { kind: 'open' },
      booking: null,
      otherUnits: [],
      freePlaces: free,
      capacity,
      waiting: 0,
      quotient,
    },
    reglement,
    at,
  );
  if (verdict.outcome === 'accepted' || verdict.outcome === 'acceptedLate') return verdict;
  throw new Error(
    `The règlement would refuse ${session.unit} on ${session.on}: ${verdict.outcome}`,
  );
}

/** What became of a booking: a child who missed a day missed all of it. */
function statesSeen({ reglement, now, faker }: Deciding): (one: Attendance) => BookingState {
  const today = localDayOf(now, reglement.calendar.timeZone);
  const absences = new Map<string, boolean>();
  return ({ child, session: { on } }) => {
    if (on >= today) return 'confirmed';
    const key = `${child.id} ${on}`;
    const absent = absences.get(key) ?? faker.datatype.boolean(absentShare);
    absences.set(key, absent);
    return absent ? 'absentUnexcused' : 'attended';
  };
}

/** Separated parents take turns, week by week. */
function payerOn(on: Day, households: readonly DemoHousehold[]): DemoHousehold {
  const household = households[isoWeekOf(on).week % households.length];
  if (!household) throw new Error('A child without a household');
  return household;
}

function byChild(households: readonly DemoHousehold[]): Map<string, DemoHousehold[]> {
  const found = new Map<string, DemoHousehold[]>();
  for (const household of households) {
    for (const { id } of household.children) found.set(id, [...(found.get(id) ?? []), household]);
  }
  return found;
}
