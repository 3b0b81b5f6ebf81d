import { decideBooking, paymentDueAt } from '@preau/domain/bookings/decide-booking';
import { decideRequest, type RequestDecision } from '@preau/domain/bookings/decide-request';
import { findExclusion } from '@preau/domain/bookings/who-may-come';
import { type DayAsked, decideDays } from '@preau/domain/bookings/minimum-days';
import {
  type BookingAction,
  type BookingActor,
  findStateAfterCancelling,
  findTransition,
  holdsPlace,
  stateAtTerm,
} from '@preau/domain/bookings/states';
import { firstStateOf, isDoneOutcome, type Verdict } from '@preau/domain/bookings/verdict';
import { decideEnrolment, type EnrolmentVerdict } from '@preau/domain/enrolments/decide-enrolment';
import type { PresenceRecord } from '@preau/domain/rating/rating-input';
import type { CompiledReglement, UnitDay } from '@preau/domain/reglement/compile';
import type { Channel } from '@preau/domain/reglement/document';
import { remindAt } from '@preau/domain/reglement/terms';
import { schoolYearOf } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { type CaseBooking, isLive, isTaken, type Manner, settled } from './case-booking.ts';
import { factsOf } from './case-facts.ts';
import type { CaseFamily } from './family.ts';
import { type Attendance, Presences, recordsOf } from './presences.ts';
import { keyOf, type Target } from './targets.ts';

/** What is asked of one session or of several at once. */
export type Asked = Manner & {
  readonly action: 'book' | 'wait' | 'cancel';
  readonly channel: Channel;
  /** Whether it is paid with the request. */
  readonly paid: boolean;
  readonly keptPercent: number | null;
  /** At no moment in particular. */
  readonly timeless: boolean;
  /** The days make one stay, and have to be as many as the règlement wants; not so for one cell. */
  readonly together: boolean;
};

/** What a gesture came to: done, or why it was not. */
export type Gesture =
  | { readonly kind: 'done'; readonly decision?: RequestDecision }
  | { readonly kind: 'refused'; readonly code: string };

const hour = 3_600_000;
const done: Gesture = { kind: 'done' };
const notAllowed: Gesture = { kind: 'refused', code: 'not-allowed' };

/** A family and its bookings under a règlement: every decision is the engine's, at its moment. */
export class CaseWorld {
  readonly reglement: CompiledReglement;
  readonly family: CaseFamily;
  readonly presences = new Presences();
  #bookings = new Map<string, CaseBooking>();

  constructor(reglement: CompiledReglement, family: CaseFamily) {
    this.reglement = reglement;
    this.family = family;
  }

  booking(target: Target): CaseBooking | undefined {
    return this.#bookings.get(keyOf(target));
  }

  bookings(): readonly CaseBooking[] {
    return [...this.#bookings.values()];
  }

  /** What happened so far, in the shape in which it is charged. */
  records(): PresenceRecord[] {
    return recordsOf(this.bookings(), this.presences);
  }

  /** Places left to others and to the children of the case. */
  free({ unit, on }: Target): number {
    const { capacity = 20, taken = 0 } = this.family.facts;
    const held = this.bookings().filter(
      (one) => one.unit === unit && one.on === on && this.#holdsPlace(one),
    );
    return Math.max(0, capacity - taken - held.length);
  }

  /** The engine's answers for sessions asked together; nothing changes. */
  ask(targets: readonly Target[], asked: Asked, now: Instant): Verdict[] {
    const before = this.#bookings;
    this.#bookings = new Map(before);
    const verdicts = this.do(targets, asked, now);
    this.#bookings = before;
    return verdicts;
  }

  /** The same, and what comes of it. */
  do(targets: readonly Target[], asked: Asked, now: Instant): Verdict[] {
    const { action, channel, paid, mode, extras, together } = asked;
    const requests = targets.map((target): DayAsked => {
      const { child, unit, on } = target;
      const request = { action, channel, unit, on, paid };
      return { request, facts: factsOf(this, target, { mode, extras }), childId: child };
    });
    const verdicts = together
      ? decideDays(requests, this.reglement, now)
      : requests.map(({ request, facts }) => decideBooking(request, facts, this.reglement, now));
    const stayFrom = targets[0]?.on;
    for (const [at, target] of targets.entries()) {
      const verdict = verdicts[at];
      if (verdict === undefined || !isDoneOutcome(verdict.outcome)) continue;
      if (action === 'cancel') this.#cancel(target, asked, verdict);
      else {
        const { outcome, stage, late, dueAt } = verdict;
        const before = this.booking(target);
        // What was cancelled late is taken up as it was, at the price it was first taken at.
        const own =
          before?.state === 'cancelledLate'
            ? before
            : { ...asked, stage, late, stayFrom: stayFrom ?? target.on };
        const state = firstStateOf(outcome);
        this.#put(
          { ...target, ...own, state, cancelled: null, askedBack: null, closed: false },
          dueAt,
        );
      }
    }
    return verdicts;
  }

