import { decideBooking, paymentDueAt } from '@preau/domain/bookings/decide-booking';
import { decideRequest, type RequestDecision } from '@preau/domain/bookings/decide-request';
import {
  type BookingAction,
  type BookingActor,
  type BookingState,
  findStateAfterCancelling,
  findTransition,
  holdsPlace,
  liveStates,
  stateAtTerm,
} from '@preau/domain/bookings/states';
import {
  type BookingFacts,
  type BookingRequest,
  firstStateOf,
  isDoneOutcome,
  type Verdict,
} from '@preau/domain/bookings/verdict';
import { decideEnrolment, type EnrolmentVerdict } from '@preau/domain/enrolments/decide-enrolment';
import type { CompiledReglement, UnitDay } from '@preau/domain/reglement/compile';
import { remindAt } from '@preau/domain/reglement/terms';
import { type Day, schoolYearOf } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import type { CaseFacts } from './case.schema.ts';

export type Target = { readonly unit: string; readonly on: Day };

/** A booking of the child of a case, as it stands. */
export type CaseBooking = Target & {
  readonly state: BookingState;
  readonly late: boolean;
  /** Until when it waits; `null` where it waits for nothing. */
  readonly until: Instant | null;
  readonly dueAt: Instant | null;
  readonly remindAt: Instant | null;
};

/** What a gesture came to: done, or why it was not. */
export type Gesture =
  | { readonly kind: 'done'; readonly decision?: RequestDecision }
  | { readonly kind: 'refused'; readonly code: string };

const hour = 3_600_000;
const done: Gesture = { kind: 'done' };
const notAllowed: Gesture = { kind: 'refused', code: 'not-allowed' };

/** One child and its bookings under a règlement: every decision is the engine's, at its moment. */
export class CaseWorld {
  readonly #reglement: CompiledReglement;
  readonly #bookings = new Map<string, CaseBooking>();
  #facts: CaseFacts;

  constructor(reglement: CompiledReglement, facts: CaseFacts) {
    this.#reglement = reglement;
    this.#facts = facts;
  }

  know(facts: CaseFacts): void {
    this.#facts = { ...this.#facts, ...facts };
  }

  booking({ unit, on }: Target): CaseBooking | undefined {
    return this.#bookings.get(`${on} ${unit}`);
  }

