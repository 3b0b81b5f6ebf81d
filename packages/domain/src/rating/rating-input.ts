import type { AbsenceReason } from '../reglement/vocabulary/presence-rules.ts';
import type { Day } from '../time/day.ts';
import type { ClockTime, Instant } from '../time/instant.ts';

/**
 * What happened to one child, unit and day: booked or not, cancelled, there or not. The one shape
 * that bookings and attendance take to be charged, whoever recorded them.
 */
export type PresenceRecord = {
  readonly childId: string;
  readonly unit: string;
  readonly on: Day;
  /** `null` = nobody booked it. `stage` is that of the booking stages, 0 = in time. */
  readonly booking: {
    readonly stage: number;
    readonly mode: string | null;
    readonly extras: readonly string[];
  } | null;
  /** At that stage of the cancelling stages; the share (percent) the staff chose to keep, where it may. */
  readonly cancelled: { readonly stage: number; readonly keptPercent: number | null } | null;
  /** `unrecorded` is billed as booked. */
  readonly attendance: 'unrecorded' | 'present' | 'absent';
  readonly arrival: ClockTime | null;
  readonly departure: ClockTime | null;
  /** Why the child was away, when it was told and proved; `null` = nobody said. */
  readonly absence: {
    readonly reason: AbsenceReason;
    readonly toldAt: Instant | null;
    readonly provedAt: Instant | null;
    readonly keptPercent: number | null;
  } | null;
  /** The service itself cancelled the day: see `closureCredit`. */
  readonly closed: boolean;
  /** The staff let a late pick-up pass, where the règlement leaves it the choice. */
  readonly latePickupWaived: boolean;
};

/** A quotient as it was declared. */
export type QuotientFact = {
  readonly value: number;
  /** Day it was received. */
  readonly receivedOn: Day;
  /** Day from which the household has it, where it is another. */
  readonly validFrom: Day | null;
};

export type RatedChild = {
  readonly id: string;
  readonly bornOn: Day | null;
  readonly group: string | null;
  readonly flags: readonly string[];
  /** Activities it is registered in; `null` = all of them. */
  readonly activities: readonly string[] | null;
};

export type RatedHousehold = {
  readonly residence: string | null;
  readonly scheme: string | null;
  readonly flags: readonly string[];
  readonly quotients: readonly QuotientFact[];
  readonly monthlyResources: number | null;
  /** Children it has, whether they come or not; `null` = those listed. */
  readonly dependentChildren: number | null;
  readonly children: readonly RatedChild[];
};

export type RatingInput = {
  /** Days that are charged, both included. */
  readonly from: Day;
  readonly until: Day;
  readonly household: RatedHousehold;
  /** Those of the days charged, and of the spans (month, school year…) around them that rules count in. */
  readonly records: readonly PresenceRecord[];
  /** Memberships taken by themselves, beside those a presence brings. */
  readonly memberships: readonly {
    readonly code: string;
    readonly on: Day;
    readonly childId: string | null;
  }[];
  readonly fees: readonly {
    readonly code: string;
    readonly on: Day;
    readonly childId: string | null;
    readonly quantity: number;
  }[];
};
