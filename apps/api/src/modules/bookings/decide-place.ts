import { decideBooking } from '@preau/domain/bookings/decide-booking';
import { findTransition } from '@preau/domain/bookings/states';
import type { BookingFacts, Verdict } from '@preau/domain/bookings/verdict';
import type { Reason } from '@preau/domain/explain/reasons';
import type { CompiledReglement, CompiledUnit } from '@preau/domain/reglement/compile';
import type { Instant } from '@preau/domain/time/instant';
import type { SeatCount } from './seat-keys.ts';
import type { ChosenRow } from './staff-waiting.queries.ts';

/** What the staff does for who waits: leaves them the choice for a while, or gives the place. */
export type PlaceGesture = 'offer' | 'place';

export type PlaceDecision =
  | {
      readonly kind: 'given';
      readonly to: 'offered' | 'confirmed' | 'awaitingPayment';
      /** Until when it is answered, or paid; `null` once it is theirs. */
      readonly until: Instant | null;
      readonly verdict: Verdict;
      /** What the family reads of it. */
      readonly reasons: readonly Reason[];
      readonly rules: CompiledUnit;
    }
  | { readonly kind: 'refused'; readonly code: PlaceRefusal }
  | { readonly kind: 'refused'; readonly code: 'not-first'; readonly rank: number }
  /** The child has a place in another unit of that day, which excludes this one. */
  | { readonly kind: 'refused'; readonly code: 'incompatible-unit'; readonly unit: string };

export type PlaceRefusal =
  /** Somebody else gave it, the family left the list, or its time is over. */
  | 'not-waiting'
  | 'waiting-over'
  | 'full'
  | 'session-closed'
  | 'not-enrolled'
  /** The règlement keeps no list any more: the place can be given, not offered. */
  | 'no-list';

export type PlaceFacts = {
  readonly row: ChosenRow;
  readonly places: SeatCount;
  /** Room is made for one more where there is none, for a reason. */
  readonly allowed: boolean;
  /** Why somebody comes before who joined the list first. */
  readonly note: string | null;
};

const hour = 3_600_000;

/**
 * Whether the staff may offer, or give, a place to somebody of the list now. It never goes beyond
 * the places unless room is made for it, nor past who came first without a word why.
 */
export function decidePlace(
  gesture: PlaceGesture,
  facts: PlaceFacts,
  reglement: CompiledReglement,
  now: Instant,
): PlaceDecision {
  const { row, note } = facts;
  if (findTransition(row.state, gesture, 'staff') === undefined) return refused('not-waiting');
  if (now >= row.until) return refused('waiting-over');
  if (row.rank > 1 && note === null) {
    return { kind: 'refused', code: 'not-first', rank: row.rank };
  }
  const rules = reglement.unit(row.unit);
  if (rules === undefined) return refused('session-closed');
  const list = rules.activity.waitingList;
  if (gesture === 'offer' && list.kind === 'none') return refused('no-list');

  const request = { action: 'book', channel: 'staff', unit: row.unit, on: row.held_on } as const;
  const verdict = decideBooking(request, factsOf(gesture, facts), reglement, now);
  const held = { verdict, rules };
  if (verdict.outcome !== 'accepted' && verdict.outcome !== 'awaitingPayment') {
    return refusalOf(verdict);
  }
  if (gesture === 'offer') {
    const hours = list.kind === 'none' ? 0 : list.offerHours;
    const until = Math.min(now + hours * hour, row.until) as Instant;
    const reasons: readonly Reason[] = [{ code: 'offerMade', until }];
    return { kind: 'given', to: 'offered', until, reasons, ...held };
  }
  const until = verdict.outcome === 'awaitingPayment' ? verdict.dueAt : null;
  const placed: readonly Reason[] = [{ code: 'placeGiven' }];
  return until === null
    ? { kind: 'given', to: 'confirmed', until, reasons: placed, ...held }
    : {
        kind: 'given',
        to: 'awaitingPayment',
        until,
        reasons: [...placed, { code: 'payBefore', until }],
        ...held,
      };
}

/** An offer is accepted or not: what the child holds that day besides is its family's to sort out. */
function factsOf(gesture: PlaceGesture, { row, places, allowed }: PlaceFacts): BookingFacts {
  return {
    enrolment: row.enrolled ? 'accepted' : 'none',
    ageGroup: row.age_group,
    bornOn: null,
    documents: [],
    activityDays: [],
    session:
      row.closed_label === null
        ? { kind: 'open' }
        : { kind: 'closed', label: row.closed_label === '' ? null : row.closed_label },
    booking: null,
    otherUnits: gesture === 'offer' ? [] : (row.other_units ?? []),
    freePlaces: allowed ? Math.max(places.free, 1) : places.free,
    capacity: places.capacity,
    // Whoever is before them is passed over knowingly.
    waiting: 0,
    quotient: row.quotient,
  };
}

function refusalOf({ constraint, reasons: [reason] }: Verdict): PlaceDecision {
  if (reason?.code === 'incompatibleUnit') {
    return { kind: 'refused', code: 'incompatible-unit', unit: reason.unit };
  }
  switch (constraint) {
    case 'notEnrolled':
    case 'ageOut':
      return refused('not-enrolled');
    case 'closed':
    case 'holiday':
      return refused('session-closed');
    case 'full':
      return refused('full');
    default:
      return refused('waiting-over');
  }
}

function refused(code: PlaceRefusal): PlaceDecision {
  return { kind: 'refused', code };
}
