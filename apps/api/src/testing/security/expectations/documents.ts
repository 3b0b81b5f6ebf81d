import { samplePdf, writeDocument } from '../../../modules/documents/documents.factory.ts';
import { createPostgresFileStore } from '../../../platform/storage/postgres-file-store.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { filePart, formOf, type Part } from '../../files/form.ts';
import { canary } from '../canaries.ts';
import type { Family, PersonName, World } from '../cast.ts';
import { type Expectation, forParents, forStaff } from '../expectations.ts';
import type { Asked } from '../requests.ts';

type Sender = Extract<
  PersonName,
  'guardian' | 'separatedParent' | 'otherGuardian' | 'foreignGuardian'
>;

const families = {
  guardian: 'alpha',
  separatedParent: 'bravo',
  otherGuardian: 'charlie',
  foreignGuardian: 'delta',
} as const satisfies Record<Sender, keyof World['families']>;

/** A document of somebody's household that waits; every word of it is a canary. */
export async function documentOf(
  { testApp, people, families: all }: World,
  sender: Sender,
): Promise<{ readonly id: string; readonly fileId: string }> {
  const owner = families[sender];
  const family: Family = all[owner];
  const store = createPostgresFileStore(testApp.database);
  const name = `${canary(owner, 'filename')}.pdf`;
  const bytes = samplePdf(canary(owner, 'content'));
  const id = await transaction(testApp.database, family.town.organisation.id, async (tx) =>
    writeDocument(tx, store, {
      householdId: family.id,
      childId: family.children[0]?.id ?? null,
      kind: 'dispense-medicale',
      note: canary(owner, 'note'),
      sentBy: people[sender].accountId,
      sentAt: testApp.clock.now(),
      files: [{ name, mediaType: 'application/pdf', bytes }],
      decision: null,
    }),
  );
  const fileId = await fileOf(testApp, family, id);
  return { id, fileId };
}

async function fileOf(
  { database }: World['testApp'],
  { town }: Family,
  documentId: string,
): Promise<string> {
  const { rows } = await transaction(database, town.organisation.id, (tx) =>
    tx.orm.execute<{ file_id: string }>(
      `select file_id from document_file where organisation_id = '${tx.organisationId}' and document_id = '${documentId}'`,
    ),
  );
  const [row] = rows;
  if (!row) throw new Error('This document has no file');
  return row.file_id;
}

/** Few may wait at once: those written for other requests are decided. */
async function decideAll({ testApp, here }: World): Promise<void> {
  await transaction(testApp.database, here.organisation.id, (tx) =>
    tx.orm.execute(
      `update document set state = 'accepted' where organisation_id = '${tx.organisationId}' and state = 'sent'`,
    ),
  );
}

/** The request that sends a document about a child. */
export function sending(childId: string | null): Asked {
  const about: Part[] = childId === null ? [] : [{ name: 'childId', value: childId }];
  const form = formOf([
    { name: 'kind', value: 'dispense-medicale' },
    ...about,
    { name: 'note', value: 'Pas de sport' },
    filePart('certificat.pdf', samplePdf()),
  ]);
  return {
    path: '/api/family/documents',
    body: form.body,
    headers: { ...form.headers, 'idempotency-key': newId() },
  };
}

const alphasDocument =
  (path: (id: string, fileId: string) => string, body?: object) =>
  async (world: World): Promise<Asked> => {
    const { id, fileId } = await documentOf(world, 'guardian');
    return { path: path(id, fileId), ...(body && { body }) };
  };

/** The one request that is a form: what its parts may say is tried with the hostile files. */
export const formRoutes: ReadonlySet<string> = new Set(['POST /api/family/documents']);

/** « Mes demandes ». */
export const documentFamilyExpectations: Record<string, Expectation> = {
  'GET /api/family/documents': forParents({ own: 200, otherHousehold: 200 }, async (world) => {
    await documentOf(world, 'guardian');
    return { path: '/api/family/documents' };
  }),
  'GET /api/family/documents/:id/files/:fileId': forParents(
    { own: 200, otherHousehold: 404 },
    alphasDocument((id, fileId) => `/api/family/documents/${id}/files/${fileId}`),
  ),
  'POST /api/family/documents': forParents({ own: 201, otherHousehold: 404 }, async (world) => {
    await decideAll(world);
    return sending(world.families.alpha.children[0]?.id ?? null);
  }),
  'DELETE /api/family/documents/:id': forParents(
    { own: 204, otherHousehold: 404 },
    alphasDocument((id) => `/api/family/documents/${id}`),
  ),
};

const forOffice = (own: number, foreign: number) => ({
  administrator: own,
  office: own,
  attendant: 403,
  foreign,
});

/** « Demandes ». */
export const documentStaffExpectations: Record<string, Expectation> = {
  'GET /api/staff/documents': forStaff(forOffice(200, 200), async (world) => {
    await documentOf(world, 'guardian');
    return { path: '/api/staff/documents?state=sent' };
  }),
  'GET /api/staff/documents/count': forStaff(forOffice(200, 200), () => ({
    path: '/api/staff/documents/count',
  })),
  'GET /api/staff/documents/:id': forStaff(
    forOffice(200, 404),
    alphasDocument((id) => `/api/staff/documents/${id}`),
  ),
  'GET /api/staff/documents/:id/files/:fileId': forStaff(
    forOffice(200, 404),
    alphasDocument((id, fileId) => `/api/staff/documents/${id}/files/${fileId}`),
  ),
  'POST /api/staff/documents/:id/accept': forStaff(
    forOffice(204, 404),
    alphasDocument((id) => `/api/staff/documents/${id}/accept`, { expiresOn: '2027-08-31' }),
  ),
  'POST /api/staff/documents/:id/refuse': forStaff(
    forOffice(204, 404),
    alphasDocument((id) => `/api/staff/documents/${id}/refuse`, { reason: 'Illisible' }),
  ),
};
