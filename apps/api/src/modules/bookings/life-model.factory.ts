/**
 * A small model of one lunch that a few children want, written from the rules of the trade alone: it
 * imports nothing, so that what it and the server agree on, neither took from the other.
 */

/** How a town lets families book. */
export type ModelRules = {
  /** Whether the staff answers a request to book first, and whether it keeps a place meanwhile. */
  readonly answer: 'none' | 'keepsPlace' | 'keepsNone';
  /** Whether the staff answers a request to cancel. */
  readonly answersCancelling: boolean;
  readonly payment: 'later' | 'hold' | 'byDate';
  readonly list: 'none' | 'staff' | 'online';
  /** Whether a day the service closes is credited. */
  readonly credit: boolean;
};

type State =
  | 'requested'
  | 'waitlisted'
  | 'offered'
  | 'awaitingPayment'
  | 'confirmed'
  | 'cancellationRequested'
  | 'refused'
  | 'cancelled'
  | 'cancelledLate'
  | 'expired'
  | 'declined'
  | 'lapsed';

export type ModelBooking = {
  state: State;
  /** When it ends by itself; `null` = it does not. */
  until: number | null;
  /** Order of arrival in the list. */
  since: number;
  changed: number;
};

/** One thing somebody does, or time that passes. */
export type Step =
  | {
      readonly kind: 'book';
      readonly by: 'guardian' | 'staff';
      readonly who: number;
      readonly wait: boolean;
    }
  | { readonly kind: 'giveBack'; readonly by: 'guardian' | 'staff'; readonly who: number }
  | { readonly kind: 'answerOffer'; readonly who: number; readonly accept: boolean }
  | { readonly kind: 'answerRequest'; readonly who: number; readonly accept: boolean }
  | { readonly kind: 'takeBack' }
  | { readonly kind: 'pay'; readonly who: number }
  | {
      readonly kind: 'give';
      readonly who: number;
      readonly gesture: 'offer' | 'place';
      readonly beforeOthers: boolean;
      readonly oneMore: boolean;
    }
  | { readonly kind: 'close' }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'time'; readonly minutes: number };

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Winter time of Paris, all through these sequences. */
const paris = (iso: string) => Date.parse(`${iso}+01:00`);

/** Monday 16 November 2026, 9 h: where each sequence begins. */
export const modelStart = paris('2026-11-16T09:00:00');
/** The lunch of Tuesday 1 December. */
const lunchStarts = paris('2026-12-01T12:00:00');
const lunchEnds = paris('2026-12-01T13:30:00');
/** 48 working hours before: the Friday before, at the same time. */
const limit = paris('2026-11-27T12:00:00');
/** The end of the 25th of the month before. */
const the25th = paris('2026-11-26T00:00:00');
const dayAfter = paris('2026-12-02T00:00:00');

/** 48 working hours later; no public holiday falls in these weeks. */
function twoWorkingDaysAfter(from: number): number {
  const midnight = (at: number) => at - ((at + hour) % day);
  const isWeekend = (at: number) => [0, 6].includes(new Date(at + hour).getUTCDay());
  let on = midnight(from);
  const askedAtWeekend = isWeekend(on);
  for (let left = 2; left > 0; ) {
    on += day;
    if (!isWeekend(on)) left -= 1;
  }
  return askedAtWeekend ? on + day : on + (from - midnight(from));
}

/** One answer of the staff, which it may take back. */
type Answer = {
  readonly booking: ModelBooking;
  readonly who: number;
  readonly from: State;
  readonly to: State;
  readonly until: number | null;
  readonly at: number;
  isTakenBack: boolean;
};

/** What becomes of the bookings of a few children for one lunch. */
export class LifeModel {
  readonly children: readonly ModelBooking[][];
  now = modelStart;
  closed = false;
  places: number;
  readonly #rules: ModelRules;
  #joined = 0;
  #last: Answer | undefined;