  /** Booked in its time: a fact of the case, where the règlement does not say how. */
  take(target: Target, { mode, extras }: Manner): void {
    const { on } = target;
    const taken = { ...target, mode, extras, state: 'confirmed', stage: 0, late: false } as const;
    const never = { cancelled: null, askedBack: null, closed: false };
    this.#put({ ...taken, ...never, stayFrom: on, timeless: true }, null);
  }

  /** Whether the parent may ask for the activity of that unit, for the school year of that day. */
  askEnrolment(target: Target, now: Instant): EnrolmentVerdict {
    const facts = factsOf(this, target, { mode: null, extras: [] });
    const activity = this.dayOf(target).activity.code;
    const request = { activity, schoolYear: schoolYearOf(target.on) };
    return decideEnrolment(request, { ...facts, own: true }, this.reglement, now);
  }

  /** The staff answers a request, with the words it gives when it refuses. */
  answer(target: Target, accept: boolean, now: Instant): Gesture {
    const booking = this.booking(target);
    if (!booking) return notAllowed;
    const { closed = null } = this.family.facts;
    const decision = decideRequest(
      accept ? { kind: 'accept' } : { kind: 'refuse', because: 'Plus de place dans le groupe.' },
      {
        state: booking.state,
        holdsPlace: this.#holdsPlace(booking),
        freePlaces: this.free(target),
        closed: closed !== null,
      },
      this.dayOf(target),
      now,
    );
    if (decision.kind === 'refused') return decision;
    const { to, dueAt } = decision;
    const { askedBack } = booking;
    // A cancellation that is accepted costs what the règlement said when it was asked.
    const cancelled = to === 'cancelled' ? askedBack : booking.cancelled;
    this.#put({ ...booking, state: to, cancelled, askedBack: null }, dueAt);
    return { kind: 'done', decision };
  }

  pay(target: Target): Gesture {
    return this.#move(target, 'pay', 'staff', null);
  }

  /** A payment that fails leaves the place as its term would. */
  refusePayment(target: Target): Gesture {
    return this.#move(target, 'expire', 'system', null);
  }

  /** A place is offered for as long as the règlement says, never past the booking limit. */
  offer(target: Target, now: Instant): Gesture {
    const { activity, book, endsAt } = this.dayOf(target);
    const { waitingList } = activity;
    if (waitingList.kind === 'none' || this.free(target) <= 0) return notAllowed;
    const limit = this.booking(target)?.dueAt ?? book.normalUntil ?? endsAt;
    const until = Math.min(now + waitingList.offerHours * hour, limit) as Instant;
    return this.#move(target, 'offer', 'system', until);
  }

  /** To accept is to book in time: to be paid where the règlement has it so. */
  acceptOffer(target: Target, now: Instant): Gesture {
    const until = paymentDueAt(this.dayOf(target), now);
    const action = until === null ? 'acceptOffer' : 'acceptOfferToPay';
    return this.#move(target, action, 'guardian', until);
  }

  declineOffer(target: Target): Gesture {
    return this.#move(target, 'declineOffer', 'guardian', null);
  }

