import { decideBooking } from '@preau/domain/bookings/decide-booking';
import { decideRequest } from '@preau/domain/bookings/decide-request';
import { type BookingState, findStateAfterCancelling } from '@preau/domain/bookings/states';
import {
  type BookingFacts,
  firstStateOf,
  isDoneOutcome,
  type Verdict,
} from '@preau/domain/bookings/verdict';
import type { Reason } from '@preau/domain/explain/reasons';
import { cents } from '@preau/domain/money/cents';
import type { CompiledReglement, UnitDay } from '@preau/domain/reglement/compile';
import type { Channel } from '@preau/domain/reglement/document';
import { remindAt } from '@preau/domain/reglement/terms';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import type { DemoLife, DemoStep, OpenSession } from '../demo-bookings.ts';
import type { DemoChild, DemoHousehold } from '../town.ts';

/** A day a child wants, and all that the règlement asks about it. */
export type Wish = {
  readonly child: DemoChild;
  readonly household: DemoHousehold;
  /** Of the household among all. */
  readonly place: number;
  /** Whether one of its parents signs in; the office does it for the others. */
  readonly online: boolean;
  readonly session: OpenSession;
  readonly free: number;
  readonly capacity: number;
  /** Other days of the activity the child comes. */
  readonly otherDays: readonly Day[];
};

/** What a life has come to after some steps. */
export type Progress = Pick<DemoLife, 'steps'> & {
  readonly state: BookingState;
  readonly stage: number;
  /** Until when an answer, a payment or a place is awaited. */
  readonly dueAt: Instant | null;
  readonly requestedAt: Instant | null;
  readonly answerDueAt: Instant | null;
  readonly since: Instant | null;
};

const byTelephone = 'Demande par téléphone.';
const hour = 3_600_000;

/** The engine, asked about one wish: it decides each step, and nothing happens that it refuses. */
export class Office {
  readonly #wish: Wish;
  readonly #reglement: CompiledReglement;
  readonly day: UnitDay;

  constructor(wish: Wish, reglement: CompiledReglement) {
    this.#wish = wish;
    this.#reglement = reglement;
    this.day = reglement.unitDay(wish.session.unit, wish.session.on);
  }

  /** Books at the first of these moments that allows it; `undefined` where none does. */
  bookAtFirst(moments: readonly Instant[], channel: Channel): Progress | undefined {
    for (const at of moments) {
      const booked = this.book(at, channel);
      if (booked) return booked;
    }
    return undefined;
  }

  book(at: Instant, channel: Channel): Progress | undefined {
    const verdict = this.#ask('book', channel, at, null, Math.max(1, this.#wish.free));
    if (!isDoneOutcome(verdict.outcome)) return undefined;
    const state = firstStateOf(verdict.outcome);
    return this.#begin(verdict, state, at, channel, 'add');
  }

