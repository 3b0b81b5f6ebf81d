import type { FamilyClaims } from '../../platform/auth/actor.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';
import type { StoredFile } from '../../platform/storage/file-store.ts';
import type { DocumentState, InboxDocument, OwnDocument } from './documents.schemas.ts';

/** A row as it is read: the kind is a code, moments are milliseconds since the epoch. */
type Read<Wire extends { kind: unknown; sentAt: unknown; decidedAt: unknown }> = Omit<
  Wire,
  'kind' | 'sentAt' | 'decidedAt'
> & {
  readonly kind: string;
  readonly sentAt: number;
  readonly decidedAt: number | null;
};
export type OwnDocumentRow = Read<OwnDocument>;
export type InboxDocumentRow = Read<InboxDocument>;

/** A file to be handed out, under the name it was kept with. */
export type DownloadableFile = StoredFile & {
  readonly name: string;
  readonly mediaType: string;
};

const facts = `d.id, d.kind, d.note, d.state, d.reason, d.expires_on as "expiresOn",
  (extract(epoch from d.sent_at) * 1000)::bigint as "sentAt",
  (extract(epoch from d.decided_at) * 1000)::bigint as "decidedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', f.name,
      'mediaType', s.media_type, 'sizeBytes', s.size_bytes) order by f.position), '[]')
   from document_file f
   join stored_file s on s.organisation_id = f.organisation_id and s.id = f.file_id
   where f.organisation_id = d.organisation_id and f.document_id = d.id) as files`;

const child = (...fields: readonly string[]) =>
  `(select jsonb_build_object('id', c.id, ${fields.join(', ')})
    from child c where c.organisation_id = d.organisation_id and c.id = d.child_id) as child`;

const guardianName = (name: string) =>
  `(select ${name} from guardian g where g.organisation_id = d.organisation_id
      and g.household_id = d.household_id and g.account_id = d.sent_by limit 1)`;

const ownFacts = `${facts}, ${child("'firstName', c.first_name")},
  jsonb_build_object('you', d.sent_by = $3, 'firstName', ${guardianName('g.first_name')}) as "sentBy"`;

const ownPage = statement<OwnDocumentRow>(
  'documents.own-page',
  `select ${ownFacts} from document d
   where d.organisation_id = $1 and d.household_id = $2
     and ($4::uuid is null or (d.sent_at, d.id) <
       (select b.sent_at, b.id from document b
        where b.organisation_id = $1 and b.household_id = $2 and b.id = $4))
   order by d.sent_at desc, d.id desc limit $5`,
);

const ownOne = statement<OwnDocumentRow>(
  'documents.own-one',
  `select ${ownFacts} from document d
   where d.organisation_id = $1 and d.household_id = $2 and d.id = $4`,
);

const usage = statement<{
  states: Partial<Record<DocumentState, number>>;
  used_bytes: number;
}>(
  'documents.usage',
  `select
     (select coalesce(jsonb_object_agg(t.state, t.count), '{}')
      from (select d.state, count(*) from document d
            where d.organisation_id = $1 and d.household_id = $2 group by d.state) t) as states,
     (select coalesce(sum(s.size_bytes), 0) from document d
      join document_file f on f.organisation_id = d.organisation_id and f.document_id = d.id
      join stored_file s on s.organisation_id = f.organisation_id and s.id = f.file_id
      where d.organisation_id = $1 and d.household_id = $2) as used_bytes`,
);

const inboxFacts = `${facts},
  ${child("'firstName', c.first_name", "'lastName', c.last_name", "'schoolClass', c.school_class")},
  (select jsonb_build_object('id', h.id, 'name', h.name) from household h
   where h.organisation_id = d.organisation_id and h.id = d.household_id) as household,
  ${guardianName("g.first_name || ' ' || g.last_name")} as "sentBy",
  (select a.display_name from account a where a.organisation_id = d.organisation_id
     and a.id = d.decided_by and a.surface = 'staff') as "decidedBy"`;