  /** The service does not take place: free of charge, or billed where the règlement says so. */
  close(target: Target): Gesture {
    const before = this.booking(target);
    const billed = this.reglement.document.closureCredit === 'none';
    const tried = billed ? this.#move(target, 'closeBilled', 'staff', null) : notAllowed;
    const gesture = tried.kind === 'done' ? tried : this.#move(target, 'close', 'staff', null);
    const after = this.booking(target);
    if (gesture.kind === 'done' && before && after) {
      this.#bookings.set(keyOf(target), { ...after, closed: isTaken(before) });
    }
    return gesture;
  }

  /** What ends by itself has ended: its term is the first moment that is too late. */
  advance(now: Instant): void {
    for (const booking of this.#bookings.values()) {
      if (booking.until === null || now < booking.until) continue;
      const state = stateAtTerm(booking.state);
      if (state !== undefined) this.#put({ ...booking, state }, null);
    }
  }

  /** Whether an unpaid invoice keeps the child away that day, booked or not. */
  isExcluded(target: Target, now: Instant | null): boolean {
    const facts = factsOf(this, target, { mode: null, extras: [] });
    const moment = now ?? this.dayOf(target).startsAt;
    return findExclusion(facts, target.on, this.reglement, moment) !== null;
  }

  /** There that day; what it was booked with may be another thing than what was taken. */
  attend(target: Target, seen: Attendance & Partial<Manner>): void {
    this.presences.attend(target, seen);
    const booking = this.booking(target);
    if (booking === undefined) return;
    const { mode = booking.mode, extras = booking.extras } = seen;
    this.#bookings.set(keyOf(target), { ...booking, mode, extras });
  }

  dayOf(target: Target): UnitDay {
    return this.reglement.unitDay(target.unit, target.on, this.booking(target)?.stayFrom);
  }

  #move(
    target: Target,
    action: BookingAction,
    actor: BookingActor,
    until: Instant | null,
  ): Gesture {
    const booking = this.booking(target);
    const transition = booking && findTransition(booking.state, action, actor);
    if (!booking || !transition) return notAllowed;
    this.#put({ ...booking, state: transition.to }, until);
    return done;
  }

  #cancel(target: Target, { keptPercent }: Asked, verdict: Verdict): void {
    const held = this.booking(target);
    if (!held) return;
    const booking = settled(held);
    const { stage, late, dueAt } = verdict;
    if (verdict.outcome === 'pending') {
      const askedBack = { stage, keptPercent };
      this.#put({ ...booking, state: 'cancellationRequested', askedBack }, dueAt);
      return;
    }
    const state = findStateAfterCancelling(booking.state, late);
    // What nobody had accepted or paid is given back freely, and was never owed.
    const cancelled = booking.state === 'confirmed' ? { stage, keptPercent } : null;
    if (state !== undefined) this.#put({ ...booking, state, cancelled }, dueAt);
  }

  /** @param dueAt until when an answer, a payment or a place is awaited */
  #put(booking: Omit<CaseBooking, 'until' | 'dueAt' | 'remindAt'>, dueAt: Instant | null): void {
    const { child, unit, on, state, stage, late, mode, extras, stayFrom, timeless } = booking;
    const { cancelled, askedBack, closed } = booking;
    const day = this.reglement.unitDay(unit, on, stayFrom);
    const asked = state === 'requested' || state === 'cancellationRequested';
    const { payment } = day.activity.regime;
    // A request waits for its answer until the day itself, however late the answer is.
    const until = asked ? day.startsAt : dueAt;
    this.#bookings.set(keyOf(booking), {
      child,
      unit,
      on,
      state,
      stage,
      late,
      cancelled,
      askedBack,
      closed,
      mode,
      extras,
      stayFrom,
      timeless,
      dueAt,
      until: timeless ? null : until,
      remindAt: state === 'awaitingPayment' && dueAt !== null ? remindAt(payment, dueAt) : null,
    });
  }

  #holdsPlace(booking: CaseBooking): boolean {
    const { acceptance } = this.dayOf(booking).activity.regime;
    const requestHolds = acceptance.kind !== 'staff' || acceptance.holdsPlace;
    return isLive(booking) && holdsPlace(settled(booking).state, requestHolds);
  }
}
