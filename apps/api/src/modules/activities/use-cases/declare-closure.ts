import type { Closure } from '@preau/domain/calendar/calendar';
import type { Tx } from '../../../platform/db/transaction.ts';
import { insertClosure } from '../closure.store.ts';

/**
 * Closes a facility, an activity or everything on some days. Families read the label; bookings
 * already taken are left as they are.
 * @throws RangeError when the last day precedes the first.
 * @returns how many sessions were closed.
 */
export async function declareClosure(tx: Tx, closure: Closure): Promise<number> {
  if (closure.until < closure.from) {
    throw new RangeError(`A closure from ${closure.from} cannot end on ${closure.until}`);
  }
  const { sessions } = await insertClosure(tx, closure, null);
  return sessions;
}
