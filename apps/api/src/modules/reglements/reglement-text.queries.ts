import type { ReglementDocument } from '@preau/domain/reglement/document';
import type { Day } from '@preau/domain/time/day';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

/** A published version, without its document. */
export type PublishedVersion = {
  readonly id: string;
  readonly hash: string;
  readonly fromOn: Day;
  /** First day on which it no longer holds; `null` = until superseded. */
  readonly endsOn: Day | null;
};

const versions = statement<PublishedVersion>(
  'reglement.published',
  `select id, hash, lower(validity) as "fromOn", upper(validity) as "endsOn"
   from reglement_version
   where organisation_id = $1 and status = 'published'
   order by lower(validity)`,
);

const documents = statement<{ id: string; document: ReglementDocument }>(
  'reglement.published-documents',
  `select id, document from reglement_version
   where organisation_id = $1 and id = any ($2::uuid[]) and status = 'published'`,
);

const groups = statement<{ code: string; label: string }>(
  'reglement.age-groups',
  'select code, label from age_group where organisation_id = $1 order by code',
);

/** Every published version, oldest first. */
export function askPublishedVersions(
  ask: Ask,
  organisationId: string,
): Promise<PublishedVersion[]> {
  return ask(versions, [organisationId]);
}

/** The documents of some versions, in no order. */
export function askPublishedDocuments(
  ask: Ask,
  organisationId: string,
  ids: readonly string[],
): Promise<{ id: string; document: ReglementDocument }[]> {
  return ask(documents, [organisationId, ids]);
}

/** What the age groups are called there. */
export async function askGroupLabels(
  ask: Ask,
  organisationId: string,
): Promise<Readonly<Record<string, string>>> {
  const found = await ask(groups, [organisationId]);
  return Object.fromEntries(found.map(({ code, label }) => [code, label]));
}
