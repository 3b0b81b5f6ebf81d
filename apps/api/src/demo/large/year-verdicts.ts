import { decideBooking } from '@preau/domain/bookings/decide-booking';
import type { Verdict } from '@preau/domain/bookings/verdict';
import type { CompiledReglement } from '@preau/domain/reglement/compile';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';

const hour = 3_600_000;

export type UnitDay = { readonly unit: string; readonly on: Day };

export type YearVerdict = {
  /** By unit and day, then quotient, then lateness: each takes the two places after the one before. */
  readonly number: number;
  /** Of the booking stages; 0 = in time. */
  readonly stage: number;
  /** The last instant at which it could be made like that, or now. */
  readonly madeBy: Instant;
  readonly verdict: Pick<Verdict, 'outcome' | 'cents' | 'reasons' | 'priceReasons'>;
};

export type Year = {
  readonly reglement: CompiledReglement;
  readonly now: Instant;
  /** What takes place, each unit and day once. */
  readonly days: readonly UnitDay[];
  /** Of the households, each once. */
  readonly quotients: readonly (number | null)[];
};

/**
 * The verdict of every unit, day and quotient of a year: bookings by the thousand share what the
 * règlement says of each, in time by the parents and, once the day is past its limit, late by the
 * staff.
 * @throws Error when the règlement refuses one: the demonstration must show nothing impossible.
 */
export function yearVerdicts({ reglement, now, days, quotients }: Year): YearVerdict[] {
  return days.flatMap(({ unit, on }, unitDay) => {
    const limit = reglement.limitAt(unit, on, 'book') ?? now;
    const afterLimit = (limit + hour) as Instant;
    return quotients.flatMap((quotient, at) => {
      const number = (unitDay * quotients.length + at) * 2;
      const inTime = (Math.min(limit, now) - hour) as Instant;
      const online = accepted({ unit, on, quotient }, 'online', inTime, reglement);
      const made = [{ number, madeBy: inTime, ...online }];
      if (afterLimit > now) return made;
      const staff = accepted({ unit, on, quotient }, 'staff', afterLimit, reglement);
      return [...made, { number: number + 1, madeBy: afterLimit, ...staff }];
    });
  });
}

function accepted(
  { unit, on, quotient }: UnitDay & { readonly quotient: number | null },
  channel: 'online' | 'staff',
  at: Instant,
  reglement: CompiledReglement,
): Pick<YearVerdict, 'stage' | 'verdict'> {
  const { outcome, stage, cents, reasons, priceReasons } = decideBooking(
    { action: 'book', channel, unit, on },
    {
      enrolment: 'accepted',
      ageGroup: '',
      bornOn: null,
      documents: [],
      activityDays: [],
      session: { kind: 'open' },
      booking: null,
      otherUnits: [],
      freePlaces: 1,
      capacity: 1,
      waiting: 0,
      quotient,
    },
    reglement,
    at,
  );
  if (outcome === 'accepted' || outcome === 'acceptedLate') {
    return { stage, verdict: { outcome, cents, reasons, priceReasons } };
  }
  throw new Error(`The règlement would refuse ${unit} on ${on}: ${outcome}`);
}
