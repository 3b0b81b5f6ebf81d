import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { DraftChange } from './draft-change.ts';

const bump = statement<never>(
  'cart.bump',
  `insert into cart (organisation_id, household_id, revision, updated_by, updated_at)
   values ($1, $2, 1, $3, to_timestamp($4::float8 / 1000))
   on conflict (organisation_id, household_id)
   do update set revision = cart.revision + 1, updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
);

const put = statement<never>(
  'cart.put',
  `insert into cart_line (organisation_id, household_id, child_id, session_id, action)
   select $1, $2, child_id, session_id, action
   from unnest($3::uuid[], $4::uuid[], $5::text[]) as change (child_id, session_id, action)
   on conflict (organisation_id, household_id, child_id, session_id) do update set action = excluded.action`,
);

const drop = statement<never>(
  'cart.drop',
  `delete from cart_line l
   using unnest($3::uuid[], $4::uuid[]) as change (child_id, session_id)
   where l.organisation_id = $1 and l.household_id = $2
     and l.child_id = change.child_id and l.session_id = change.session_id`,
);

const clear = statement<never>(
  'cart.clear',
  'delete from cart_line where organisation_id = $1 and household_id = $2',
);

/** Takes the draft's row and moves it to its next revision; whoever confirms an older one is told. */
export function touchCart(tx: Tx, householdId: string, accountId: string, now: Instant): void {
  tx.write(bump, [tx.organisationId, householdId, accountId, now]);
}

/** Applies gestures to the draft. A child or a session that is not theirs violates a foreign key. */
export function writeDraft(tx: Tx, householdId: string, changes: readonly DraftChange[]): void {
  const kept = changes.filter(({ action }) => action !== null);
  const taken = changes.filter(({ action }) => action === null);
  if (kept.length > 0) {
    tx.write(put, [
      tx.organisationId,
      householdId,
      kept.map(({ childId }) => childId),
      kept.map(({ sessionId }) => sessionId),
      kept.map(({ action }) => action),
    ]);
  }
  if (taken.length > 0) {
    tx.write(drop, [
      tx.organisationId,
      householdId,
      taken.map(({ childId }) => childId),
      taken.map(({ sessionId }) => sessionId),
    ]);
  }
}

/** Empties the draft and moves it to its next revision, nobody waiting for the number. */
export function closeDraft(tx: Tx, householdId: string, accountId: string, now: Instant): void {
  tx.write(clear, [tx.organisationId, householdId]);
  tx.write(bump, [tx.organisationId, householdId, accountId, now]);
}
