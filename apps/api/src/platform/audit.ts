import type { Instant } from '@preau/domain/time/instant';
import { statement } from './db/statement.ts';
import type { Tx } from './db/transaction.ts';
import { newId } from './ids.ts';

/** What was done to what; never personal data, only ids, codes and amounts. */
export type AuditEntry = {
  readonly objectKind: string;
  readonly objectId: string | null;
  readonly detail?: Record<string, unknown>;
};

export type AuditRecord = AuditEntry & {
  readonly action: string;
  readonly at: Instant;
  readonly actor: {
    readonly kind: 'anonymous' | 'guardian' | 'staff' | 'system';
    readonly id: string | null;
  };
  readonly requestId: string;
};

const insert = statement<never>(
  'audit.insert',
  `insert into audit_event (organisation_id, id, at, actor_kind, actor_id, action, object_kind, object_id, detail, request_id)
   values ($1, $2, to_timestamp($3::float8 / 1000), $4, $5, $6, $7, $8, $9, $10)`,
);

/** Adds one line to the insert-only audit, in the transaction of what it tells about. */
export function insertAudit(tx: Tx, record: AuditRecord): void {
  tx.write(insert, [
    tx.organisationId,
    newId(),
    record.at,
    record.actor.kind,
    record.actor.id,
    record.action,
    record.objectKind,
    record.objectId,
    JSON.stringify(record.detail ?? {}),
    record.requestId,
  ]);
}
