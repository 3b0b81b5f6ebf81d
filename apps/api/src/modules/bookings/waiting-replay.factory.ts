import { placeHoldingStates, type BookingState } from '@preau/domain/bookings/states';
import type { TestApp } from '../../testing/test-app.ts';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import type { TestTown } from './bookings.factory.ts';

/** One step in the life of a booking, in the order in which the room's locks were granted. */
type Step = {
  booking_id: string;
  child_id: string;
  session_id: string;
  parts: string[];
  from_state: BookingState | null;
  to_state: BookingState;
  /** The transaction that made it. */
  tx: string;
};

const life = statement<Step>(
  'factory.life',
  `select c.booking_id, b.child_id, b.session_id, s.parts, c.from_state, c.to_state, c.xmin::text as tx
   from booking_change c
   join booking b on b.organisation_id = $1 and b.id = c.booking_id
   join session s on s.organisation_id = $1 and s.id = b.session_id
   where c.organisation_id = $1 order by c.id`,
);

const doubled = statement<{ child_id: string }>(
  'factory.doubled',
  `select child_id from booking where organisation_id = $1 and is_live(state)
   group by child_id, session_id having count(*) > 1`,
);

export type Replay = {
  /** What went wrong, in words; empty when the list was kept. */
  readonly faults: readonly string[];
  readonly offers: number;
  readonly lapses: number;
};

/**
 * Lives the whole list again from what was written down, and looks for somebody overtaken, passed
 * by, served twice, or left waiting beside a free place.
 */
export async function replayList(
  { database }: TestApp,
  { organisation }: TestTown,
  capacity: number,
): Promise<Replay> {
  const { steps, twice } = await transaction(database, organisation.id, async (tx) => ({
    steps: await tx.ask(life, [organisation.id]),
    twice: await tx.ask(doubled, [organisation.id]),
  }));
  const faults = twice.map(({ child_id }) => `${child_id} is there twice`);
  const room = new Room(capacity, faults);
  for (const [at, step] of steps.entries()) {
    room.take(step);
    // Between two transactions nobody may be left waiting beside a free place.
    if (steps[at + 1]?.tx !== step.tx) room.assertNobodyLeft();
  }
  const count = (to: BookingState) => steps.filter(({ to_state }) => to_state === to).length;
  return { faults, offers: count('offered'), lapses: count('lapsed') };
}

const holds = (state: BookingState | null) => state !== null && placeHoldingStates.includes(state);

class Room {
  readonly #queue: Step[] = [];
  readonly #taken = new Map<string, number>();
  readonly #states = new Map<string, BookingState>();
  readonly #capacity: number;
  readonly #faults: string[];

  constructor(capacity: number, faults: string[]) {
    this.#capacity = capacity;
    this.#faults = faults;
  }

  take(step: Step): void {
    const { booking_id: id, from_state: from, to_state: to } = step;
    if ((this.#states.get(id) ?? null) !== from) this.#faults.push(`${id} was not ${from}`);
    this.#states.set(id, to);
    if (to === 'offered') this.#assertNobodyOvertaken(step);
    if (from === null && to === 'confirmed') this.#assertNobodyPassed(step);
    if (from === 'waitlisted') this.#leave(step);
    if (to === 'waitlisted') this.#queue.push(step);
    this.#shift(step, (holds(to) ? 1 : 0) - (holds(from) ? 1 : 0));
  }

  assertNobodyLeft(): void {
    for (const waiting of this.#queue) {
      if (this.#hasRoom(waiting)) this.#faults.push(`${waiting.booking_id} waits beside a place`);
    }
  }

  #assertNobodyOvertaken(offered: Step): void {
    for (const earlier of this.#queue) {
      if (earlier.booking_id === offered.booking_id) return;
      if (this.#hasRoom(earlier)) this.#faults.push(`${earlier.booking_id} is overtaken`);
    }
    this.#faults.push(`${offered.booking_id} did not wait`);
  }

  #assertNobodyPassed(booked: Step): void {
    if (this.#queue.some(({ session_id }) => session_id === booked.session_id)) {
      this.#faults.push(`${booked.booking_id} passes the list`);
    }
  }

  #leave({ booking_id }: Step): void {
    const at = this.#queue.findIndex((waiting) => waiting.booking_id === booking_id);
    if (at >= 0) this.#queue.splice(at, 1);
  }

  #hasRoom({ parts }: Step): boolean {
    return parts.every((part) => (this.#taken.get(part) ?? 0) < this.#capacity);
  }

  #shift({ booking_id, parts }: Step, delta: number): void {
    for (const part of parts) {
      const taken = (this.#taken.get(part) ?? 0) + delta;
      if (taken > this.#capacity || taken < 0) this.#faults.push(`${booking_id}: ${taken} places`);
      this.#taken.set(part, taken);
    }
  }
}
