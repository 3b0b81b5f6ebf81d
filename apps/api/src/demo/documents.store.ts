import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../platform/db/statement.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { newId } from '../platform/ids.ts';

export type Sender = {
  readonly accountId: string;
  readonly householdId: string;
  readonly childId: string | null;
};

const sender = statement<Sender>(
  'demo.sender',
  `select g.account_id as "accountId", g.household_id as "householdId",
          (select c.id from household_child m
           join child c on c.organisation_id = m.organisation_id and c.id = m.child_id
           where m.organisation_id = $1 and m.household_id = g.household_id and c.first_name = $3) as "childId"
   from guardian g where g.organisation_id = $1 and g.email = $2`,
);

/**
 * The account and household behind an address, with a child of it.
 * @throws Error when nobody is there.
 */
export async function findSender(tx: Tx, email: string, child: string | null): Promise<Sender> {
  const [found] = await tx.ask(sender, [tx.organisationId, email, child]);
  if (!found) throw new Error(`Nobody of the demonstration writes from ${email}`);
  return found;
}

export type WrittenDocument = Sender & {
  readonly kind: string;
  readonly note: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly sentAt: Instant;
  readonly decision: {
    readonly by: string;
    readonly at: Instant;
    readonly refused: string | null;
  } | null;
};

const insert = statement<never>(
  'demo.document',
  `with written as (
     insert into document (organisation_id, id, household_id, child_id, kind, note, state, reason, sent_by,
       sent_at, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, to_timestamp($10::float8 / 1000), $11,
       to_timestamp($12::float8 / 1000))
     returning organisation_id, id
   )
   insert into document_file (organisation_id, document_id, file_id, position, name)
   select organisation_id, id, $13, 0, $14 from written`,
);

/** Writes a document as it stands, with its one file, which is kept already. */
export function insertDocument(tx: Tx, document: WrittenDocument): void {
  const { decision } = document;
  const refused = decision?.refused ?? null;
  const decided = refused === null ? 'accepted' : 'refused';
  tx.write(insert, [
    tx.organisationId,
    newId(),
    document.householdId,
    document.childId,
    document.kind,
    document.note,
    decision === null ? 'sent' : decided,
    refused,
    document.accountId,
    document.sentAt,
    decision?.by ?? null,
    decision?.at ?? null,
    document.fileId,
    document.fileName,
  ]);
}
