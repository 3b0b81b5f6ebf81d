import type { Instant } from '@preau/domain/time/instant';
import { hashLinkToken } from '../../platform/crypto/link-tokens.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Ask, Tx } from '../../platform/db/transaction.ts';
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

// The links before are those the statement sees: its own rows are not there yet. One that was
// issued already, by a job that runs again, ends nothing.
const issue = statement<never>(
  'link.issue',
  `with issued as (
     insert into account_link (organisation_id, token_hash, account_id, purpose, created_at, expires_at)
     select $1, hash, account_id, $2, to_timestamp($5::float8 / 1000), to_timestamp($6::float8 / 1000)
     from unnest($3::bytea[], $4::uuid[]) as link (hash, account_id)
     on conflict do nothing
     returning account_id
   )
   update account_link former set expires_at = to_timestamp($5::float8 / 1000)
   from issued
   where former.organisation_id = $1 and former.account_id = issued.account_id
     and former.purpose = $2 and former.consumed_at is null
     and former.expires_at > to_timestamp($5::float8 / 1000)`,
);

/** A link for an account, before its token is hashed. */
export type NewLink = { readonly accountId: string; readonly token: string };

/**
 * Issues links, set-based; those of the same purpose sent to the same people before stop working.
 * Repeating it with the same tokens changes nothing.
 */
export function issueLinks(
  tx: Tx,
  purpose: LinkPurpose,
  links: readonly NewLink[],
  now: Instant,
): void {
  const hashes = links.map(({ token }) => hashLinkToken(token));
  const accounts = links.map(({ accountId }) => accountId);
  const until = now + linkLifetime[purpose];
  tx.write(issue, [tx.organisationId, purpose, hashes, accounts, now, until]);
}

const end = statement<never>(
  'link.end',
  `update account_link set expires_at = to_timestamp($3::float8 / 1000)
   where organisation_id = $1 and account_id = any($2::uuid[]) and purpose = 'invitation'
     and consumed_at is null and expires_at > to_timestamp($3::float8 / 1000)`,
);

/** Invitations already on their way open nothing any more: they went to a wrong address. */
export function endInvitations(tx: Tx, accountIds: readonly string[], now: Instant): void {
  tx.write(end, [tx.organisationId, accountIds, now]);
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
