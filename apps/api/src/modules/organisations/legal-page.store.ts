import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { type LegalPageCode, legalPageCodes } from './legal-page.templates.ts';

const insertFirst = statement<never>(
  'legal-page.insert-first',
  `insert into legal_page (organisation_id, code, version, body, published_at)
   select $1, p.code, 1, p.body, to_timestamp($4::float8 / 1000)
   from unnest($2::text[], $3::text[]) as p (code, body)`,
);

/** Publishes the first version of every page. */
export function insertFirstPages(
  tx: Tx,
  pages: Readonly<Record<LegalPageCode, string>>,
  now: Instant,
): void {
  const bodies = legalPageCodes.map((code) => pages[code]);
  tx.write(insertFirst, [tx.organisationId, legalPageCodes, bodies, now]);
}

// Two people who publish at once both read the same version: the primary key refuses the second.
const insertNext = statement<{ version: number }>(
  'legal-page.insert-next',
  `insert into legal_page (organisation_id, code, version, body, published_at)
   select $1, $2, $3::integer + 1, $4, to_timestamp($5::float8 / 1000)
   where $3::integer = (select coalesce(max(version), 0) from legal_page
                        where organisation_id = $1 and code = $2)
   on conflict do nothing
   returning version`,
);

export type NextPage = {
  readonly code: LegalPageCode;
  readonly body: string;
  /** The version it was written from; 0 where there is none yet. */
  readonly after: number;
};

/** Publishes the version after the one given; `undefined` when there is a newer one already. */
export async function insertNextPage(
  tx: Tx,
  { code, body, after }: NextPage,
  now: Instant,
): Promise<number | undefined> {
  const [inserted] = await tx.ask(insertNext, [tx.organisationId, code, after, body, now]);
  return inserted?.version;
}

const insertAcceptances = statement<{ accountId: string }>(
  'terms.accept',
  `insert into terms_acceptance (organisation_id, account_id, version, accepted_at)
   select $1, account_id, $3, to_timestamp($4::float8 / 1000)
   from unnest($2::uuid[]) as account_id
   where $3::integer = (select max(version) from legal_page where organisation_id = $1 and code = 'terms')
   on conflict do nothing
   returning account_id as "accountId"`,
);

/**
 * Keeps that accounts accept the terms in force; a version that is not (any more) is not kept.
 * @returns those whose acceptance is new.
 */
export async function insertAcceptancesOf(
  tx: Tx,
  accountIds: readonly string[],
  version: number,
  now: Instant,
): Promise<readonly string[]> {
  const rows = await tx.ask(insertAcceptances, [tx.organisationId, accountIds, version, now]);
  return rows.map(({ accountId }) => accountId);
}
