import type { Instant } from '@preau/domain/time/instant';
import { and, eq } from 'drizzle-orm';
import { insertAudit } from '../../../platform/audit.ts';
import type { Sealer } from '../../../platform/crypto/sealed-text.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { openResetAsked } from '../accounts.events.ts';
import { account } from '../accounts.tables.ts';
import { issueLinks } from '../link.store.ts';
import type { LinkPurpose } from '../link-rules.ts';

export type IssuedLink = {
  readonly accountId: string;
  readonly token: string;
  readonly purpose: LinkPurpose;
};

/**
 * Second half of a reset, away from whoever asked: finds whose address it is and issues the link.
 * A person who never activated the account gets a new invitation instead. Repeatable.
 * @returns `null` when the address is nobody's, or the account is disabled.
 */
export async function issueResetLink(
  tx: Tx,
  event: { id: string; payload: unknown },
  sealer: Sealer,
  now: Instant,
): Promise<IssuedLink | null> {
  const { surface, email, token } = openResetAsked(event.payload, sealer, tx.organisationId);
  const [found] = await tx.orm
    .select({ id: account.id, status: account.status })
    .from(account)
    .where(
      and(
        eq(account.organisationId, tx.organisationId),
        eq(account.surface, surface),
        eq(account.email, email),
      ),
    );
  if (!found || found.status === 'disabled') return null;
  const purpose = found.status === 'active' ? 'reset' : 'invitation';
  const accountId = found.id;
  issueLinks(tx, purpose, [{ accountId, token }], now);
  insertAudit(tx, {
    action: 'account.resetLinkIssued',
    at: now,
    actor: { kind: 'system', id: null },
    objectKind: 'account',
    objectId: accountId,
    detail: { purpose },
    requestId: event.id,
  });
  return { accountId, token, purpose };
}
