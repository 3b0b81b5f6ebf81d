import { toIso } from '@preau/domain/time/instant';
import type { Tx } from '../../platform/db/transaction.ts';
import type { AnsweredRequests } from './requests.schemas.ts';
import { askLastSteps } from './requests.store.ts';

type Answered = NonNullable<AnsweredRequests['results'][number]['answered']>;

/** Who was first for some bookings, by their id: a clerk who comes second is told. */
export async function whoAnswered(
  tx: Tx,
  bookingIds: readonly string[],
): Promise<ReadonlyMap<string, Answered>> {
  if (bookingIds.length === 0) return new Map();
  const steps = await askLastSteps(tx.ask, tx.organisationId, bookingIds);
  return new Map(
    steps.map(({ booking_id, kind, name, at }) => [booking_id, { kind, name, at: toIso(at) }]),
  );
}
