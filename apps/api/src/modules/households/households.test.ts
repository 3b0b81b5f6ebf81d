import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  createTestHouseholds,
  createTestOrganisation,
  signInGuardian,
  signInStaff,
} from '../../testing/test-people.ts';
import { createTestWorker, type TestWorker } from '../../testing/test-worker.ts';
import { newChild, newGuardian, newHousehold } from './households.factory.ts';

describe('households', () => {
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

  test('of separated parents both show the child, and nothing of each other', async () => {
    const organisation = await createTestOrganisation(testApp);
    const shared = newChild({ firstName: 'Noé' });
    const mother = await signInGuardian(
      testApp,
      organisation,
      newHousehold({
        name: 'Foyer-canari-mère',
        guardians: [newGuardian({ lastName: 'Canari-mère', phone: '06 11 11 11 11' })],
        children: [shared, newChild({ firstName: 'Lou' })],
      }),
    );
    const father = await signInGuardian(
      testApp,
      organisation,
      newHousehold({
        name: 'Foyer-canari-père',
        guardians: [newGuardian({ lastName: 'Canari-père', phone: '06 22 22 22 22' })],
        children: [],
      }),
    );
    await transaction(testApp.database, organisation.id, (tx) =>
      tx.orm.execute(
        `insert into household_child values ('${organisation.id}', '${father.household.id}', '${shared.id}')`,
      ),
    );
    const hers = await mother.agent.get('/api/family/me').expect(200);
    const his = await father.agent.get('/api/family/me').expect(200);
    expect(his.body.children).toEqual([{ id: shared.id, firstName: 'Noé', schoolClass: 'CE1' }]);
    expect(hers.body.children.map(({ id }: { id: string }) => id)).toContain(shared.id);
    expect(JSON.stringify(his.body)).not.toMatch(/mère|06 11|Lou/);
    expect(JSON.stringify(hers.body)).not.toMatch(/père|06 22/);
  });

  test('keep health notes sealed, each for its own child', async () => {
    const organisation = await createTestOrganisation(testApp);
    const child = newChild({ allergies: 'arachide' });
    await createTestHouseholds(testApp, organisation, newHousehold({ children: [child] }));
    const { rows } = await transaction(testApp.database, organisation.id, (tx) =>
      tx.orm.execute<{ key_id: string; allergies: Buffer }>('select * from child_health'),
    );
    const [note] = rows;
    if (!note) throw new Error('The note was written');
    const sealed = { keyId: note.key_id, sealed: note.allergies };
    expect(note.allergies.toString('latin1')).not.toContain('arachide');
    expect(testApp.sealer.open(sealed, child.id)).toBe('arachide');
    expect(() => testApp.sealer.open(sealed, newChild().id)).toThrow('unable to authenticate');
  });

  test('are closed to an attendant, to parents and to the staff of another organisation', async () => {
    const organisation = await createTestOrganisation(testApp);
    const elsewhere = await createTestOrganisation(testApp);
    const guardian = newGuardian({ lastName: 'Canari' });
    await createTestHouseholds(testApp, organisation, newHousehold({ guardians: [guardian] }));
    const attendant = await signInStaff(testApp, organisation, 'attendant');
    const parent = await signInGuardian(testApp, organisation);
    const foreign = await signInStaff(testApp, elsewhere, 'administrator');
    await attendant.agent.get('/api/staff/households').expect(403);
    await parent.agent.get('/api/staff/households').expect(401);
    await testApp.anonymous.get('/api/staff/households').expect(401);
    expect((await foreign.agent.get('/api/staff/households')).body.items).toEqual([]);

    const invitation = `/api/staff/guardians/${guardian.id}/invitation`;
    await attendant.agent.post(invitation).expect(403);
    const somebodyElses = await foreign.agent.post(invitation).expect(404);
    const missing = await foreign.agent
      .post(`/api/staff/guardians/${newGuardian().id}/invitation`)
      .expect(404);
    const same = { ...missing.body, requestId: somebodyElses.body.requestId };
    expect(somebodyElses.body).toEqual(same);
    await worker.flush();
    expect(worker.sent.filter(({ to }) => to === guardian.email)).toEqual([]);
  });
});
