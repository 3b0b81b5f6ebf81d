import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/db/pool.ts';
import { readTogether, transaction } from '../../../platform/db/transaction.ts';
import { askRules } from '../rules.ts';
import { askRoomsToSweep } from '../waiting.queries.ts';
import { lockRooms } from '../waiting-locks.store.ts';
import { lapseDue } from './lapse-due.ts';
import { offerFreedPlaces } from './offer-freed-places.ts';

/** Rooms of one transaction: their pools are locked meanwhile. */
const roomsAtOnce = 20;

/**
 * Ends what is past its term in one organisation and offers what is free to who waits. Repeatable;
 * whatever a command has done meanwhile is seen once the locks are held.
 */
export async function sweepWaitingList(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  organisationId: string,
): Promise<void> {
  const now = clock.now();
  const [rooms] = await readTogether(database, organisationId, (ask) => [
    askRoomsToSweep(ask, organisationId, now),
  ]);
  for (let start = 0; start < rooms.length; start += roomsAtOnce) {
    const some = rooms.slice(start, start + roomsAtOnce);
    await transaction(database, organisationId, async (tx) => {
      const [, rules] = await Promise.all([lockRooms(tx, some), askRules(tx.ask, organisationId)]);
      await lapseDue(tx, some, rules, now);
      await offerFreedPlaces(tx, some, rules, now);
    });
  }
}
