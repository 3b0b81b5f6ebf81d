import type { ReglementDocument } from '@preau/domain/reglement/document';
import { type Day, day } from '@preau/domain/time/day';
import { readTown } from '@preau/reglement/read-town';
import type { TestApp } from '../../testing/test-app.ts';
import {
  createTestHouseholds,
  createTestOrganisation,
  openAccount,
  type SignedIn,
  signInAgent,
  signInGuardian,
  type SignedInGuardian,
  type TestOrganisation,
} from '../../testing/test-people.ts';
import { transaction, type Tx } from '../../platform/db/transaction.ts';
import { statement } from '../../platform/db/statement.ts';
import { type TestFacility, writeTestFacility } from '../activities/activities.factory.ts';
import { openSessions } from '../activities/activities.public.ts';
import { acceptEnrolments } from '../enrolments/enrolments.public.ts';
import { newGuardian, newHousehold } from '../households/households.factory.ts';
import type { NewHousehold } from '../households/households.public.ts';
import { publishReglement } from '../reglements/reglements.public.ts';
import type { z } from 'zod';
import type { cartSchema, confirmationSchema, planningSchema } from './bookings.schemas.ts';

const valDeLure = readTown('val-de-lure');

export type WirePlanning = z.infer<typeof planningSchema>;
export type WireCart = z.infer<typeof cartSchema>;
export type WireConfirmation = z.infer<typeof confirmationSchema>;

/** A town whose rules are published and whose sessions are open. */
export type TestTown = {
  readonly organisation: TestOrganisation;
  readonly facility: TestFacility;
};

const everyActivity = valDeLure.activities.map(({ code }) => code);
const termStart: Day = day('2026-09-01');

/** Val-de-Lure's rules at one facility, `capacity` places in each room and part of the day. */
export async function openTestTown(
  testApp: TestApp,
  {
    capacity = 10,
    document = valDeLure,
    settings = {},
  }: {
    capacity?: number;
    document?: ReglementDocument;
    settings?: Parameters<typeof createTestOrganisation>[1];
  } = {},
): Promise<TestTown> {
  const organisation = await createTestOrganisation(testApp, settings);
  const facility = await transaction(testApp.database, organisation.id, async (tx) => {
    await publishReglement(tx, document, testApp.clock.now());
    const written = await writeTestFacility(tx, { document, codes: everyActivity, capacity });
    await openSessions(tx, { document, places: written.places, from: termStart });
    return written;
  });
  return { organisation, facility };
}

/** Enrols every child of the households in every activity of the town, for 2026-2027. */
export async function enrolEverywhere(
  testApp: TestApp,
  { organisation, facility }: TestTown,
  ...households: readonly NewHousehold[]
): Promise<void> {
  await transaction(testApp.database, organisation.id, async (tx) => {
    const childIds = new Set(households.flatMap(({ children }) => children.map(({ id }) => id)));
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

/** A signed-in parent whose children are enrolled in everything. */
export async function signInEnrolled(
  testApp: TestApp,
  town: TestTown,
  household: NewHousehold = newHousehold(),
): Promise<SignedInGuardian> {
  const parent = await signInGuardian(testApp, town.organisation, household);
  await enrolEverywhere(testApp, town, parent.household);
  return parent;
}

/** The parents of one child, separated: each with a household and a session of their own. */
export async function signInSeparated(
  testApp: TestApp,
  town: TestTown,
  shared: NewHousehold['children'][number],
): Promise<[SignedIn, SignedIn]> {
  const { organisation } = town;
  const written: NewHousehold[] = [];
  for (const guardian of [newGuardian(), newGuardian()]) {
    const accountId = await openAccount(testApp, organisation, 'family', guardian.email);
    written.push(newHousehold({ guardians: [{ ...guardian, accountId }], children: [shared] }));
  }
  await writeEnrolled(testApp, town, written);
  const signIn = async ({ guardians: [guardian] }: NewHousehold): Promise<SignedIn> => {
    const email = guardian?.email ?? '';
    const agent = await signInAgent(testApp, organisation, 'family', email);
    return { accountId: guardian?.accountId ?? '', email, agent };
  };
  const [one, other] = await Promise.all(written.map(signIn));
  if (!one || !other) throw new Error('Two parents were written');
  return [one, other];
}

/** Households written and enrolled, nobody signed in. */
export async function writeEnrolled(
  testApp: TestApp,
  town: TestTown,
  households: readonly NewHousehold[],
): Promise<void> {
  await createTestHouseholds(testApp, town.organisation, ...households);
  await enrolEverywhere(testApp, town, ...households);
}

const findSession = statement<{ id: string }>(
  'factory.session',
  `select s.id from session s join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
   where s.organisation_id = $1 and u.code = $2 and s.held_on = $3`,
);

/** Id of the session of a unit on a day. */
export async function sessionOf(
  testApp: TestApp,
  { organisation }: TestTown,
  unit: string,
  on: string,
): Promise<string> {
  const [session] = await transaction(testApp.database, organisation.id, (tx) =>
    tx.ask(findSession, [organisation.id, unit, on]),
  );
  if (!session) throw new Error(`No session of ${unit} on ${on}`);
  return session.id;
}

export type SeatsTold = { readonly taken: number; readonly held: number; readonly over: number };

const countSeats = statement<SeatsTold>(
  'factory.seats',
  `select coalesce(sum(taken), 0)::int as taken,
          coalesce(sum(greatest(taken - capacity - allowance, 0)), 0)::int as over,
          (select coalesce(sum(cardinality(s.parts)), 0)::int from booking b
           join session s on s.organisation_id = b.organisation_id and s.id = b.session_id
           where b.organisation_id = $1 and b.holds_place) as held
   from seat_pool where organisation_id = $1`,
);

/** Places taken in all pools, places held by bookings, and places beyond capacity. */
export async function seatsOf(tx: Tx): Promise<SeatsTold> {
  const [told] = await tx.ask(countSeats, [tx.organisationId]);
  if (!told) throw new Error('A sum answers one row');
  return told;
}
