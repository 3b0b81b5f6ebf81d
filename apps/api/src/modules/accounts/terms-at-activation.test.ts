import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  createTestHouseholds,
  createTestOrganisation,
  signInStaff,
} from '../../testing/test-people.ts';
import { createTestWorker, type TestWorker, tokenIn } from '../../testing/test-worker.ts';
import { newGuardian, newHousehold } from '../households/households.factory.ts';

const password = 'trois tilleuls au printemps';

const accepted = statement<{ version: number }>(
  'test.accepted-terms',
  'select version from terms_acceptance where organisation_id = $1 order by version',
);
const audited = statement<{ action: string }>(
  'test.audited-terms',
  `select action from audit_event where organisation_id = $1 and action = 'account.termsAccepted'`,
);

describe('the terms of use, at the first visit', () => {
  let testApp: TestApp;
  let worker: TestWorker;
  beforeAll(async () => {
    testApp = await createTestApp();
    worker = createTestWorker(testApp);
  });
  afterAll(async () => {
    await worker.close();
    await testApp.close();
  });

  /** Activates an invited parent with what is accepted; tells what is kept of it. */
  const activate = async (acceptance: object) => {
    const organisation = await createTestOrganisation(testApp);
    const guardian = newGuardian();
    await createTestHouseholds(testApp, organisation, newHousehold({ guardians: [guardian] }));
    const office = await signInStaff(testApp, organisation, 'office');
    await office.agent.post(`/api/staff/guardians/${guardian.id}/invitation`).expect(202);
    await worker.flush();
    const token = tokenIn(worker.lastMailTo(guardian.email));
    const phone = supertest.agent(testApp.url);
    const body = { organisation: organisation.slug, token, password, ...acceptance };
    await phone.post('/api/family/activation').send(body).expect(204);
    const me = await phone.get('/api/family/me').expect(200);
    const [versions, audits] = await transaction(testApp.database, organisation.id, (tx) =>
      Promise.all([tx.ask(accepted, [organisation.id]), tx.ask(audited, [organisation.id])]),
    );
    return {
      toAccept: me.body.termsToAccept,
      versions: versions.map(({ version }) => version),
      audits: audits.length,
    };
  };

  test('are accepted with the password, and that is kept', async () => {
    expect(await activate({ acceptedTerms: 1 })).toEqual({
      toAccept: false,
      versions: [1],
      audits: 1,
    });
  });

  test.each([
    ['nothing was accepted', {}],
    ['another version was', { acceptedTerms: 2 }],
  ])('are asked once signed in, when %s', async (_what, acceptance) => {
    expect(await activate(acceptance)).toEqual({ toAccept: true, versions: [], audits: 0 });
  });
});
