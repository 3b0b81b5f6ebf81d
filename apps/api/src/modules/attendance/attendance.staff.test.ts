import { type BookingState, bookingStates, waitingStates } from '@preau/domain/bookings/states';
import { day } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { readTown } from '@preau/reglement/read-town';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import {
  createTestHouseholds,
  createTestOrganisation,
  openAccount,
  signInAgent,
  signInGuardian,
  signInStaff,
  type TestOrganisation,
} from '../../testing/test-people.ts';
import { grantRoles } from '../accounts/accounts.public.ts';
import { type TestFacility, writeTestFacility } from '../activities/activities.factory.ts';
import { declareClosure, openSessions } from '../activities/activities.public.ts';
import { newChild, newHousehold } from '../households/households.factory.ts';
import { publishReglement } from '../reglements/reglements.public.ts';
import type { Today } from './attendance.schemas.ts';

const valDeLure = readTown('val-de-lure');

const monday = day('2026-11-16');
const tuesday = day('2026-11-17');

type Town = {
  readonly organisation: TestOrganisation;
  readonly school: TestFacility;
  readonly centre: TestFacility;
};

describe("the staff's list of the day", () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());
  beforeEach(() => testApp.clock.set(usualTestInstant));

  /** A town with a school (lunch, before and after class) and another (lunch), opened. */
  async function openTown(): Promise<Town> {
    const organisation = await createTestOrganisation(testApp);
    return transaction(testApp.database, organisation.id, async (tx) => {
      await publishReglement(tx, valDeLure, testApp.clock.now());
      const codes = ['periscolaire', 'restauration'];
      const school = await writeTestFacility(tx, { name: 'École A', codes });
      const centre = await writeTestFacility(tx, { name: 'École B', codes: ['restauration'] });
      const places = [...school.places, ...centre.places];
      await openSessions(tx, { document: valDeLure, places, from: monday });
      return { organisation, school, centre };
    });
  }

  type Booked = {
    readonly facility: TestFacility;
    readonly lastName: string;
    readonly unit?: string;
    readonly on?: string;
    readonly state?: BookingState;
    readonly allergies?: string | null;
  };

  /** A child of a household of its own with one booking; returns the household. */
  async function book({ organisation }: Town, booked: Booked) {
    const { facility, lastName, unit = 'repas', on = monday, state = 'confirmed' } = booked;
    const child = newChild({ lastName, allergies: booked.allergies ?? null });
    const household = newHousehold({ children: [child] });
    await createTestHouseholds(testApp, organisation, household);
    await transaction(testApp.database, organisation.id, async (tx) => {
      const written = await tx.orm.execute(sql`
        insert into booking (organisation_id, id, household_id, child_id, session_id, held_on, state,
          reglement_version_id, verdict, created_at, updated_at, waiting_since, expires_at, requested_at,
          answer_due_at)
        select s.organisation_id, ${newId()}, ${household.id}, ${child.id}, s.id, s.held_on, ${state},
          v.id, '{}', now(), now(), case when waits then now() end, case when waits then s.starts_at end,
          case when waits then now() end, case when waits then s.starts_at end
        from session s join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
        join reglement_version v on v.organisation_id = s.organisation_id
        cross join (select ${waitingStates.includes(state)}::boolean as waits) waiting
        where s.facility_id = ${facility.id} and u.code = ${unit} and s.held_on = ${on}`);
      expect(written.rowCount).toBe(1);
    });
    return child;
  }

  async function signInAttendant({ organisation }: Town, facilityId: string) {
    const email = `animation.${newId().slice(-12)}@example.org`;
    const accountId = await openAccount(testApp, organisation, 'staff', email);
    await transaction(testApp.database, organisation.id, (tx) =>
      grantRoles(tx, accountId, [{ role: 'attendant', facilityId }]),
    );
    return signInAgent(testApp, organisation, 'staff', email);
  }

  const namesIn = (today: Today) =>
    today.facilities.flatMap(({ activities }) =>
      activities.flatMap(({ units }) =>
        units.flatMap(({ children }) => children.map(({ lastName }) => lastName)),
      ),
    );

  test('names the children by site, activity and unit, with their allergies in words', async () => {
    const town = await openTown();
    await book(town, {
      facility: town.school,
      lastName: 'Vidal',
      allergies: 'Arachide, œuf (PAI)',
    });
    await book(town, { facility: town.school, lastName: 'Aubry' });
    await book(town, { facility: town.school, lastName: 'Costa', unit: 'soir' });
    await book(town, { facility: town.centre, lastName: 'Benali' });
    const { agent } = await signInStaff(testApp, town.organisation, 'office');
    const response = await agent.get('/api/staff/today');
    expect(response.body).toMatchObject({
      on: monday,
      facilities: [
        {
          name: 'École A',
          activities: [
            {
              activity: 'periscolaire',
              label: 'Périscolaire',
              units: [
                { unit: 'matin', startsAt: '07:30', endsAt: '08:30', expected: 0, children: [] },
                { unit: 'soir', expected: 1, children: [{ lastName: 'Costa' }] },
              ],
            },
            {
              activity: 'restauration',
              units: [
                {
                  label: 'Repas',
                  expected: 2,
                  children: [
                    { lastName: 'Aubry', allergies: null },
                    { lastName: 'Vidal', schoolClass: 'CE1', allergies: 'Arachide, œuf (PAI)' },
                  ],
                },
              ],
            },
          ],
        },
        { name: 'École B', activities: [{ units: [{ children: [{ lastName: 'Benali' }] }] }] },
      ],
    });
  });

  test('shows an attendant the children of their own site only', async () => {
    const town = await openTown();
    await book(town, { facility: town.school, lastName: 'Canari-ici' });
    await book(town, { facility: town.centre, lastName: 'Canari-ailleurs', allergies: 'Kiwi' });
    const attendant = await signInAttendant(town, town.school.id);
    const seen = await attendant.get('/api/staff/today');
    expect(seen.text).toContain('Canari-ici');
    expect(seen.text).not.toMatch(/Canari-ailleurs|Kiwi|École B/);
    const { agent } = await signInStaff(testApp, town.organisation, 'office');
    expect((await agent.get('/api/staff/today')).text).toContain('Canari-ailleurs');
  });

  test('shows nobody the children of another organisation', async () => {
    const town = await openTown();
    const neighbour = await openTown();
    await book(neighbour, { facility: neighbour.school, lastName: 'Canari-voisin' });
    const { agent } = await signInStaff(testApp, town.organisation, 'administrator');
    const seen = await agent.get('/api/staff/today');
    expect(seen.status).toBe(200);
    expect(seen.text).not.toContain('Canari-voisin');
    const theirs = await signInStaff(testApp, neighbour.organisation, 'administrator');
    expect((await theirs.agent.get('/api/staff/today')).text).toContain('Canari-voisin');
  });

  test.each(bookingStates)(
    'with a booking in state %s, waits only for who is due',
    async (state) => {
      const town = await openTown();
      await book(town, { facility: town.school, lastName: 'Aubry', state });
      const { agent } = await signInStaff(testApp, town.organisation);
      const { body } = await agent.get('/api/staff/today');
      const due: readonly BookingState[] = [
        'confirmed',
        'cancellationRequested',
        'attended',
        'absentUnexcused',
      ];
      expect(namesIn(body)).toEqual(due.includes(state) ? ['Aubry'] : []);
    },
  );

  test('takes the day from the clocks of the town, or as asked', async () => {
    const town = await openTown();
    await book(town, { facility: town.school, lastName: 'Lundi' });
    await book(town, { facility: town.school, lastName: 'Mardi', on: tuesday });
    // Half past midnight in Paris, still the day before in Greenwich.
    testApp.clock.set(fromIso('2026-11-16T23:30:00.000Z'));
    const { agent } = await signInStaff(testApp, town.organisation);
    const today = await agent.get('/api/staff/today');
    expect(today.body.on).toBe(tuesday);
    expect(namesIn(today.body)).toEqual(['Mardi']);
    expect(namesIn((await agent.get(`/api/staff/today?on=${monday}`)).body)).toEqual(['Lundi']);
  });

  test('tells of a day without any session, and why a session is closed', async () => {
    const town = await openTown();
    const { agent } = await signInStaff(testApp, town.organisation);
    const sunday = await agent.get('/api/staff/today?on=2026-11-22');
    expect(sunday.body).toMatchObject({
      on: '2026-11-22',
      facilities: [{ activities: [] }, { activities: [] }],
    });
    await transaction(testApp.database, town.organisation.id, (tx) =>
      declareClosure(tx, {
        facilityId: town.centre.id,
        activityCode: null,
        from: tuesday,
        until: tuesday,
        label: 'Panne de chauffage',
      }),
    );
    const closed = await agent.get(`/api/staff/today?on=${tuesday}`);
    expect(closed.body.facilities).toMatchObject([
      { name: 'École A', activities: [{}, { units: [{ closedLabel: null }] }] },
      { name: 'École B', activities: [{ units: [{ closedLabel: 'Panne de chauffage' }] }] },
    ]);
  });

  test.each(['2026-02-30', 'demain', '2026-11-16T00:00'])('refuses the day %s', async (on) => {
    const town = await openTown();
    const { agent } = await signInStaff(testApp, town.organisation);
    const refused = await agent.get('/api/staff/today').query({ on });
    expect(refused.status).toBe(422);
  });

  test('is for the staff alone, and ends with their role', async () => {
    const town = await openTown();
    expect((await testApp.anonymous.get('/api/staff/today')).status).toBe(401);

    const household = newHousehold({ children: [newChild({ allergies: 'Canari-kiwi' })] });
    const parent = await signInGuardian(testApp, town.organisation, household);
    expect((await parent.agent.get('/api/staff/today')).status).toBe(401);
    expect((await parent.agent.get('/api/family/me')).text).not.toContain('Canari-kiwi');

    const attendant = await signInAttendant(town, town.school.id);
    expect((await attendant.get('/api/staff/today')).status).toBe(200);
    await transaction(testApp.database, town.organisation.id, (tx) =>
      tx.orm.execute(sql`delete from staff_role where facility_id = ${town.school.id}`),
    );
    expect((await attendant.get('/api/staff/today')).status).toBe(403);
  });

  test('never hides an allergy it cannot read: it fails instead', async () => {
    const town = await openTown();
    const one = await book(town, { facility: town.school, lastName: 'Aubry', allergies: 'Kiwi' });
    const other = await book(town, { facility: town.school, lastName: 'Vidal', allergies: 'Œuf' });
    const { agent } = await signInStaff(testApp, town.organisation);
    expect((await agent.get('/api/staff/today')).status).toBe(200);
    await transaction(testApp.database, town.organisation.id, (tx) =>
      tx.orm.execute(sql`update child_health h set allergies = moved.allergies
        from child_health moved where h.child_id = ${one.id} and moved.child_id = ${other.id}`),
    );
    const failed = await agent.get('/api/staff/today');
    expect(failed.status).toBe(500);
    expect(failed.text).not.toMatch(/Aubry|Œuf|Kiwi/);
  });
});
