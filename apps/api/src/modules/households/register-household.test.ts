import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  createTestHouseholds,
  createTestOrganisation,
  type SignedIn,
  signInGuardian,
  signInStaff,
  type TestOrganisation,
} from '../../testing/test-people.ts';
import { newChild, newGuardian, newHousehold } from './households.factory.ts';

const claire = {
  firstName: 'Claire',
  lastName: 'Aubry',
  email: 'Claire.Aubry@example.org',
  phone: '06 12 34 56 78',
};
const lina = {
  firstName: 'Lina',
  lastName: 'Aubry',
  birthOn: '2019-03-14',
  schoolClass: 'CE1',
  allergies: 'Arachide',
};
const family = {
  name: 'Aubry',
  address: '1 rue de la Source',
  file: 'incomplete',
  guardians: [claire],
  children: [lina],
};

const byNumber = (one: number, other: number) => one - other;

describe('registering a household', () => {
  let testApp: TestApp;
  let organisation: TestOrganisation;
  let office: SignedIn;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());
  beforeEach(async () => {
    organisation = await createTestOrganisation(testApp);
    office = await signInStaff(testApp, organisation, 'office');
  });

  const register = (body: object, key = newId(), { agent } = office) =>
    agent.post('/api/staff/households').set('idempotency-key', key).send(body);
  const read = async (id: string) =>
    (await office.agent.get(`/api/staff/households/${id}`).expect(200)).body;

  test('writes its people, found at once, with an allergy that is sealed', async () => {
    const quotient = { validFrom: '2026-09-01', quotient: 812 };
    const { body } = await register({ ...family, quotient }).expect(200);
    expect(await read(body.id)).toMatchObject({
      name: 'Aubry',
      address: '1 rue de la Source',
      revision: 1,
      file: null,
      quotients: [quotient],
      guardians: [{ ...claire, email: 'claire.aubry@example.org', access: 'none' }],
      children: [
        { firstName: 'Lina', birthOn: '2019-03-14', hasAllergies: true, otherHouseholds: [] },
      ],
    });
    const found = await office.agent.get('/api/staff/households?q=lina 0612');
    expect(found.body.items).toMatchObject([{ id: body.id }]);
    const { id: childId } = (await read(body.id)).children[0];
    const reading = await office.agent.post(`/api/staff/children/${childId}/allergies-reading`);
    expect(reading.body).toEqual({ allergies: 'Arachide' });
  });

  test('with its file complete says by whom', async () => {
    const { body } = await register({ ...family, file: 'complete' }).expect(200);
    expect((await read(body.id)).file).toMatchObject({ completedBy: 'Claire Aubry' });
  });

  test('by a double click writes it once and answers twice the same', async () => {
    const key = newId();
    const answers = await Promise.all([register(family, key), register(family, key)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    const { body } = await office.agent.get('/api/staff/households');
    expect(body.items).toHaveLength(1);
  });

  test('by two clerks at once tells the second', async () => {
    const other = await signInStaff(testApp, organisation, 'administrator');
    const answers = await Promise.all([register(family), register(family, newId(), other)]);
    expect(answers.map(({ status }) => status).toSorted(byNumber)).toEqual([200, 409]);
  });

  test('tells that an address is somebody’s, and whose household it is', async () => {
    const known = newHousehold({
      name: 'Petit',
      guardians: [newGuardian({ email: 'claire.aubry@example.org' })],
    });
    await createTestHouseholds(testApp, organisation, known);
    const { body } = await register(family).expect(409);
    expect(body).toMatchObject({
      code: 'email-known',
      params: { householdId: known.id, household: 'Petit' },
      errors: [{ pointer: '/body/guardians/0/email' }],
    });
    const twice = {
      ...family,
      guardians: [claire, { ...claire, email: 'CLAIRE.AUBRY@example.org' }],
    };
    expect((await register(twice).expect(409)).body).toMatchObject({
      code: 'email-twice',
      errors: [{ pointer: '/body/guardians/1/email' }],
    });
  });

  test('tells that a child is known; it is shared, or another, on purpose', async () => {
    const child = newChild({ firstName: 'LINA', lastName: 'Aubry' });
    const mother = newHousehold({ name: 'Mère', children: [child] });
    await createTestHouseholds(testApp, organisation, mother);
    const { body } = await register(family).expect(409);
    expect(body).toMatchObject({
      code: 'child-known',
      params: { childId: child.id, householdId: mother.id, household: 'Mère' },
      errors: [{ pointer: '/body/children/0' }],
    });
    const shared = { ...family, children: [], sharedChildIds: [child.id] };
    const father = await register(shared).expect(200);
    expect((await read(father.body.id)).children).toMatchObject([
      { id: child.id, otherHouseholds: [{ id: mother.id, name: 'Mère' }] },
    ]);
    const found = await office.agent.get('/api/staff/households?q=lina');
    expect(found.body.items).toHaveLength(2);
    const homonym = {
      ...family,
      guardians: [{ ...claire, email: 'autre@example.org' }],
      children: [{ ...lina, homonym: true }],
    };
    const other = await register(homonym).expect(200);
    expect((await read(other.body.id)).children[0].id).not.toBe(child.id);
  });

  test('shares no child of another organisation', async () => {
    const elsewhere = await createTestOrganisation(testApp);
    const child = newChild();
    await createTestHouseholds(testApp, elsewhere, newHousehold({ children: [child] }));
    const shared = { ...family, children: [], sharedChildIds: [child.id] };
    expect((await register(shared)).status).toBe(404);
  });

  test.each([
    ['without a guardian', { guardians: [] }, '/body/guardians'],
    ['without a child', { children: [] }, '/body/children'],
    ['without a name', { name: '  ' }, '/body/name'],
    [
      'with an address that is none',
      { guardians: [{ ...claire, email: 'claire' }] },
      '/body/guardians/0/email',
    ],
    [
      'with a day that does not exist',
      { children: [{ ...lina, birthOn: '2019-02-30' }] },
      '/body/children/0/birthOn',
    ],
    ['with five guardians', { guardians: [1, 2, 3, 4, 5].map(() => claire) }, '/body/guardians'],
    [
      'with a telephone in words',
      { guardians: [{ ...claire, phone: 'aucun' }] },
      '/body/guardians/0/phone',
    ],
  ])('%s is refused where it is wrong', async (_name, change, pointer) => {
    const { body } = await register({ ...family, ...change }).expect(422);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  test.each(['2026-11-17', '2001-01-01'])('a child born on %s is doubted', async (birthOn) => {
    const { body } = await register({ ...family, children: [{ ...lina, birthOn }] }).expect(409);
    expect(body).toMatchObject({
      code: 'birth-unlikely',
      errors: [{ pointer: '/body/children/0/birthOn' }],
    });
  });

  test('is for the office: neither attendants, parents nor nobody', async () => {
    const attendant = await signInStaff(testApp, organisation, 'attendant');
    await register(family, newId(), attendant).expect(403);
    const parent = await signInGuardian(testApp, organisation);
    await register(family, newId(), parent).expect(401);
    expect((await office.agent.get('/api/staff/households?q=lina')).body.items).toHaveLength(1);
  });
});
