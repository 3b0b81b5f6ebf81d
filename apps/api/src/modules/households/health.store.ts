import type { Instant } from '@preau/domain/time/instant';
import type { SealedText } from '../../platform/crypto/sealed-text.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';

type Note = { readonly key_id: string | null; readonly allergies: Buffer | null };

const find = statement<Note>(
  'health.find',
  `select n.key_id, n.allergies
   from child c
   left join child_health n on n.organisation_id = c.organisation_id and n.child_id = c.id
   where c.organisation_id = $1 and c.id = $2`,
);

const hold = statement<{ id: string }>(
  'health.hold-child',
  'select id from child where organisation_id = $1 and id = $2 for no key update',
);

const write = statement<never>(
  'health.write',
  `insert into child_health (organisation_id, child_id, key_id, allergies, updated_at)
   values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000))
   on conflict (organisation_id, child_id)
   do update set key_id = excluded.key_id, allergies = excluded.allergies, updated_at = excluded.updated_at`,
);

const forget = statement<never>(
  'health.forget',
  'delete from child_health where organisation_id = $1 and child_id = $2',
);

/** The sealed note of a child; `null` when there is none, `undefined` without such a child. */
export async function findNote(tx: Tx, childId: string): Promise<SealedText | null | undefined> {
  const [note] = await tx.ask(find, [tx.organisationId, childId]);
  if (!note) return undefined;
  const { key_id: keyId, allergies: sealed } = note;
  return keyId === null || sealed === null ? null : { keyId, sealed };
}

/** Locks a child; false when the organisation knows no such child. */
export async function lockChild(tx: Tx, childId: string): Promise<boolean> {
  return (await tx.ask(hold, [tx.organisationId, childId])).length === 1;
}

/** Replaces the note of a child; `null` = nothing is known any more. */
export function writeNote(tx: Tx, childId: string, note: SealedText | null, now: Instant): void {
  if (note === null) tx.write(forget, [tx.organisationId, childId]);
  else tx.write(write, [tx.organisationId, childId, note.keyId, note.sealed, now]);
}
