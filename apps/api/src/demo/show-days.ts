import type { Day } from '@preau/domain/time/day';

/** What is to be seen of a facility on a day, on the planning of a showcase child. */
export type Role = 'booked' | 'full' | 'closed' | 'free';

/** The first days that can still be booked, in order. Days past their limit are « hors délai » by themselves. */
const opening: readonly Role[] = ['booked', 'full', 'closed', 'free'];
const thenFullEvery = 5;

/**
 * Gives roles to the days of a facility that can still be booked online, so that every state of a
 * cell is near whatever the date. Days without a role follow the habits of each child.
 * @param days in order.
 */
export function assignRoles(days: readonly Day[]): ReadonlyMap<Day, Role> {
  const roles = new Map<Day, Role>();
  for (const [at, on] of days.entries()) {
    const role = opening[at] ?? (at % thenFullEvery === 1 ? 'full' : undefined);
    if (role !== undefined) roles.set(on, role);
  }
  return roles;
}
