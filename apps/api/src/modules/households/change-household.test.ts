import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  createTestHouseholds,
  createTestOrganisation,
  type SignedIn,
  signInGuardian,
  signInStaff,
  type TestOrganisation,
} from '../../testing/test-people.ts';
import { createTestWorker, type TestWorker, tokenIn } from '../../testing/test-worker.ts';
import { newChild, newGuardian, newHousehold } from './households.factory.ts';

type Page = {
  readonly revision: number;
  readonly name: string;
  readonly guardians: readonly {
    id: string;
    firstName: string;
    lastName: string;
    email: string;
    phone: string | null;
  }[];
  readonly children: readonly {
    id: string;
    firstName: string;
    lastName: string;
    birthOn: string;
    schoolClass: string;
  }[];
};

describe('changing a household', () => {
  let testApp: TestApp;
  let worker: TestWorker;
  let organisation: TestOrganisation;
  let office: SignedIn;
  beforeAll(async () => {
    testApp = await createTestApp();
    worker = createTestWorker(testApp);
  });
  afterAll(async () => {
    await worker.close();
    await testApp.close();
  });
  beforeEach(async () => {
    organisation = await createTestOrganisation(testApp);
    office = await signInStaff(testApp, organisation, 'office');
  });

  const read = async (id: string): Promise<Page> =>
    (await office.agent.get(`/api/staff/households/${id}`).expect(200)).body;
  /** The household as it stands, in the words of a change. */
  const asItIs = async (id: string) => {
    const { revision, name, guardians, children } = await read(id);
    return {
      revision,
      name,
      address: '',
      guardians: guardians.map(({ id: guardianId, firstName, lastName, email, phone }) => ({
        id: guardianId,
        firstName,
        lastName,
        email,
        phone: phone ?? '',
      })),
      children: children.map(({ id: childId, firstName, lastName, birthOn, schoolClass }) => ({
        id: childId,
        firstName,
        lastName,
        birthOn,
        schoolClass,
      })),
    };
  };
  const change = (id: string, body: object) =>
    office.agent.put(`/api/staff/households/${id}`).send(body);
  const found = async (q: string) =>
    (await office.agent.get('/api/staff/households').query({ q })).body.items.length;

  test('writes it, counts the revision, and it is found by its new words alone', async () => {
    const household = newHousehold({ name: 'Ancien' });
    await createTestHouseholds(testApp, organisation, household);
    const before = await asItIs(household.id);
    await change(household.id, {
      ...before,
      name: 'Nouveau',
      address: '2 rue Neuve',
      guardians: before.guardians.map((one) => ({ ...one, lastName: 'Zola', phone: '0699000000' })),
      children: before.children.map((one) => ({ ...one, schoolClass: 'CE2' })),
      newChildren: [
        {
          firstName: 'Tom',
          lastName: 'Zola',
          birthOn: '2022-05-01',
          schoolClass: 'PS',
          allergies: '',
        },
      ],
      quotient: { validFrom: '2027-01-01', quotient: 640 },
    }).expect(204);
    expect(await read(household.id)).toMatchObject({
      revision: 2,
      name: 'Nouveau',
      address: '2 rue Neuve',
      quotients: [{ quotient: 640 }, { quotient: 800 }],
      guardians: [{ lastName: 'Zola', phone: '0699000000' }],
      children: [{ schoolClass: 'CE2' }, { firstName: 'Tom', hasAllergies: false }],
    });
    expect(await found('zola 0699')).toBe(1);
    expect(await found('ancien')).toBe(0);
  });

  test('on what somebody else changed meanwhile is refused, and nothing is lost', async () => {
    const household = newHousehold();
    await createTestHouseholds(testApp, organisation, household);
    const seen = await asItIs(household.id);
    await change(household.id, { ...seen, name: 'Un' }).expect(204);
    const { body } = await change(household.id, { ...seen, name: 'Deux' }).expect(409);
    expect(body.code).toBe('stale');
    expect((await read(household.id)).name).toBe('Un');
  });

  test('of two clerks at once lets one through', async () => {
    const household = newHousehold();
    await createTestHouseholds(testApp, organisation, household);
    const seen = await asItIs(household.id);
    const answers = await Promise.all([
      change(household.id, { ...seen, name: 'Un' }),
      change(household.id, { ...seen, name: 'Deux' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
  });

  test('of the wrong address of an invitation ends its link, and invites anew', async () => {
    const household = newHousehold();
    const [guardian] = household.guardians;
    await createTestHouseholds(testApp, organisation, household);
    await office.agent.post(`/api/staff/guardians/${guardian?.id}/invitation`).expect(202);
    await worker.flush();
    const token = tokenIn(worker.lastMailTo(guardian?.email ?? ''));
    const before = await asItIs(household.id);
    const guardians = before.guardians.map((one) => ({ ...one, email: 'Juste@example.org' }));
    await change(household.id, { ...before, guardians }).expect(204);
    expect((await read(household.id)).guardians).toMatchObject([
      { email: 'juste@example.org', access: 'none', invitedAt: null },
    ]);
    const check = await testApp.anonymous
      .post('/api/family/activation/check')
      .send({ organisation: organisation.slug, token });
    expect(check.body.code).toBe('link-expired');
  });

  test('leaves alone the address somebody signs in with', async () => {
    const { household, agent } = await signInGuardian(testApp, organisation);
    const before = await asItIs(household.id);
    const guardians = before.guardians.map((one) => ({ ...one, email: 'autre@example.org' }));
    const { body } = await change(household.id, { ...before, guardians }).expect(409);
    expect(body).toMatchObject({
      code: 'email-in-use',
      errors: [{ pointer: '/body/guardians/0/email' }],
    });
    await change(household.id, { ...before, name: 'Autre nom' }).expect(204);
    await agent.get('/api/family/me').expect(200);
  });

  test('signs out whoever leaves the household, never the last one', async () => {
    const staying = newGuardian();
    const leaving = await signInGuardian(
      testApp,
      organisation,
      newHousehold({ guardians: [newGuardian({ firstName: 'Marc' }), staying] }),
    );
    const { household, agent } = leaving;
    const before = await asItIs(household.id);
    const [marc, other] = [household.guardians[0]?.id ?? '', staying.id];
    const guardians = before.guardians.filter(({ id }) => id === other);
    await change(household.id, { ...before, guardians, removedGuardianIds: [marc] }).expect(204);
    await agent.get('/api/family/me').expect(401);
    expect(await found('marc')).toBe(0);
    const last = { ...(await asItIs(household.id)), removedGuardianIds: [other] };
    expect((await change(household.id, last).expect(409)).body.code).toBe('last-guardian');
  });

  test('of a shared child is seen by the other household too', async () => {
    const child = newChild({ firstName: 'Noé' });
    const mother = newHousehold({ name: 'Mère', children: [child] });
    const father = newHousehold({ name: 'Père', children: [child] });
    await createTestHouseholds(testApp, organisation, mother, father);
    const before = await asItIs(mother.id);
    const children = before.children.map((one) => ({ ...one, firstName: 'Noah' }));
    await change(mother.id, { ...before, children }).expect(204);
    expect(await read(father.id)).toMatchObject({ revision: 2, children: [{ firstName: 'Noah' }] });
    expect(await found('noah')).toBe(2);
    expect(await found('noé')).toBe(0);
  });

  test('of a shared child waits for the other household before it holds the child', async () => {
    const child = newChild();
    const mother = newHousehold({ children: [child] });
    const father = newHousehold({ children: [child] });
    await createTestHouseholds(testApp, organisation, mother, father);
    const before = await asItIs(mother.id);
    const changing = await transaction(testApp.database, organisation.id, async (tx) => {
      const lock = async (table: string, id: string) =>
        tx.ask(
          statement<{ id: string }>(
            `test.lock-${table}`,
            `select id from ${table} where organisation_id = $1 and id = $2 for no key update`,
          ),
          [tx.organisationId, id],
        );
      // What a confirmation of the other household does, one step at a time.
      await lock('household', father.id);
      const sent = change(mother.id, before).then(({ status }) => status);
      await setTimeout(300);
      expect(await Promise.race([lock('child', child.id), setTimeout(5_000, 'held')])).toHaveLength(
        1,
      );
      return { sent };
    });
    expect(await changing.sent).toBe(204);
  });

  test('names nobody of another household, of the same organisation or not', async () => {
    const household = newHousehold();
    const other = newHousehold();
    await createTestHouseholds(testApp, organisation, household, other);
    const before = await asItIs(household.id);
    const theirs = await asItIs(other.id);
    await change(household.id, { ...before, guardians: theirs.guardians }).expect(404);
    await change(household.id, { ...before, children: theirs.children }).expect(404);
    await change(household.id, {
      ...before,
      removedGuardianIds: [other.guardians[0]?.id],
    }).expect(404);
    const elsewhere = await createTestOrganisation(testApp);
    const foreign = await signInStaff(testApp, elsewhere, 'administrator');
    await foreign.agent.put(`/api/staff/households/${household.id}`).send(before).expect(404);
    await foreign.agent.get(`/api/staff/households/${household.id}`).expect(404);
    expect(await read(household.id)).toMatchObject({ revision: 1 });
  });

  test('has four guardians and eight children at most', async () => {
    const household = newHousehold({ guardians: [1, 2, 3].map(() => newGuardian()) });
    await createTestHouseholds(testApp, organisation, household);
    const before = await asItIs(household.id);
    const adult = (at: number) => ({
      firstName: 'Un',
      lastName: 'Adulte',
      email: `adulte${at}@example.org`,
      phone: '',
    });
    const five = await change(household.id, { ...before, newGuardians: [1, 2].map(adult) });
    expect(five.body.code).toBe('too-many-guardians');
    const newChildren = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => ({
      firstName: `Enfant ${at}`,
      lastName: 'Aubry',
      birthOn: '2020-01-01',
      schoolClass: 'CP',
      allergies: '',
    }));
    expect((await change(household.id, { ...before, newChildren })).body.code).toBe(
      'too-many-children',
    );
  });
});

describe('the health note of a child', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());

  test('is not on the page: it is read on purpose, which is recorded, and changed', async () => {
    const organisation = await createTestOrganisation(testApp);
    const { agent } = await signInStaff(testApp, organisation, 'office');
    const child = newChild({ allergies: 'Canari-kiwi' });
    const household = newHousehold({ children: [child] });
    await createTestHouseholds(testApp, organisation, household);
    const page = await agent.get(`/api/staff/households/${household.id}`).expect(200);
    expect(page.text).not.toContain('Canari-kiwi');
    expect(page.body.children).toMatchObject([{ hasAllergies: true }]);
    const readNote = () => agent.post(`/api/staff/children/${child.id}/allergies-reading`);
    const write = (allergies: string) =>
      agent.put(`/api/staff/children/${child.id}/allergies`).send({ allergies });
    expect((await readNote().expect(200)).body).toEqual({ allergies: 'Canari-kiwi' });
    await write('Œuf').expect(204);
    expect((await readNote()).body).toEqual({ allergies: 'Œuf' });
    await write(' ').expect(204);
    expect((await readNote()).body).toEqual({ allergies: null });
    const attendant = await signInStaff(testApp, organisation, 'attendant');
    await attendant.agent.post(`/api/staff/children/${child.id}/allergies-reading`).expect(403);
    const { rows } = await transaction(testApp.database, organisation.id, (tx) =>
      tx.orm.execute<{ action: string }>('select action from audit_event order by id'),
    );
    const [read, changed] = ['child.allergiesRead', 'child.allergiesChanged'];
    expect(
      rows.map(({ action }) => action).filter((action) => action.startsWith('child.')),
    ).toEqual([read, changed, read, changed, read]);
  });
});
