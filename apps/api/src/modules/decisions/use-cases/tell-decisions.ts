import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/db/pool.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import { emitAll } from '../../../platform/outbox/events.ts';
import { closeFinalDecisions, type ToTell } from '../decision.store.ts';

/**
 * Tells the households whose requests were answered, once nobody can take the answer back.
 * Repeatable: an answer is told by the transaction that marks it so.
 */
export async function tellDecisions(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  organisationId: string,
): Promise<void> {
  const now = clock.now();
  await transaction(database, organisationId, async (tx) => {
    const tells = await closeFinalDecisions(tx, now);
    for (const [type, payloads] of byType(tells)) emitAll(tx, type, payloads, now);
  });
}

function byType(tells: readonly ToTell[]): Map<string, ToTell['payloads']> {
  const types = new Map<string, ToTell['payloads']>();
  for (const { type, payloads } of tells) {
    types.set(type, [...(types.get(type) ?? []), ...payloads]);
  }
  return types;
}
