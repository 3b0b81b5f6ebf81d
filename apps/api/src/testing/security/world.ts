import { type Day, day } from '@preau/domain/time/day';
import { readTown } from '@preau/reglement/read-town';
import type { BookingState } from '@preau/domain/bookings/states';
import {
  type TestFacility,
  writeTestFacility,
} from '../../modules/activities/activities.factory.ts';
import { openSessions } from '../../modules/activities/activities.public.ts';
import { townOfRequests } from '../../modules/enrolments/enrolments.factory.ts';
import { acceptEnrolments } from '../../modules/enrolments/enrolments.public.ts';
import { newHousehold } from '../../modules/households/households.factory.ts';
import type { NewHousehold } from '../../modules/households/households.public.ts';
import { publishReglement } from '../../modules/reglements/reglements.public.ts';
import { statement } from '../../platform/db/statement.ts';
import { transaction, type Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import type { TestApp } from '../test-app.ts';
import { createTestHouseholds, createTestOrganisation } from '../test-people.ts';
import { canary, quotientCanaries } from './canaries.ts';
import { childNamed, guardianNamed, writePeople } from './people.ts';
import type { Family, Town, World } from './cast.ts';

const valDeLure = readTown('val-de-lure');

export const today: Day = day('2026-11-16');

/** Writes the world on a server's database, through the application role. */
export async function createWorld(testApp: TestApp): Promise<World> {
  const here = await openTown(testApp);
  const elsewhere = await openTown(testApp);
  const shared = childNamed('shared');
  const families = {
    alpha: family(here, 'alpha', ['one', 'two'], [childNamed('alpha'), shared]),
    bravo: family(here, 'bravo', ['one'], [childNamed('bravo'), shared]),
    charlie: family(here, 'charlie', ['one', 'two'], [childNamed('charlie')]),
    delta: family(elsewhere, 'delta', ['one'], [childNamed('delta')]),
  };
  const people = await writePeople(testApp, { here, elsewhere, families });
  const { alpha, bravo, charlie, delta } = families;
  const withAccounts = (one: Family) => ({
    ...one,
    guardians: one.guardians.map((guardian) => ({
      ...guardian,
      accountId: accountOf(people, guardian.email),
    })),
  });
  await createTestHouseholds(
    testApp,
    here.organisation,
    ...[alpha, bravo, charlie].map(withAccounts),
  );
  await createTestHouseholds(testApp, elsewhere.organisation, withAccounts(delta));
  await enrol(testApp, here.school, alpha, bravo);
  await enrol(testApp, here.centre, charlie);
  await enrol(testApp, elsewhere.school, delta);
  await book(testApp, alpha, here.school);
  await book(testApp, bravo, here.school, bravo.children[0]?.id);
  await book(testApp, charlie, here.centre);
  await book(testApp, delta, elsewhere.school);
  return { testApp, here, elsewhere, families, people };
}

/** Id of a session of the lunch of a facility: the `at`th open one whose limit is far off. */
export async function lunchAt(
  { testApp }: World,
  { organisation }: Town,
  facility: TestFacility,
  at: number,
): Promise<string> {
  const lunches = await transaction(testApp.database, organisation.id, (tx) =>
    tx.ask(findLunches, [organisation.id, facility.id, '2026-12-01']),
  );
  const found = lunches[at];
  if (!found) throw new Error(`There is no lunch number ${at}`);
  return found.id;
}

/** The first morning or evening, its limit far off, that a child was never booked for. */
export async function freeSession(
  { testApp }: World,
  { organisation }: Town,
  facility: TestFacility,
  childId: string,
): Promise<string> {
  const [found] = await transaction(testApp.database, organisation.id, (tx) =>
    tx.ask(findFree, [organisation.id, facility.id, '2026-12-01', childId]),
  );
  if (!found) throw new Error('There is no session left');
  return found.id;
}

const findFree = statement<{ id: string }>(
  'security.free-session',
  `select s.id from session s
   join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
   where s.organisation_id = $1 and s.facility_id = $2 and u.code in ('matin', 'soir')
     and s.held_on >= $3 and s.closed_label is null
     and not exists (select from booking b
       where b.organisation_id = s.organisation_id and b.session_id = s.id and b.child_id = $4)
   order by s.held_on, s.starts_at limit 1`,
);

const findLunches = statement<{ id: string }>(
  'security.lunches',
  `select s.id from session s
   join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
   where s.organisation_id = $1 and s.facility_id = $2 and u.code = 'repas'
     and s.held_on >= $3 and s.closed_label is null
   order by s.held_on`,
);

async function openTown(testApp: TestApp): Promise<Town> {
  const organisation = await createTestOrganisation(testApp, { features: { enrolments: true } });
  return transaction(testApp.database, organisation.id, async (tx) => {
    await publishReglement(tx, townOfRequests(), testApp.clock.now());
    const codes = ['restauration', 'periscolaire'];
    const school = await writeTestFacility(tx, { name: 'École A', codes });
    const centre = await writeTestFacility(tx, { name: 'École B', codes });
    const places = [...school.places, ...centre.places];
    await openSessions(tx, { document: valDeLure, places, from: today });
    return { organisation, school, centre };
  });
}

function family(
  town: Town,
  name: string,
  adults: readonly string[],
  children: NewHousehold['children'],
): Family {
  return {
    ...newHousehold({
      name: canary(name, 'household'),
      guardians: adults.map((adult) => guardianNamed(`${name}-${adult}`)),
      children,
      quotients: [{ validFrom: day('2020-09-01'), quotient: quotientCanaries[name] ?? 0 }],
    }),
    town,
  };
}

function accountOf(people: World['people'], email: string): string | null {
  return Object.values(people).find((person) => person.email === email)?.accountId ?? null;
}

async function enrol(testApp: TestApp, facility: TestFacility, ...families: Family[]) {
  const [first] = families;
  if (!first) return;
  const childIds = new Set(families.flatMap(({ children }) => children.map(({ id }) => id)));
  await transaction(testApp.database, first.town.organisation.id, async (tx) => {
    acceptEnrolments(
      tx,
      [...childIds].flatMap((childId) =>
        [...facility.activities.values()].map((activityId) => ({
          childId,
          activityId,
          ageGroup: 'elementaire',
          schoolYear: '2026-2027',
        })),
      ),
    );
  });
}

const bookToday = statement<{ id: string }>(
  'security.book',
  `insert into booking (organisation_id, id, household_id, child_id, session_id, held_on, state,
     reglement_version_id, verdict, created_at, updated_at)
   select s.organisation_id, $2, $3, $4, s.id, s.held_on, $5, v.id, '{}', now(), now()
   from session s
   join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
   join reglement_version v on v.organisation_id = s.organisation_id
   where s.organisation_id = $1 and s.facility_id = $6 and u.code = 'repas' and s.held_on = $7
   returning id`,
);

/** Each child (or the one named) is expected at lunch today. */
async function book(testApp: TestApp, family: Family, facility: TestFacility, only?: string) {
  const state: BookingState = 'confirmed';
  const booked = family.children.filter(({ id }) => only === undefined || id === only);
  const bookOne = async (tx: Tx, childId: string) => {
    const values = [tx.organisationId, newId(), family.id, childId, state, facility.id, today];
    const rows = await tx.ask(bookToday, values);
    if (rows.length !== 1) throw new Error('There is no lunch today');
  };
  await transaction(testApp.database, family.town.organisation.id, async (tx) => {
    for (const { id } of booked) await bookOne(tx, id);
  });
}
