import { toIso } from '@preau/domain/time/instant';
import supertest from 'supertest';
import { ensureAccount, grantRoles, setPassword } from '../modules/accounts/accounts.public.ts';
import { newHousehold } from '../modules/households/households.factory.ts';
import { createHouseholds, type NewHousehold } from '../modules/households/households.public.ts';
import { organisationSettings } from '../modules/organisations/organisations.factory.ts';
import {
  createOrganisation,
  type WrittenSettings,
} from '../modules/organisations/organisations.public.ts';
import type { StaffRole } from '../platform/auth/actor.ts';
import { passwordHasher } from '../platform/crypto/passwords.ts';
import { transaction } from '../platform/db/transaction.ts';
import { newId } from '../platform/ids.ts';
import type { TestApp } from './test-app.ts';

/** Good for parents and for staff. */
export const testPassword = 'quatre chaises bleues';
let testPasswordHash: Promise<string> | undefined;

export type TestOrganisation = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
};

/** An organisation of the test's own, whose address nobody else has. */
export async function createTestOrganisation(
  { owner, clock }: TestApp,
  settings: Partial<WrittenSettings> = {},
): Promise<TestOrganisation> {
  const slug = `commune-${newId().replaceAll('-', '').slice(-12)}`;
  const name = `Commune ${slug.slice(-4)}`;
  const id = await createOrganisation(
    owner,
    {
      slug,
      name,
      settings: organisationSettings(settings),
    },
    clock.now(),
  );
  return { id, slug, name };
}

/** Writes households without any account. */
export async function createTestHouseholds(
  { database, sealer, clock }: TestApp,
  organisation: TestOrganisation,
  ...households: readonly NewHousehold[]
): Promise<void> {
  await transaction(database, organisation.id, (tx) =>
    createHouseholds(tx, households, sealer, clock.now()),
  );
}

export type SignedIn = {
  readonly accountId: string;
  readonly email: string;
  /** Keeps the session's cookie. */
  readonly agent: ReturnType<typeof supertest.agent>;
};

export type SignedInGuardian = SignedIn & { readonly household: NewHousehold };

/**
 * A parent with an active account, signed in: the first guardian of a household, which is written
 * with them.
 */
export async function signInGuardian(
  testApp: TestApp,
  organisation: TestOrganisation,
  household: NewHousehold = newHousehold(),
): Promise<SignedInGuardian> {
  const [guardian, ...others] = household.guardians;
  if (!guardian) throw new Error('A household has a guardian to sign in');
  const { email } = guardian;
  const accountId = await openAccount(testApp, organisation, 'family', email);
  const written = { ...household, guardians: [{ ...guardian, accountId }, ...others] };
  await createTestHouseholds(testApp, organisation, written);
  const agent = await signInAgent(testApp, organisation, 'family', email);
  return { accountId, email, agent, household: written };
}

/** A member of staff with an active account and one role for the whole organisation, signed in. */
export async function signInStaff(
  testApp: TestApp,
  organisation: TestOrganisation,
  role: StaffRole = 'administrator',
): Promise<SignedIn> {
  const email = `agent.${newId().slice(-12)}@example.org`;
  const accountId = await openAccount(testApp, organisation, 'staff', email);
  await transaction(testApp.database, organisation.id, (tx) =>
    grantRoles(tx, accountId, [{ role, facilityId: null }]),
  );
  return { accountId, email, agent: await signInAgent(testApp, organisation, 'staff', email) };
}

/** An active account with the tests' password. */
export async function openAccount(
  { database, clock }: TestApp,
  organisation: TestOrganisation,
  surface: 'family' | 'staff',
  email: string,
): Promise<string> {
  // Hashed once per process: it is slow on purpose.
  testPasswordHash ??= passwordHasher.hash(testPassword);
  const passwordHash = await testPasswordHash;
  return transaction(database, organisation.id, async (tx) => {
    const account = { surface, email, displayName: 'Claire Aubry' };
    const { id } = await ensureAccount(tx, account, clock.now());
    await setPassword(tx, id, passwordHash);
    return id;
  });
}

/** One more session of an account, by the sign-in route. */
export async function signInAgent(
  { url, clock }: TestApp,
  organisation: TestOrganisation,
  surface: 'family' | 'staff',
  email: string,
): Promise<ReturnType<typeof supertest.agent>> {
  const agent = supertest.agent(url);
  const body = { organisation: organisation.slug, email, password: testPassword };
  const response = await agent.post(`/api/${surface}/sign-in`).send(body);
  if (response.status !== 204) {
    throw new Error(`Signing in answered ${response.status} at ${toIso(clock.now())}`);
  }
  return agent;
}
