import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import {
  createTestHouseholds,
  createTestOrganisation,
  type SignedIn,
  signInStaff,
} from '../../testing/test-people.ts';
import { openTestTown, type TestTown } from '../bookings/bookings.factory.ts';
import { newHousehold } from '../households/households.factory.ts';
import type { NewHousehold } from '../households/households.public.ts';

describe('enrolling a child', () => {
  let testApp: TestApp;
  let town: TestTown;
  let office: SignedIn;
  let household: NewHousehold;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());
  beforeEach(async () => {
    town = await openTestTown(testApp);
    office = await signInStaff(testApp, town.organisation, 'office');
    household = newHousehold();
    await createTestHouseholds(testApp, town.organisation, household);
  });

  const childId = () => household.children[0]?.id ?? '';
  const activityIds = () => [...town.facility.activities.values()];
  const enrol = (change: object = {}, { agent } = office) =>
    agent.post(`/api/staff/children/${childId()}/enrolments`).send({
      schoolYear: '2026-2027',
      ageGroup: 'elementaire',
      activityIds: activityIds(),
      ...change,
    });
  const read = async () =>
    (await office.agent.get(`/api/staff/households/${household.id}/enrolments`).expect(200)).body;

  test('lists what there is, then what the child is enrolled in, once however often', async () => {
    const before = await read();
    expect(before).toMatchObject({
      schoolYears: ['2026-2027', '2027-2028'],
      ageGroups: [{ code: 'elementaire', label: 'Élémentaire' }],
      items: [],
    });
    expect(before.activities.map((one: { activityId: string }) => one.activityId)).toEqual(
      expect.arrayContaining(activityIds()),
    );
    const [first] = before.activities;
    expect(first).toMatchObject({ facility: 'École de la Source', ageGroups: ['elementaire'] });
    await enrol().expect(204);
    await enrol().expect(204);
    const { items } = await read();
    expect(items).toHaveLength(activityIds().length);
    expect(items[0]).toMatchObject({ childId: childId(), state: 'accepted' });
  });

  test('opens the planning of the household to its parents', async () => {
    const { agent } = office;
    await enrol().expect(204);
    const planning = `/api/staff/households/${household.id}/planning?from=2026-12-01&until=2026-12-07`;
    expect((await agent.get(planning).expect(200)).body.rows.length).toBeGreaterThan(0);
  });

  test('is refused in an age group that an activity does not welcome', async () => {
    expect((await enrol({ ageGroup: 'maternelle' }).expect(409)).body.code).toBe(
      'age-group-not-welcome',
    );
    expect((await read()).items).toEqual([]);
  });

  test('is for a school year, which ends the year after it begins', async () => {
    const { body } = await enrol({ schoolYear: '2026-2028' }).expect(422);
    expect(body.errors).toMatchObject([{ pointer: '/body/schoolYear' }]);
  });

  test('knows neither children nor activities of another organisation', async () => {
    const elsewhere = await openTestTown(testApp);
    const foreign = await signInStaff(testApp, elsewhere.organisation, 'administrator');
    const theirs = [...elsewhere.facility.activities.values()];
    expect((await enrol({ activityIds: theirs })).status).toBe(404);
    expect((await enrol({ activityIds: theirs }, foreign)).status).toBe(404);
    await foreign.agent.get(`/api/staff/households/${household.id}/enrolments`).expect(404);
  });

  test('is for the office alone', async () => {
    const attendant = await signInStaff(testApp, town.organisation, 'attendant');
    expect((await enrol({}, attendant)).status).toBe(403);
    const elsewhere = await createTestOrganisation(testApp);
    const stranger = await signInStaff(testApp, elsewhere, 'office');
    expect((await enrol({}, stranger)).status).toBe(404);
  });
});
