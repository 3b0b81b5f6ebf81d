import { createHash } from 'node:crypto';
import { publicationProblems } from '@preau/domain/reglement/check';
import {
  type CompiledReglement,
  compileReglement,
  ReglementError,
} from '@preau/domain/reglement/compile';
import type { ReglementDocument } from '@preau/domain/reglement/document';
import { addDays, type Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import type { Case } from '@preau/reglement/cases/case.schema';
import { failingCases } from '@preau/reglement/cases/failing-cases';
import { statement } from '../../platform/db/statement.ts';
import type { Ask, Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';

/** Raised when the engine decides differently for the same document. */
const engineVersion = 3;

/** A published version, ready to decide. */
export type ReglementInForce = {
  readonly versionId: string;
  readonly reglement: CompiledReglement;
};

/** The versions in force over a range of days, oldest first. */
export type VersionRow = { id: string; hash: string; from_on: Day; until_on: Day | null };

const inForce = statement<VersionRow>(
  'reglement.inForce',
  `select id, hash, lower(validity) as from_on, upper(validity) as until_on
   from reglement_version
   where organisation_id = $1 and status = 'published' and validity && daterange($2, $3, '[]')
   order by lower(validity)`,
);

const document = statement<{ document: ReglementDocument }>(
  'reglement.document',
  'select document from reglement_version where organisation_id = $1 and id = $2',
);

const publish = statement<never>(
  'reglement.publish',
  `insert into reglement_version
     (organisation_id, id, document, hash, engine_version, status, validity, published_at,
      asks_documents, counts_days, counts_periods)
   values ($1, $2, $3, $4, $5, 'published', daterange($6, $7, '[)'), to_timestamp($8::float8 / 1000), $9, $10, $11)`,
);

/** Asks which versions are in force from `from` to `until` (inclusive). */
export function askVersions(
  ask: Ask,
  organisationId: string,
  from: Day,
  until: Day,
): Promise<VersionRow[]> {
  return ask(inForce, [organisationId, from, until]);
}

// Versions are immutable: the same hash is the same rules, whatever the organisation.
const compiled = new Map<string, CompiledReglement>();
const mostCompiled = 500;

/** True when every version can decide without reading its document again. */
export function areCompiled(versions: readonly VersionRow[]): boolean {
  return versions.every(({ hash }) => compiled.has(hash));
}

/** Reads and compiles the versions that this process has not seen yet. */
export async function compileVersions(
  ask: Ask,
  organisationId: string,
  versions: readonly VersionRow[],
): Promise<void> {
  for (const { id, hash } of versions) {
    if (compiled.has(hash)) continue;
    const [row] = await ask(document, [organisationId, id]);
    if (!row) continue;
    if (compiled.size >= mostCompiled) compiled.clear();
    compiled.set(hash, compileReglement(row.document));
  }
}

/** The rules that hold on a day; `undefined` when no published version covers it. */
export function findReglementOn(
  versions: readonly VersionRow[],
  on: Day,
): ReglementInForce | undefined {
  const version = versions.find(
    ({ from_on, until_on }) => from_on <= on && (until_on === null || on < until_on),
  );
  const reglement = version && compiled.get(version.hash);
  return version && reglement && { versionId: version.id, reglement };
}

/**
 * The rules that hold on a day.
 * @throws Error when no published version covers the day: nothing may be decided then.
 */
export function reglementOn(versions: readonly VersionRow[], on: Day): ReglementInForce {
  const found = findReglementOn(versions, on);
  if (!found) throw new Error(`No règlement is in force on ${on}`);
  return found;
}

/**
 * Publishes a version of the règlement; it can never be changed afterwards.
 * @param cases the worked cases it has to satisfy
 * @throws ReglementError when the document does not hold together, is a study, leaves something
 * unsaid or fails one of its cases; a database error (exclusion constraint `one_version_at_a_time`) when another version is in
 * force on one of its days.
 * @returns the version's id.
 */
export async function publishReglement(
  tx: Tx,
  published: ReglementDocument,
  now: Instant,
  cases: readonly Case[] = [],
): Promise<string> {
  const problems = publicationProblems(published).map(({ message }) => message);
  if (problems.length === 0) problems.push(...failingCases(published, cases));
  if (problems.length > 0) throw new ReglementError(published.code, problems);
  const text = JSON.stringify(published);
  const id = newId();
  await tx.ask(publish, [
    tx.organisationId,
    id,
    text,
    createHash('sha256').update(`${engineVersion}:${text}`).digest('hex'),
    engineVersion,
    published.validFrom,
    published.validUntil === null ? null : addDays(published.validUntil, 1),
    now,
    published.documents.some(({ blocks }) => blocks.length > 0),
    published.activities.some(({ days }) => days.length > 0),
    published.activities.some(({ days }) => days.some(({ per }) => per === 'period')),
  ]);
  return id;
}
