import type { SeatShift } from '../modules/activities/activities.public.ts';
import type { OpenSession } from './demo-bookings.ts';

/** Places of a room and part of the day: the same every day at the start. */
export type CapacityOf = (facilityId: string, group: string, part: string) => number;

/** Counts the places taken, so that the pools are written once with what the bookings hold. */
export class Seats {
  readonly #capacityOf: CapacityOf;
  readonly #taken = new Map<string, SeatShift>();

  constructor(capacityOf: CapacityOf) {
    this.#capacityOf = capacityOf;
  }

  /** The tightest of the pools a session draws on. */
  tightest(session: OpenSession): { readonly free: number; readonly capacity: number } {
    let found = { free: Number.POSITIVE_INFINITY, capacity: 0 };
    for (const part of session.parts) {
      const capacity = this.#capacityOf(session.facilityId, session.group, part);
      const free = capacity - (this.#taken.get(keyOf(session, part))?.delta ?? 0);
      if (free < found.free) found = { free, capacity };
    }
    return found;
  }

  take(session: OpenSession): void {
    for (const part of session.parts) {
      const key = keyOf(session, part);
      this.#taken.set(key, {
        facilityId: session.facilityId,
        ageGroup: session.group,
        heldOn: session.on,
        part,
        delta: (this.#taken.get(key)?.delta ?? 0) + 1,
      });
    }
  }

  /** What the pools must be shifted by. */
  shifts(): SeatShift[] {
    return [...this.#taken.values()];
  }
}

function keyOf({ facilityId, group, on }: OpenSession, part: string): string {
  return `${facilityId} ${group} ${on} ${part}`;
}