const inboxOldest = statement<InboxDocumentRow>(
  'documents.inbox-oldest',
  `select ${inboxFacts} from document d
   where d.organisation_id = $1 and d.state = $2
     and ($3::uuid is null or (d.sent_at, d.id) >
       (select b.sent_at, b.id from document b where b.organisation_id = $1 and b.id = $3))
   order by d.sent_at, d.id limit $4`,
);

const inboxLatest = statement<InboxDocumentRow>(
  'documents.inbox-latest',
  `select ${inboxFacts} from document d
   where d.organisation_id = $1 and d.state = $2
     and ($3::uuid is null or (d.sent_at, d.id) <
       (select b.sent_at, b.id from document b where b.organisation_id = $1 and b.id = $3))
   order by d.sent_at desc, d.id desc limit $4`,
);

const inboxOne = statement<InboxDocumentRow>(
  'documents.inbox-one',
  `select ${inboxFacts} from document d where d.organisation_id = $1 and d.id = $2`,
);

const waiting = statement<{ count: number }>(
  'documents.waiting',
  "select count(*) from document where organisation_id = $1 and state = 'sent'",
);

const file = statement<DownloadableFile>(
  'documents.file',
  `select s.id, s.media_type as "mediaType", s.size_bytes as "sizeBytes",
     encode(s.sha256, 'hex') as sha256, f.name
   from document d
   join document_file f on f.organisation_id = d.organisation_id and f.document_id = d.id
   join stored_file s on s.organisation_id = f.organisation_id and s.id = f.file_id
   where d.organisation_id = $1 and ($2::uuid is null or d.household_id = $2)
     and d.id = $3 and f.file_id = $4`,
);

/** Documents of the caller's own household, the latest first. */
export function askOwnDocuments(
  ask: Ask,
  { organisationId, householdId, accountId }: FamilyClaims,
  page: { readonly after: string | null; readonly limit: number },
): Promise<OwnDocumentRow[]> {
  return ask(ownPage, [organisationId, householdId, accountId, page.after, page.limit]);
}

/** One of them; `undefined` when it is not theirs. */
export async function findOwnDocument(
  ask: Ask,
  { organisationId, householdId, accountId }: FamilyClaims,
  id: string,
): Promise<OwnDocumentRow | undefined> {
  const [found] = await ask(ownOne, [organisationId, householdId, accountId, id]);
  return found;
}

/** How many documents of a household are in each state, and what its files take, in bytes. */
export async function askUsage(
  ask: Ask,
  organisationId: string,
  householdId: string,
): Promise<{ readonly counts: Record<DocumentState, number>; readonly usedBytes: number }> {
  const [found] = await ask(usage, [organisationId, householdId]);
  const none = { sent: 0, accepted: 0, refused: 0, withdrawn: 0 };
  return { counts: { ...none, ...found?.states }, usedBytes: found?.used_bytes ?? 0 };
}

/** Documents of every household in one state: those that wait from the oldest, others the latest first. */
export function askInbox(
  ask: Ask,
  organisationId: string,
  page: { readonly state: DocumentState; readonly after: string | null; readonly limit: number },
): Promise<InboxDocumentRow[]> {
  const { state, after, limit } = page;
  return ask(state === 'sent' ? inboxOldest : inboxLatest, [organisationId, state, after, limit]);
}

/** How many documents wait for a decision. */
export async function countWaiting(ask: Ask, organisationId: string): Promise<number> {
  const [found] = await ask(waiting, [organisationId]);
  return found?.count ?? 0;
}

/** Any document of the organisation, for its office. */
export async function findInboxDocument(
  ask: Ask,
  organisationId: string,
  id: string,
): Promise<InboxDocumentRow | undefined> {
  const [found] = await ask(inboxOne, [organisationId, id]);
  return found;
}

/**
 * A file of a document.
 * @param householdId whose documents the caller may read; `null` = every household's.
 */
export async function findFile(
  ask: Ask,
  organisationId: string,
  householdId: string | null,
  place: { readonly id: string; readonly fileId: string },
): Promise<DownloadableFile | undefined> {
  const [found] = await ask(file, [organisationId, householdId, place.id, place.fileId]);
  return found;
}
