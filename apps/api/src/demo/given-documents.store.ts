import { createHash } from 'node:crypto';
import type { RequiredDocument } from '@preau/domain/reglement/document';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../platform/db/statement.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { newId } from '../platform/ids.ts';
import { findOfficeAccount } from './accounts.store.ts';
import { onePagePdf } from './one-page-pdf.ts';
import type { DemoHousehold } from './town.ts';

const insert = statement<never>(
  'demo.given-documents',
  `with given as (
     select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::float8[], $8::int[])
       as d (id, file, household, child, kind, sent, months)
   ), files as (
     insert into stored_file (organisation_id, id, media_type, size_bytes, sha256, created_by, created_at)
     select $1, file, 'application/pdf', $10, $11, $9, to_timestamp(sent / 1000) from given
     returning organisation_id, id
   ), chunks as (
     insert into file_chunk (organisation_id, file_id, position, bytes)
     select organisation_id, id, 0, $12 from files
   ), documents as (
     insert into document (organisation_id, id, household_id, child_id, kind, note, state, sent_by, sent_at,
       decided_by, decided_at, expires_on)
     select $1, id, household, child, kind, '', 'accepted', $9, to_timestamp(sent / 1000), $9,
       to_timestamp(sent / 1000) + interval '1 day',
       (to_timestamp(sent / 1000) + make_interval(months => months))::date from given
     returning organisation_id, id
   )
   insert into document_file (organisation_id, document_id, file_id, position, name)
   select d.organisation_id, d.id, given.file, 0, given.kind || '.pdf' from documents d join given on given.id = d.id`,
);

const day = 24 * 3_600_000;
/** Handed in with the file of the year. */
const handedInDaysAgo = 80;

/**
 * Writes the documents that households handed in on paper, accepted since: each that the règlement
 * asks for, for the household or for each of its children.
 */
export async function writeGivenDocuments(
  tx: Tx,
  required: readonly RequiredDocument[],
  households: readonly DemoHousehold[],
  now: Instant,
): Promise<void> {
  const given = households.flatMap((household) =>
    required.flatMap(({ code, about, validMonths }) => {
      const subjects = about === 'household' ? [null] : household.children.map(({ id }) => id);
      return subjects.map((childId) => ({ household, code, validMonths, childId }));
    }),
  );
  if (given.length === 0) return;
  const bytes = onePagePdf('Document remis au guichet');
  tx.write(insert, [
    tx.organisationId,
    given.map(() => newId()),
    given.map(() => newId()),
    given.map(({ household }) => household.id),
    given.map(({ childId }) => childId),
    given.map(({ code }) => code),
    given.map((_one, at) => now - (handedInDaysAgo + (at % 20)) * day),
    given.map(({ validMonths }) => validMonths),
    await findOfficeAccount(tx),
    bytes.length,
    createHash('sha256').update(bytes).digest(),
    bytes,
  ]);
}
