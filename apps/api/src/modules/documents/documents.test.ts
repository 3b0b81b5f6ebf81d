import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { createPostgresFileStore } from '../../platform/storage/postgres-file-store.ts';
import { filePart, formOf, type Part } from '../../testing/files/form.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  createTestOrganisation,
  openAccount,
  type SignedIn,
  type SignedInGuardian,
  signInAgent,
  signInGuardian,
  signInStaff,
  testPassword,
  type TestOrganisation,
} from '../../testing/test-people.ts';
import { createTestWorker, type TestWorker } from '../../testing/test-worker.ts';
import { newChild, newGuardian, newHousehold } from '../households/households.factory.ts';
import { samplePdf, samplePng, writeDocument } from './documents.factory.ts';

const url = '/api/family/documents';
const inbox = '/api/staff/documents';
const dossier: readonly Part[] = [
  { name: 'kind', value: 'dossier-annuel' },
  filePart('dossier.pdf', samplePdf()),
];

const countAll = statement<{ documents: number; chunks: number; names: number }>(
  'test.count-documents',
  `select (select count(*) from document where organisation_id = $1) as documents,
     (select count(*) from file_chunk where organisation_id = $1) as chunks,
     (select count(*) from document_file where organisation_id = $1) as names`,
);

describe('documents', () => {
  let testApp: TestApp;
  let worker: TestWorker;
  beforeAll(async () => {
    testApp = await createTestApp({ config: { UPLOAD_HOUSEHOLD_MB: '1' } });
    worker = createTestWorker(testApp);
  });
  afterAll(async () => {
    await worker.close();
    await testApp.close();
  });

  const send = ({ agent }: SignedIn, parts: readonly Part[] = dossier, key = newId()) => {
    const { headers, body } = formOf(parts);
    return agent.post(url).set(headers).set('idempotency-key', key).send(body);
  };
  const sent = async (parent: SignedIn, parts?: readonly Part[]): Promise<string> =>
    (await send(parent, parts).expect(201)).body.id;
  const accept = ({ agent }: SignedIn, id: string, expiresOn: string | null = null) =>
    agent.post(`${inbox}/${id}/accept`).send({ expiresOn });
  const listOf = async ({ agent }: SignedIn) => (await agent.get(url).expect(200)).body;
  const counts = (organisation: TestOrganisation) =>
    transaction(testApp.database, organisation.id, async (tx) => {
      const [row] = await tx.ask(countAll, [organisation.id]);
      return row;
    });

  test('a parent sends a document about a child, and finds it again with its files', async () => {
    const organisation = await createTestOrganisation(testApp);
    const parent = await signInGuardian(testApp, organisation);
    const [child] = parent.household.children;
    const answer = await send(parent, [
      { name: 'kind', value: 'dispense-medicale' },
      { name: 'childId', value: child?.id ?? '' },
      { name: 'note', value: '  Pas de piscine\nce mois-ci  ' },
      filePart('Certificat été.pdf', samplePdf()),
      filePart('ordonnance.PNG', samplePng()),
    ]).expect(201);
    expect(answer.body).toMatchObject({
      kind: { code: 'dispense-medicale', label: 'Dispense médicale' },
      child: { id: child?.id, firstName: 'Lina' },
      note: 'Pas de piscine\nce mois-ci',
      state: 'sent',
      reason: null,
      sentAt: '2026-11-16T08:00:00.000Z',
      sentBy: { you: true, firstName: 'Claire' },
      decidedAt: null,
      files: [
        { name: 'Certificat été.pdf', mediaType: 'application/pdf', sizeBytes: 585 },
        { name: 'ordonnance.png', mediaType: 'image/png' },
      ],
    });
    const list = await listOf(parent);
    expect(list.items).toEqual([answer.body]);
    expect(list.counts).toEqual({ sent: 1, accepted: 0, refused: 0, withdrawn: 0 });
    const sizes = answer.body.files.map(({ sizeBytes }: { sizeBytes: number }) => sizeBytes);
    expect(list.limits).toMatchObject({ usedBytes: sizes[0] + sizes[1], files: 10 });
    const [file] = answer.body.files;
    const { body } = await parent.agent.get(`${url}/${answer.body.id}/files/${file.id}`);
    expect(samplePdf().equals(body)).toBe(true);
  });

  test('the latest come first, a page at a time', async () => {
    const organisation = await createTestOrganisation(testApp);
    const parent = await signInGuardian(testApp, organisation);
    const ids = await writeMany(organisation, parent, 31);
    const first = await listOf(parent);
    expect(first.items.map(({ id }: { id: string }) => id)).toEqual(ids.toReversed().slice(0, 30));
    const { body } = await parent.agent.get(`${url}?after=${first.next}`).expect(200);
    expect(body).toMatchObject({ items: [{ id: ids[0] }], next: null, counts: { accepted: 31 } });
  });

  test('a kind that needs a child is not sent without one, nor a kind nobody offers', async () => {
    const organisation = await createTestOrganisation(testApp);
    const parent = await signInGuardian(testApp, organisation);
    const [, file] = dossier;
    if (!file) throw new Error('A document has a file');
    for (const [kind, pointer] of [
      ['dispense-medicale', '/body/childId'],
      ['certificat-inconnu', '/body/kind'],
    ] as const) {
      const { body } = await send(parent, [{ name: 'kind', value: kind }, file]).expect(422);
      expect(body.errors).toMatchObject([{ pointer }]);
    }
    expect(await counts(organisation)).toEqual({ documents: 0, chunks: 0, names: 0 });
  });

  test('where the organisation takes no documents online, none is taken', async () => {
    const organisation = await createTestOrganisation(testApp, {
      features: { requests: false },
    });
    const parent = await signInGuardian(testApp, organisation);
    expect((await send(parent).expect(409)).body.code).toBe('requests-off');
  });

  test('sent twice under one key it is one document, under one key with another file none', async () => {
    const organisation = await createTestOrganisation(testApp);
    const parent = await signInGuardian(testApp, organisation);
    const key = newId();
    const answers = await Promise.all([send(parent, dossier, key), send(parent, dossier, key)]);
    const replayed = await send(parent, dossier, key);
    const [first] = answers;
    for (const answer of [...answers, replayed]) {
      expect([answer.status, answer.body]).toEqual([201, first?.body]);
    }
    const other = [dossier[0], filePart('dossier.pdf', samplePdf('Autre'))].filter(
      (part) => !!part,
    );
    expect((await send(parent, other, key).expect(422)).body.code).toBe('key-reused');
    expect(await counts(organisation)).toEqual({ documents: 1, chunks: 1, names: 1 });
    // Without its key it is another document: the key alone makes it the same.
    await sent(parent);
    expect(await counts(organisation)).toMatchObject({ documents: 2 });
  });

  test('the files of a household have a room of their own, which is not exceeded by two at once', async () => {
    const organisation = await createTestOrganisation(testApp);
    const parent = await signInGuardian(testApp, organisation);
    const large = Buffer.concat([samplePdf(), Buffer.alloc(400 * 1024, 10)]);
    const form = [{ name: 'kind', value: 'dossier-annuel' }, filePart('a.pdf', large)];
    await sent(parent, form);
    const both = await Promise.all([send(parent, form), send(parent, form)]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]));
    const refusal = both.find(({ status }) => status === 409)?.body;
    expect(refusal).toMatchObject({
      code: 'quota-exceeded',
      params: { usedBytes: 2 * large.length, quotaBytes: 1024 * 1024 },
    });
    // What is taken back makes room again.
    const [{ id }] = (await listOf(parent)).items;
    await parent.agent.delete(`${url}/${id}`).expect(204);
    await sent(parent, form);
  });

  test('few may wait for an answer at once', async () => {
    const organisation = await createTestOrganisation(testApp);
    const parent = await signInGuardian(testApp, organisation);
    await writeMany(organisation, parent, 30, 'waiting');
    expect((await send(parent).expect(409)).body).toMatchObject({
      code: 'too-many-waiting',
      params: { most: 30 },
    });
  });

  test('both parents of a household see it, the other household of the child never', async () => {
    const organisation = await createTestOrganisation(testApp);
    const child = newChild();
    const [claire, paul] = [newGuardian(), newGuardian({ firstName: 'Paul' })];
    const accountId = await openAccount(testApp, organisation, 'family', paul.email);
    const parent = await signInGuardian(
      testApp,
      organisation,
      newHousehold({ guardians: [claire, { ...paul, accountId }], children: [child] }),
    );
    const separated = await signInGuardian(testApp, organisation, newHousehold({ children: [] }));
    await transaction(testApp.database, organisation.id, (tx) =>
      tx.orm.execute(
        `insert into household_child values ('${organisation.id}', '${separated.household.id}', '${child.id}')`,
      ),
    );
    const id = await sent(parent, [...dossier, { name: 'childId', value: child.id }]);
    const partner = await signInAgent(testApp, organisation, 'family', paul.email);
    const seen = (await partner.get(url).expect(200)).body.items;
    expect(seen).toMatchObject([{ id, sentBy: { you: false, firstName: 'Claire' } }]);
    const path = `${url}/${id}/files/${seen[0].files[0].id}`;
    await partner.get(path).expect(200);
    const others = await listOf(separated);
    expect(others).toMatchObject({ items: [], counts: { sent: 0 }, limits: { usedBytes: 0 } });
    await separated.agent.get(path).expect(404);
    await separated.agent.delete(`${url}/${id}`).expect(404);
    // Decided, it is told to the household that sent it, and to nobody else.
    const office = await signInStaff(testApp, organisation, 'office');
    await accept(office, id).expect(204);
    await worker.flush();
    const told = worker.sent.map(({ to }) => to);
    expect(told).toEqual(expect.arrayContaining([claire.email, paul.email]));
    expect(told).not.toContain(separated.email);
  });

  test('a parent takes back what nobody has decided; its files are forgotten', async () => {
    const organisation = await createTestOrganisation(testApp);
    const parent = await signInGuardian(testApp, organisation);
    const id = await sent(parent);
    const [{ files }] = (await listOf(parent)).items;
    await parent.agent.delete(`${url}/${id}`).expect(204);
    expect(await counts(organisation)).toEqual({ documents: 1, chunks: 0, names: 0 });
    await parent.agent.get(`${url}/${id}/files/${files[0].id}`).expect(404);
    expect((await listOf(parent)).items).toMatchObject([{ state: 'withdrawn', files: [] }]);
    const again = await parent.agent.delete(`${url}/${id}`).expect(409);
    expect(again.body).toMatchObject({ code: 'already-decided', params: { state: 'withdrawn' } });
    const office = await signInStaff(testApp, organisation, 'office');
    expect((await office.agent.get(inbox).expect(200)).body).toMatchObject({
      items: [],
      waiting: 0,
    });
    const late = await accept(office, id).expect(409);
    expect(late.body.params).toEqual({ state: 'withdrawn' });
  });

  test('what is accepted may be good until a day, which is not over', async () => {
    const organisation = await createTestOrganisation(testApp);
    const parent = await signInGuardian(testApp, organisation);
    const office = await signInStaff(testApp, organisation, 'office');
    const [until, forGood] = [await sent(parent), await sent(parent)];
    for (const over of ['2026-11-15', '2027-02-30']) {
      const { body } = await accept(office, until, over).expect(422);
      expect(body.errors).toMatchObject([{ pointer: '/body/expiresOn' }]);
    }
    await accept(office, until, '2026-11-16').expect(204);
    await accept(office, forGood).expect(204);
    const { items } = await listOf(parent);
    const ends = items.map((one: { id: string; expiresOn: unknown }) => [one.id, one.expiresOn]);
    expect(Object.fromEntries(ends)).toEqual({ [until]: '2026-11-16', [forGood]: null });
    const shown = await office.agent.get(`${inbox}/${until}`).expect(200);
    expect(shown.body).toMatchObject({ state: 'accepted', expiresOn: '2026-11-16' });
  });

  test('the office decides the oldest first, once, and the family is told', async () => {
    const organisation = await createTestOrganisation(testApp);
    const parent = await signInGuardian(testApp, organisation);
    const office = await signInStaff(testApp, organisation, 'office');
    const [first, second] = [await sent(parent), await sent(parent)];
    const { body } = await office.agent.get(inbox).expect(200);
    expect(body).toMatchObject({
      waiting: 2,
      items: [
        { id: first, household: { name: 'Aubry' }, sentBy: 'Claire Aubry', decidedBy: null },
        { id: second },
      ],
    });
    expect((await office.agent.get(`${inbox}/count`).expect(200)).body).toEqual({ waiting: 2 });
    const [file] = body.items[0].files;
    await office.agent.get(`${inbox}/${first}/files/${file.id}`).expect(200);
    await accept(office, first).expect(204);
    const reason = 'La signature manque en page 2.';
    await office.agent.post(`${inbox}/${second}/refuse`).send({ reason }).expect(204);
    await worker.flush();
    const mails = worker.sent.filter(({ to }) => to === parent.email).map(({ text }) => text);
    expect(mails).toHaveLength(2);
    const all = mails.join('\n').replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(all).toContain('« Dossier de l’année », envoyé le lundi 16 novembre à 9 h, est accepté');
    expect(all).toContain(`Motif : ${reason}`);
    expect(all).toContain(`http://preau.test/o/${organisation.slug}/demandes`);
    expect((await listOf(parent)).items).toMatchObject([
      { id: second, state: 'refused', reason, decidedAt: '2026-11-16T08:00:00.000Z' },
      { id: first, state: 'accepted', reason: null },
    ]);
    const decided = await office.agent.get(`${inbox}?state=refused`).expect(200);
    expect(decided.body).toMatchObject({
      waiting: 0,
      items: [{ id: second, decidedBy: 'Claire Aubry' }],
    });
  });

  test('of two decisions at once one is taken, the other is told which', async () => {
    const organisation = await createTestOrganisation(testApp);
    const parent = await signInGuardian(testApp, organisation);
    const office = await signInStaff(testApp, organisation, 'office');
    const id = await sent(parent);
    const answers = await Promise.all([
      accept(office, id),
      office.agent.post(`${inbox}/${id}/refuse`).send({ reason: 'Illisible' }),
      parent.agent.delete(`${url}/${id}`),
    ]);
    const [{ state }] = (await listOf(parent)).items;
    const told = answers.filter(({ status }) => status !== 204);
    expect(told.map(({ status, body }) => [status, body.params])).toEqual([
      [409, { state }],
      [409, { state }],
    ]);
  });

  test.each(['', '   ', 'x'.repeat(1_001), 'a\u0000b'])(
    'a refusal says why: %j is no reason',
    async (reason) => {
      const organisation = await createTestOrganisation(testApp);
      const parent = await signInGuardian(testApp, organisation);
      const office = await signInStaff(testApp, organisation, 'office');
      const id = await sent(parent);
      const { body } = await office.agent
        .post(`${inbox}/${id}/refuse`)
        .send({ reason })
        .expect(422);
      expect(body.errors).toMatchObject([{ pointer: '/body/reason' }]);
      expect((await listOf(parent)).items).toMatchObject([{ state: 'sent' }]);
    },
  );

  test('an upload that stops half-way leaves nothing, and makes room for the next', async () => {
    const organisation = await createTestOrganisation(testApp);
    const parent = await signInGuardian(testApp, organisation);
    const signIn = await testApp.anonymous
      .post('/api/family/sign-in')
      .send({ organisation: organisation.slug, email: parent.email, password: testPassword });
    const [cookie = ''] = String(signIn.headers['set-cookie']).split(';');
    const { headers, body } = formOf(dossier);
    const { hostname, port } = new URL(testApp.url);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      const head = [
        `POST ${url} HTTP/1.1`,
        'Host: preau.test',
        `Cookie: ${cookie}`,
        `Content-Type: ${headers['content-type']}`,
        `Idempotency-Key: ${newId()}`,
        `Content-Length: ${body.length}`,
      ];
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      socket.write(body.subarray(0, 400));
      await vi.waitFor(() => expect(socket.bytesWritten).toBeGreaterThan(400));
      socket.destroy();
    }
    expect(await counts(organisation)).toEqual({ documents: 0, chunks: 0, names: 0 });
    await vi.waitFor(async () => expect((await send(parent)).status).toBe(201));
    expect(await counts(organisation)).toEqual({ documents: 1, chunks: 1, names: 1 });
  });

  /** Documents of a household, one after the other, without their routes. */
  async function writeMany(
    organisation: TestOrganisation,
    { household, accountId }: SignedInGuardian,
    count: number,
    how: 'accepted' | 'waiting' = 'accepted',
  ): Promise<string[]> {
    const store = createPostgresFileStore(testApp.database);
    const now = testApp.clock.now();
    const decision = { state: 'accepted', reason: null, by: accountId, at: now } as const;
    return transaction(testApp.database, organisation.id, async (tx) =>
      Array.from({ length: count }, () =>
        writeDocument(tx, store, {
          householdId: household.id,
          childId: null,
          kind: 'dossier-annuel',
          note: '',
          sentBy: accountId,
          sentAt: now,
          files: [{ name: 'a.pdf', mediaType: 'application/pdf', bytes: samplePdf() }],
          decision: how === 'accepted' ? decision : null,
        }),
      ),
    );
  }
});
