import type { PresenceRecord } from '@preau/domain/rating/rating-input';
import type { AbsenceReason } from '@preau/domain/reglement/document';
import type { ClockTime, Instant } from '@preau/domain/time/instant';
import { type CaseBooking, isTaken } from './case-booking.ts';
import { keyOf, type Target } from './targets.ts';

/** What was seen or told of a child that day. */
export type Presence = Target &
  Pick<PresenceRecord, 'attendance' | 'arrival' | 'departure' | 'absence' | 'latePickupWaived'>;

export type Attendance = {
  readonly arrival?: ClockTime | undefined;
  readonly departure?: ClockTime | undefined;
  readonly waived?: boolean | undefined;
};

/** Why a child is away: told at a moment, or only found out. */
export type Away = {
  readonly reason?: AbsenceReason | undefined;
  readonly toldAt: Instant | null;
  readonly keptPercent?: number | undefined;
};

/** Who was there and who was not, as the steps of a case tell it. */
export class Presences {
  readonly #seen = new Map<string, Presence>();

  of(target: Target): Presence | undefined {
    return this.#seen.get(keyOf(target));
  }

  all(): readonly Presence[] {
    return [...this.#seen.values()];
  }

  attend(target: Target, { arrival, departure, waived }: Attendance): void {
    this.#seen.set(keyOf(target), {
      ...target,
      attendance: 'present',
      arrival: arrival ?? null,
      departure: departure ?? null,
      absence: null,
      latePickupWaived: waived ?? false,
    });
  }

  /** What was told before stays told. */
  miss(target: Target, { reason, toldAt, keptPercent }: Away): void {
    const before = this.of(target)?.absence ?? null;
    const kept = keptPercent ?? before?.keptPercent ?? null;
    const absence =
      reason === undefined
        ? before
        : {
            reason,
            toldAt: toldAt ?? before?.toldAt ?? null,
            provedAt: before?.provedAt ?? null,
            keptPercent: kept,
          };
    this.#seen.set(keyOf(target), {
      ...target,
      attendance: 'absent',
      arrival: null,
      departure: null,
      absence: absence && { ...absence, keptPercent: kept },
      latePickupWaived: false,
    });
  }

  /** The proof of those absences that have none yet. */
  prove(concerned: (presence: Presence) => boolean, now: Instant): void {
    for (const [key, presence] of this.#seen) {
      const { absence } = presence;
      if (absence === null || absence.provedAt !== null || !concerned(presence)) continue;
      this.#seen.set(key, { ...presence, absence: { ...absence, provedAt: now } });
    }
  }
}

/** What happened, in the shape in which it is charged. */
export function recordsOf(
  bookings: readonly CaseBooking[],
  presences: Presences,
): PresenceRecord[] {
  const taken = bookings.filter(isTaken);
  const booked = new Set(taken.map(keyOf));
  const alone = presences.all().filter((presence) => !booked.has(keyOf(presence)));
  return [
    ...taken.map((booking) => recordOf(booking, booking, presences.of(booking))),
    // Away without a booking is nothing at all.
    ...alone
      .filter(({ attendance }) => attendance === 'present')
      .map((presence) => recordOf(presence, null, presence)),
  ];
}

function recordOf(
  { child, unit, on }: Target,
  booking: CaseBooking | null,
  presence: Presence | undefined,
): PresenceRecord {
  const there = presence?.attendance === 'present';
  // Who gave the day back and comes all the same is there without a booking.
  const given = booking !== null && booking.cancelled !== null;
  const kept = booking === null || (given && there) ? null : booking;
  return {
    childId: child,
    unit,
    on,
    booking: kept && { stage: kept.stage, mode: kept.mode, extras: kept.extras },
    cancelled: kept?.cancelled ?? null,
    attendance: presence?.attendance ?? 'unrecorded',
    arrival: presence?.arrival ?? null,
    departure: presence?.departure ?? null,
    absence: presence?.absence ?? null,
    closed: booking?.closed ?? false,
    latePickupWaived: presence?.latePickupWaived ?? false,
  };
}