  constructor(rules: ModelRules, places: number, children: number) {
    this.#rules = rules;
    this.places = places;
    this.children = Array.from({ length: children }, () => []);
  }

  /** The booking that counts for a child now. */
  live(who: number): ModelBooking | undefined {
    return this.children[who]?.find(({ state }) =>
      [
        'requested',
        'waitlisted',
        'offered',
        'awaitingPayment',
        'confirmed',
        'cancellationRequested',
      ].includes(state),
    );
  }

  get taken(): number {
    return this.children.flat().filter((booking) => this.#holds(booking.state)).length;
  }

  take(step: Step): void {
    switch (step.kind) {
      case 'book':
        return this.#book(step.who, step.by, step.wait);
      case 'giveBack':
        return this.#giveBack(step.who, step.by);
      case 'answerOffer':
        return this.#answerOffer(step.who, step.accept);
      case 'answerRequest':
        return this.#answerRequest(step.who, step.accept);
      case 'takeBack':
        return this.#takeBack();
      case 'pay':
        return this.#move(this.#in(step.who, 'awaitingPayment'), 'confirmed');
      case 'give':
        return this.#give(step.who, step.gesture, step);
      case 'close':
        return this.#close();
      case 'reopen':
        if (this.now < dayAfter) this.closed = false;
        return;
      case 'time':
        return this.#pass(step.minutes * minute);
    }
  }

  #book(who: number, by: 'guardian' | 'staff', wait: boolean): void {
    const late = this.now >= limit;
    const byFamily = by === 'guardian';
    if (this.#over() || this.live(who) || (late && byFamily)) return;
    if (this.#free() <= 0 || this.#queue().length > 0) {
      const { list } = this.#rules;
      const mayWait = list === 'online' || (list === 'staff' && !byFamily);
      if (wait && !late && mayWait) {
        this.#joined += 1;
        this.#begin(who, 'waitlisted', limit).since = this.#joined;
      }
      return;
    }
    const billed = this.#latestBilled(who);
    if (billed) this.#move(billed, 'confirmed');
    else if (byFamily && this.#rules.answer !== 'none') this.#begin(who, 'requested', lunchStarts);
    else this.#begin(who, ...this.#accepted());
  }

  #giveBack(who: number, by: 'guardian' | 'staff'): void {
    const booking = this.live(who);
    if (!booking || this.#over()) return;
    if (['requested', 'awaitingPayment', 'waitlisted'].includes(booking.state)) {
      this.#move(booking, 'cancelled');
    } else if (booking.state === 'confirmed') {
      const late = this.now >= limit;
      const asks = by === 'guardian' && this.#rules.answersCancelling;
      if (late && by === 'guardian') return;
      if (late) this.#move(booking, 'cancelledLate');
      else if (asks) this.#move(booking, 'cancellationRequested', lunchStarts);
      else this.#move(booking, 'cancelled');
    }
    this.#offer();
  }

  #answerOffer(who: number, accept: boolean): void {
    const booking = this.#in(who, 'offered');
    if (!booking) return;
    if (accept) this.#move(booking, ...this.#accepted());
    else this.#move(booking, 'declined');
    this.#offer();
  }

  #answerRequest(who: number, accept: boolean): void {
    const booking = this.live(who);
    if (!booking) return;
    const { state: from, until } = booking;
    if (from === 'requested') {
      if (accept && !this.#holds('requested') && this.#free() <= 0) return;
      if (accept) this.#move(booking, ...this.#accepted());
      else this.#move(booking, 'refused');
    } else if (from === 'cancellationRequested') {
      this.#move(booking, accept ? 'cancelled' : 'confirmed');
    } else return;
    const { state: to } = booking;
    this.#last = { booking, who, from, to, until, at: this.now, isTakenBack: false };
    this.#offer();
  }

  #takeBack(): void {
    const answer = this.#last;
    if (!answer || answer.isTakenBack || this.now >= answer.at + 30_000) return;
    answer.isTakenBack = true;
    const { booking, from, to, until } = answer;
    const other = this.live(answer.who);
    if (booking.state !== to || until === null || this.now >= until) return;
    if (other && other !== booking) return;
    const needs = Number(this.#holds(from)) - Number(this.#holds(to));
    if (needs > this.#free()) return;
    this.#move(booking, from, until);
    this.#offer();
  }

  #give(
    who: number,
    gesture: 'offer' | 'place',
    { beforeOthers, oneMore }: { readonly beforeOthers: boolean; readonly oneMore: boolean },
  ): void {
    const booking = this.#in(who, 'waitlisted');
    if (!booking || (this.#queue()[0] !== booking && !beforeOthers)) return;
    if (this.#free() <= 0 && !oneMore) return;
    if (this.#free() <= 0) this.places = this.taken + 1;
    if (gesture === 'offer') this.#move(booking, 'offered', Math.min(this.now + day, limit));
    else this.#move(booking, ...this.#accepted());
  }

  #close(): void {
    if (this.closed || this.now >= dayAfter) return;
    this.closed = true;
    for (const who of this.children.keys()) {
      const booking = this.live(who);
      if (!booking) continue;
      const owed = ['confirmed', 'cancellationRequested'].includes(booking.state);
      this.#move(booking, owed && !this.#rules.credit ? 'cancelledLate' : 'cancelled');
    }
  }

  #pass(milliseconds: number): void {
    this.now += milliseconds;
    for (const booking of this.children.flat()) {
      if (booking.until === null || this.now < booking.until) continue;
      if (booking.state === 'requested') this.#move(booking, 'refused');
      else if (booking.state === 'cancellationRequested') this.#move(booking, 'confirmed');
      else if (booking.state === 'awaitingPayment') this.#move(booking, 'expired');
      else this.#move(booking, 'lapsed');
    }
    this.#offer();
  }

  /** What is free goes to who waits, in their order, where the list is the families'. */
  #offer(): void {
    if (this.#rules.list !== 'online' || this.closed || this.now >= limit) return;
    for (const booking of this.#queue()) {
      if (this.#free() <= 0) return;
      this.#move(booking, 'offered', Math.min(this.now + day, limit));
    }
  }

  /** A place that is given: theirs, or theirs once it is paid. */
  #accepted(): [State, number | null] {
    switch (this.#rules.payment) {
      case 'later':
        return ['confirmed', null];
      case 'hold':
        return ['awaitingPayment', this.now + 30 * minute];
      case 'byDate':
        return ['awaitingPayment', Math.max(the25th, twoWorkingDaysAfter(this.now))];
    }
  }

  #begin(who: number, state: State, until: number | null): ModelBooking {
    const booking: ModelBooking = { state, until, since: 0, changed: this.now };
    this.children[who]?.push(booking);
    return booking;
  }

  #move(booking: ModelBooking | undefined, state: State, until: number | null = null): void {
    if (!booking) return;
    booking.state = state;
    booking.until = until;
    booking.changed = this.now;
  }

  #in(who: number, state: State): ModelBooking | undefined {
    const booking = this.live(who);
    return booking?.state === state ? booking : undefined;
  }

  #queue(): ModelBooking[] {
    return this.children
      .flat()
      .filter(({ state }) => state === 'waitlisted')
      .toSorted((a, b) => a.since - b.since);
  }

  /** The booking a family owes although it was cancelled: it is taken up again. */
  #latestBilled(who: number): ModelBooking | undefined {
    const billed = this.children[who]?.filter(({ state }) => state === 'cancelledLate') ?? [];
    return billed.toSorted((a, b) => a.changed - b.changed).at(-1);
  }

  #free(): number {
    return this.places - this.taken;
  }

  #holds(state: State): boolean {
    if (state === 'requested') return this.#rules.answer !== 'keepsNone';
    return ['offered', 'awaitingPayment', 'confirmed', 'cancellationRequested'].includes(state);
  }

  #over(): boolean {
    return this.closed || this.now >= lunchEnds;
  }
}