  /** Places left to others and to the child. */
  free(target: Target): number {
    const { capacity = 20, taken = 0 } = this.#facts;
    return Math.max(0, capacity - taken - this.#placesHeld(target));
  }

  /** The engine's answer to a request; nothing changes. */
  ask(request: BookingRequest, now: Instant): Verdict {
    return decideBooking(request, this.#factsOf(request), this.#reglement, now);
  }

  /** The same, and what comes of it. */
  do(request: BookingRequest, now: Instant): Verdict {
    const verdict = this.ask(request, now);
    const { outcome, late, dueAt } = verdict;
    if (!isDoneOutcome(outcome)) return verdict;
    if (request.action === 'cancel') this.#cancel(request, verdict);
    else this.#put({ ...request, state: firstStateOf(outcome), late }, dueAt);
    return verdict;
  }

  /** Whether the parent may ask for the activity of that unit, for the school year of that day. */
  askEnrolment({ unit, on }: Target, now: Instant): EnrolmentVerdict {
    const { facts } = this.#known({ unit, on });
    const activity = this.#dayOf({ unit, on }).activity.code;
    const request = { activity, schoolYear: schoolYearOf(on) };
    return decideEnrolment(request, { ...facts, own: true }, this.#reglement, now);
  }

  /** The staff answers a request, with the words it gives when it refuses. */
  answer(target: Target, accept: boolean, now: Instant): Gesture {
    const booking = this.booking(target);
    if (!booking) return notAllowed;
    const { closed = null } = this.#facts;
    const decision = decideRequest(
      accept ? { kind: 'accept' } : { kind: 'refuse', because: 'Plus de place dans le groupe.' },
      {
        state: booking.state,
        holdsPlace: holdsPlace(booking.state, this.#requestHolds(target)),
        freePlaces: this.free(target),
        closed: closed !== null,
      },
      this.#dayOf(target),
      now,
    );
    if (decision.kind === 'refused') return decision;
    this.#put({ ...booking, state: decision.to }, decision.dueAt);
    return { kind: 'done', decision };
  }

  pay(target: Target): Gesture {
    return this.#move(target, 'pay', 'staff', null);
  }

  /** A place is offered for as long as the règlement says, never past the booking limit. */
  offer(target: Target, now: Instant): Gesture {
    const { activity, book, endsAt } = this.#dayOf(target);
    const { waitingList } = activity;
    if (waitingList.kind === 'none' || this.free(target) <= 0) return notAllowed;
    const limit = book.normalUntil ?? endsAt;
    const until = Math.min(now + waitingList.offerHours * hour, limit) as Instant;
    return this.#move(target, 'offer', 'system', until);
  }

  /** To accept is to book in time: to be paid where the règlement has it so. */
  acceptOffer(target: Target, now: Instant): Gesture {
    const until = paymentDueAt(this.#dayOf(target), now);
    const action = until === null ? 'acceptOffer' : 'acceptOfferToPay';
    return this.#move(target, action, 'guardian', until);
  }

  declineOffer(target: Target): Gesture {
    return this.#move(target, 'declineOffer', 'guardian', null);
  }

  /** The service does not take place: free of charge, or billed where the règlement says so. */
  close(target: Target): Gesture {
    const billed = this.#reglement.document.closureCredit === 'none';
    const gesture = billed ? this.#move(target, 'closeBilled', 'staff', null) : notAllowed;
    return gesture.kind === 'done' ? gesture : this.#move(target, 'close', 'staff', null);
  }

  /** What ends by itself has ended: its term is the first moment that is too late. */
  advance(now: Instant): void {
    for (const booking of this.#bookings.values()) {
      if (booking.until === null || now < booking.until) continue;
      const state = stateAtTerm(booking.state);
      if (state !== undefined) this.#put({ ...booking, state }, null);
    }
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

  #cancel(target: Target, verdict: Verdict): void {
    const booking = this.booking(target);
    if (!booking) return;
    const asked = verdict.outcome === 'pending';
    const to = asked
      ? 'cancellationRequested'
      : findStateAfterCancelling(booking.state, verdict.late);
    if (to !== undefined) this.#put({ ...booking, state: to }, verdict.dueAt);
  }

  /** @param dueAt until when an answer, a payment or a place is awaited */
  #put(booking: Target & Pick<CaseBooking, 'state' | 'late'>, dueAt: Instant | null): void {
    const { unit, on, state, late } = booking;
    const day = this.#dayOf(booking);
    const asked = state === 'requested' || state === 'cancellationRequested';
    const { payment } = day.activity.regime;
    this.#bookings.set(`${on} ${unit}`, {
      unit,
      on,
      state,
      late,
      dueAt,
      // A request waits for its answer until the day itself, however late the answer is.
      until: asked ? day.startsAt : dueAt,
      remindAt: state === 'awaitingPayment' && dueAt !== null ? remindAt(payment, dueAt) : null,
    });
  }

  #factsOf(target: Target): BookingFacts {
    const { facts } = this.#known(target);
    const booking = this.booking(target);
    const live = booking !== undefined && liveStates.includes(booking.state);
    const late = booking?.state === 'cancelledLate';
    return {
      ...facts,
      booking: live ? booking : null,
      cancelledLate: late ? booking : null,
    };
  }

  #known({ unit, on }: Target): { readonly facts: Omit<BookingFacts, 'booking'> } {
    const { closed = null, otherUnits = [], alsoComes = [], ...facts } = this.#facts;
    const { documents } = this.#reglement.document;
    const given = documents.map(({ code }) => ({ code, state: 'accepted', until: null }) as const);
    const activity = this.#reglement.unit(unit)?.activity;
    const live = [...this.#bookings.values()].filter(({ state }) => liveStates.includes(state));
    const here = live.filter((one) => this.#reglement.unit(one.unit)?.activity === activity);
    return {
      facts: {
        enrolment: facts.enrolment ?? 'accepted',
        ageGroup: facts.group ?? 'elementaire',
        bornOn: facts.bornOn ?? null,
        documents: facts.documents ?? given,
        session: closed === null ? { kind: 'open' } : { kind: 'closed', label: closed },
        otherUnits: [
          ...otherUnits,
          ...live.filter((one) => one.on === on && one.unit !== unit).map((one) => one.unit),
        ],
        activityDays: [...alsoComes, ...here.map((one) => one.on).filter((day) => day !== on)],
        freePlaces: this.free({ unit, on }),
        capacity: facts.capacity ?? 20,
        waiting: facts.waiting ?? 0,
        quotient: facts.quotient ?? null,
      },
    };
  }

  #placesHeld(target: Target): number {
    const booking = this.booking(target);
    return booking && holdsPlace(booking.state, this.#requestHolds(target)) ? 1 : 0;
  }

  #requestHolds(target: Target): boolean {
    const { acceptance } = this.#dayOf(target).activity.regime;
    return acceptance.kind !== 'staff' || acceptance.holdsPlace;
  }

  #dayOf({ unit, on }: Target): UnitDay {
    return this.#reglement.unitDay(unit, on);
  }
}
