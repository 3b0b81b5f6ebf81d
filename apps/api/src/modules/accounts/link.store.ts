import type { Instant } from '@preau/domain/time/instant';
import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import { hashLinkToken } from '../../platform/crypto/link-tokens.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Ask, Tx } from '../../platform/db/transaction.ts';
import { accountLink } from './accounts.tables.ts';
import { type KnownLink, type LinkPurpose, linkRefusal } from './link-rules.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long a link works, in milliseconds. */
const linkLifetime: Record<LinkPurpose, number> = { invitation: 7 * day, reset: 30 * minute };

const find = statement<KnownLink>(
  'link.find',
  `select l.account_id as "accountId", l.purpose, a.surface, a.status, a.email,
     coalesce((select g.first_name from guardian g
               where g.organisation_id = a.organisation_id and g.account_id = a.id
               order by g.household_id limit 1), a.display_name) as "firstName",
     (extract(epoch from l.expires_at) * 1000)::bigint as "expiresAt",
     l.consumed_at is not null as consumed
   from account_link l
   join account a on a.organisation_id = l.organisation_id and a.id = l.account_id
   where l.organisation_id = $1 and l.token_hash = $2`,
);

const consume = statement<{ accountId: string }>(
  'link.consume',
  `update account_link set consumed_at = to_timestamp($3::float8 / 1000)
   where organisation_id = $1 and token_hash = $2 and consumed_at is null
     and expires_at > to_timestamp($3::float8 / 1000)
   returning account_id as "accountId"`,
);

/**
 * Issues a link; those of the same purpose sent to the same person before stop working.
 * Repeating it with the same token changes nothing.
 */
export async function issueLink(
  tx: Tx,
  link: { accountId: string; purpose: LinkPurpose; token: string },
  now: Instant,
): Promise<void> {
  const { organisationId } = tx;
  const { accountId, purpose } = link;
  const inserted = await tx.orm
    .insert(accountLink)
    .values({
      organisationId,
      tokenHash: hashLinkToken(link.token),
      accountId,
      purpose,
      createdAt: now,
      expiresAt: (now + linkLifetime[purpose]) as Instant,
    })
    .onConflictDoNothing()
    .returning({ tokenHash: accountLink.tokenHash });
  const [fresh] = inserted;
  if (!fresh) return;
  await tx.orm
    .update(accountLink)
    .set({ expiresAt: now })
    .where(
      and(
        eq(accountLink.organisationId, organisationId),
        eq(accountLink.accountId, accountId),
        eq(accountLink.purpose, purpose),
        isNull(accountLink.consumedAt),
        gt(accountLink.expiresAt, now),
        ne(accountLink.tokenHash, fresh.tokenHash),
      ),
    );
}

export async function findLink(
  ask: Ask,
  organisationId: string,
  token: string,
): Promise<KnownLink | undefined> {
  const [found] = await ask(find, [organisationId, hashLinkToken(token)]);
  return found;
}

/** Whether a link could still be used by whom it was issued to. */
export async function findWorkingLink(
  ask: Ask,
  organisationId: string,
  token: string,
  now: Instant,
): Promise<boolean> {
  const link = await findLink(ask, organisationId, token);
  return link !== undefined && linkRefusal(link, link, now) === null;
}

/** Uses a link up. False when it no longer worked: two submissions at once have one effect. */
export async function consumeLink(tx: Tx, token: string, now: Instant): Promise<boolean> {
  const rows = await tx.ask(consume, [tx.organisationId, hashLinkToken(token), now]);
  return rows.length === 1;
}