  /** Joins the list of a session that is full. */
  wait(at: Instant, channel: Channel): Progress | undefined {
    const verdict = this.#ask('wait', channel, at, null, 0);
    if (verdict.outcome !== 'waitlisted') return undefined;
    return { ...this.#begin(verdict, 'waitlisted', at, channel, 'wait'), since: at };
  }

  answer(life: Progress, accept: boolean, because: string, at: Instant): Progress | undefined {
    const decision = decideRequest(
      accept ? { kind: 'accept' } : { kind: 'refuse', because },
      { state: life.state, holdsPlace: true, freePlaces: 1, closed: false },
      this.day,
      at,
    );
    if (decision.kind === 'refused') return undefined;
    const { to, dueAt, reasons } = decision;
    const nothing =
      to === 'refused' || (life.state === 'cancellationRequested' && to === 'confirmed');
    const step = this.#step(life, at, 'staff', 'answer', to, {
      ...this.#keptOf(life),
      ...(nothing ? { cents: cents(0), priceReasons: [] } : {}),
      outcome: outcomeOf(to),
      reasons,
    });
    return {
      ...life,
      state: to,
      dueAt,
      steps: [...life.steps, accept ? step : { ...step, note: because }],
    };
  }

  cancel(life: Progress, at: Instant, channel: Channel): Progress | undefined {
    const { state, stage } = life;
    const verdict = this.#ask('cancel', channel, at, { state, stage }, 1);
    const asked = verdict.outcome === 'pending';
    if (!isDoneOutcome(verdict.outcome)) return undefined;
    const to = asked ? 'cancellationRequested' : findStateAfterCancelling(state, verdict.late);
    if (to === undefined) return undefined;
    const step = this.#step(life, at, this.#hand(channel), 'remove', to, verdict);
    return {
      ...life,
      state: to,
      dueAt: asked ? verdict.dueAt : null,
      requestedAt: asked ? at : life.requestedAt,
      answerDueAt: asked ? verdict.dueAt : life.answerDueAt,
      steps: [...life.steps, channel === 'staff' ? { ...step, note: byTelephone } : step],
    };
  }

  /** Paid at the counter, as the staff writes it down. */
  pay(life: Progress, at: Instant): Progress {
    const how = 'Carte bancaire, au guichet';
    const step = this.#step(life, at, 'staff', null, 'confirmed', {
      ...this.#keptOf(life),
      outcome: 'accepted',
      reasons: [{ code: 'paidToStaff', how }],
    });
    return {
      ...life,
      state: 'confirmed',
      dueAt: null,
      steps: [...life.steps, { ...step, note: how }],
    };
  }

  /** What happens by itself. */
  lapse(life: Progress, at: Instant, to: BookingState, reason: Reason): Progress {
    const step = this.#step(life, at, 'system', null, to, {
      ...this.#keptOf(life),
      cents: cents(0),
      priceReasons: [],
      outcome: 'refused',
      reasons: [reason],
    });
    return { ...life, state: to, dueAt: null, steps: [...life.steps, step] };
  }

  offer(life: Progress, at: Instant): Progress | undefined {
    const { waitingList } = this.day.activity;
    const verdict = this.#ask('book', 'staff', at, null, 1);
    if (waitingList.kind === 'none' || !isDoneOutcome(verdict.outcome)) return undefined;
    const limit = this.day.book.normalUntil ?? this.day.endsAt;
    const until = Math.min(at + waitingList.offerHours * hour, limit) as Instant;
    const step = this.#step(life, at, 'system', null, 'offered', {
      ...verdict,
      reasons: [{ code: 'offerMade', until }],
    });
    return { ...life, state: 'offered', dueAt: until, steps: [...life.steps, step] };
  }

  decline(life: Progress, at: Instant): Progress {
    const step = this.#step(life, at, 'guardian', null, 'declined', {
      ...this.#keptOf(life),
      cents: cents(0),
      priceReasons: [],
      outcome: 'refused',
      reasons: [{ code: 'offerDeclined' }],
    });
    return { ...life, state: 'declined', dueAt: null, steps: [...life.steps, step] };
  }

  /** The life as it is kept; `state` where the day itself has told what came of it. */
  told(life: Progress, now: Instant, state: BookingState = life.state): DemoLife {
    const { acceptance, payment } = this.day.activity.regime;
    const asked = state === 'requested' || state === 'cancellationRequested';
    const waits = asked || ['awaitingPayment', 'waitlisted', 'offered'].includes(state);
    const remind =
      state === 'awaitingPayment' && life.dueAt !== null ? remindAt(payment, life.dueAt) : null;
    return {
      state,
      stage: life.stage,
      requestHolds: acceptance.kind !== 'staff' || acceptance.holdsPlace,
      steps: life.steps,
      wait: {
        since: life.since,
        until: waits ? (asked ? this.day.startsAt : life.dueAt) : null,
        requestedAt: life.requestedAt,
        answerDueAt: life.answerDueAt,
        remindAt: remind !== null && remind > now ? remind : null,
      },
    };
  }

  #begin(
    verdict: Verdict,
    state: BookingState,
    at: Instant,
    channel: Channel,
    action: 'add' | 'wait',
  ): Progress {
    const asked = state === 'requested';
    const step: DemoStep = {
      at,
      by: this.#hand(channel),
      action,
      from: null,
      to: state,
      verdict,
      note: channel === 'staff' ? byTelephone : null,
    };
    return {
      state,
      stage: verdict.stage,
      dueAt: verdict.dueAt,
      requestedAt: asked ? at : null,
      answerDueAt: asked ? verdict.dueAt : null,
      since: null,
      steps: [step],
    };
  }

  #ask(
    action: 'book' | 'wait' | 'cancel',
    channel: Channel,
    at: Instant,
    booking: BookingFacts['booking'],
    freePlaces: number,
  ): Verdict {
    const { child, household, session, capacity, otherDays } = this.#wish;
    const { documents } = this.#reglement.document;
    const facts: BookingFacts = {
      enrolment: 'accepted',
      ageGroup: session.group,
      bornOn: child.birthOn,
      documents: documents.map(({ code }) => ({ code, state: 'accepted', until: null })),
      session: { kind: 'open' },
      booking,
      otherUnits: [],
      activityDays: otherDays,
      freePlaces,
      capacity,
      waiting: 0,
      quotient: household.quotient,
    };
    const request = { action, channel, unit: session.unit, on: session.on };
    return decideBooking(request, facts, this.#reglement, at);
  }

  #step(
    life: Progress,
    at: Instant,
    by: DemoStep['by'],
    action: DemoStep['action'],
    to: BookingState,
    verdict: DemoStep['verdict'],
  ): DemoStep {
    return { at, by, action, from: life.state, to, verdict, note: null };
  }

  #hand(channel: Channel): DemoStep['by'] {
    return channel === 'staff' || !this.#wish.online ? 'staff' : 'guardian';
  }

  #keptOf({ steps }: Progress): DemoStep['verdict'] {
    return (steps.at(-1) ?? steps[0]).verdict;
  }
}

function outcomeOf(to: BookingState): Verdict['outcome'] {
  if (to === 'refused') return 'refused';
  return to === 'awaitingPayment' ? 'awaitingPayment' : 'accepted';
}
