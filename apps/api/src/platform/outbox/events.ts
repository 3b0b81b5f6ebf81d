import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../db/statement.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';

/** Something that happened, kept with what made it happen and handled after the commit. */
export type NewEvent = {
  readonly type: string;
  readonly payload: Record<string, unknown>;
  readonly at: Instant;
};

const insert = statement<never>(
  'event.insert',
  `insert into event (organisation_id, id, type, payload, at)
   values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000))`,
);

/** Records an event in the open transaction; the relay hands it to the worker once committed. */
export function emit(tx: Tx, event: NewEvent): void {
  tx.write(insert, [
    tx.organisationId,
    newId(),
    event.type,
    JSON.stringify(event.payload),
    event.at,
  ]);
}

const insertAll = statement<never>(
  'event.insert-all',
  `insert into event (organisation_id, id, type, payload, at)
   select $1, id, $2, payload, to_timestamp($3::float8 / 1000)
   from unnest($4::uuid[], $5::jsonb[]) as happened (id, payload)`,
);

/** Records the same thing happening to many: one event each, in one statement. */
export function emitAll(
  tx: Tx,
  type: string,
  payloads: readonly Record<string, unknown>[],
  at: Instant,
): void {
  tx.write(insertAll, [
    tx.organisationId,
    type,
    at,
    payloads.map(() => newId()),
    payloads.map((payload) => JSON.stringify(payload)),
  ]);
}
