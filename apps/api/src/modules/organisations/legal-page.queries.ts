import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';
import type { LegalPageCode } from './legal-page.templates.ts';

/** One version of a page, in Markdown. */
export type LegalPage = {
  readonly code: LegalPageCode;
  readonly version: number;
  readonly body: string;
  /** Milliseconds since the epoch. */
  readonly publishedAt: number;
};

const columns = `code, version, body, (extract(epoch from published_at) * 1000)::bigint as "publishedAt"`;

const page = statement<LegalPage>(
  'legal-page.version',
  `select ${columns} from legal_page
   where organisation_id = $1 and code = $2 and ($3::integer is null or version = $3)
   order by version desc limit 1`,
);

const inForce = statement<LegalPage>(
  'legal-page.in-force',
  `select distinct on (code) ${columns} from legal_page
   where organisation_id = $1 order by code, version desc`,
);

const toAccept = statement<{ toAccept: boolean }>(
  'terms.to-accept',
  `select t.version is not null and a.version is null as "toAccept"
   from (select max(version) as version from legal_page
         where organisation_id = $1 and code = 'terms') t
   left join terms_acceptance a
     on a.organisation_id = $1 and a.account_id = $2 and a.version = t.version`,
);

/**
 * A page as families read it.
 * @param version `null` = the one in force.
 */
export async function findLegalPage(
  ask: Ask,
  organisationId: string,
  code: LegalPageCode,
  version: number | null,
): Promise<LegalPage | undefined> {
  const [found] = await ask(page, [organisationId, code, version]);
  return found;
}

/** Every page in force, for who may change them. */
export function askLegalPages(ask: Ask, organisationId: string): Promise<LegalPage[]> {
  return ask(inForce, [organisationId]);
}

/** Has this account still to accept the terms of use in force? */
export async function askTermsToAccept(
  ask: Ask,
  { organisationId, accountId }: { organisationId: string; accountId: string },
): Promise<boolean> {
  const [found] = await ask(toAccept, [organisationId, accountId]);
  return found?.toAccept ?? false;
}
