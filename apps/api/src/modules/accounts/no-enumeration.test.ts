import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { passwordHasher } from '../../platform/crypto/passwords.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { createTestOrganisation, signInGuardian } from '../../testing/test-people.ts';
import { createTestWorker } from '../../testing/test-worker.ts';
import { ensureAccount } from './accounts.public.ts';

describe('a stranger who wants to know who has an account', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());
  afterEach(() => vi.restoreAllMocks());

  const said = ({ status, body, headers }: { status: number; body: object; headers: object }) => ({
    status,
    body: { ...body, requestId: '' },
    headers: Object.keys(headers).toSorted(),
  });

  test('is answered alike at sign-in, after the same hashing, for every kind of address', async () => {
    const organisation = await createTestOrganisation(testApp);
    const { email: parent } = await signInGuardian(testApp, organisation);
    const invited = 'invitee@example.org';
    await transaction(testApp.database, organisation.id, (tx) =>
      ensureAccount(
        tx,
        { surface: 'family', email: invited, displayName: 'Ines' },
        testApp.clock.now(),
      ),
    );
    const verify = vi.spyOn(passwordHasher, 'verify');
    const answers = [];
    for (const email of [parent, invited, 'personne@example.org']) {
      const response = await testApp.anonymous
        .post('/api/family/sign-in')
        .send({ organisation: organisation.slug, email, password: 'pas le bon du tout' });
      answers.push(said(response));
    }
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(verify.mock.calls.map(([, encoded]) => encoded === null)).toEqual([false, true, true]);
  });

  test('waits as long for an address without an account: its hash is really computed', async () => {
    const measure = async (encoded: string | null) => {
      const from = performance.now();
      await passwordHasher.verify('pas le bon du tout', encoded);
      return performance.now() - from;
    };
    const encoded = await passwordHasher.hash('trois tilleuls au printemps');
    const known = Math.min(await measure(encoded), await measure(encoded), await measure(encoded));
    const unknown = Math.min(await measure(null), await measure(null), await measure(null));
    // A skipped hash would be hundreds of times faster.
    expect(unknown).toBeGreaterThan(known / 3);
  });

  test('is slowed down alike, whoever the address belongs to', async () => {
    const organisation = await createTestOrganisation(testApp);
    const { email: parent } = await signInGuardian(testApp, organisation);
    const attempts = async (email: string) => {
      const statuses = [];
      for (let attempt = 0; attempt < 7; attempt += 1) {
        const response = await testApp.anonymous
          .post('/api/family/sign-in')
          .send({ organisation: organisation.slug, email, password: 'pas le bon du tout' });
        statuses.push([response.status, response.headers['retry-after']]);
      }
      return statuses;
    };
    expect(await attempts(parent)).toEqual(await attempts('personne@example.org'));
  });

  test('is answered alike when asking for a reset, and only a parent receives an e-mail', async () => {
    const organisation = await createTestOrganisation(testApp);
    const { email: parent } = await signInGuardian(testApp, organisation);
    const worker = createTestWorker(testApp);
    const answers = [];
    const written = [];
    for (const email of [parent, 'personne@example.org']) {
      const response = await testApp.anonymous
        .post('/api/family/password-reset')
        .send({ organisation: organisation.slug, email });
      answers.push({ ...said(response), text: response.text });
      written.push(await rowsWritten(testApp, organisation.id));
    }
    expect(answers[0]?.status).toBe(202);
    expect(answers[1]).toEqual(answers[0]);
    // The same rows are written for both: the answer cannot take longer for one of them.
    expect(written).toEqual([
      { events: 1, audits: 2, links: 0 },
      { events: 2, audits: 3, links: 0 },
    ]);
    await worker.flush();
    await worker.close();
    expect(worker.sent.map(({ to }) => to)).toEqual([parent]);
  });
});

async function rowsWritten({ database }: TestApp, organisationId: string) {
  const client = await database.pool.connect();
  try {
    await client.query(`begin; set local app.organisation_id = '${organisationId}'`);
    const { rows } = await client.query(
      `select (select count(*) from event) as events, (select count(*) from audit_event) as audits,
         (select count(*) from account_link) as links`,
    );
    return rows[0];
  } finally {
    await client.query('rollback');
    client.release();
  }
}
