import { ensureAccount, grantRoles, setPassword } from '../../modules/accounts/accounts.public.ts';
import { newChild, newGuardian } from '../../modules/households/households.factory.ts';
import type { NewHousehold } from '../../modules/households/households.public.ts';
import type { GrantedRole, Surface } from '../../platform/auth/actor.ts';
import { passwordHasher } from '../../platform/crypto/passwords.ts';
import { transaction } from '../../platform/db/transaction.ts';
import type { TestApp } from '../test-app.ts';
import { testPassword } from '../test-people.ts';
import { canary, canaryEmail } from './canaries.ts';
import type { Family, Person, PersonName, Town, World } from './cast.ts';

type Place = Pick<World, 'here' | 'elsewhere' | 'families'>;

/** Where each person stands; staff with their roles. */
function standings({ here, elsewhere, families }: Place): Record<PersonName, Standing> {
  const { alpha, bravo, charlie, delta } = families;
  const whole = (role: GrantedRole['role']) => [{ role, facilityId: null }];
  return {
    guardian: parent(alpha, 'alpha-one'),
    coGuardian: parent(alpha, 'alpha-two'),
    separatedParent: parent(bravo, 'bravo-one'),
    otherGuardian: parent(charlie, 'charlie-one'),
    foreignGuardian: parent(delta, 'delta-one'),
    administrator: member(here, 'administrator', whole('administrator')),
    office: member(here, 'office', whole('office')),
    attendant: member(here, 'attendant', [{ role: 'attendant', facilityId: here.school.id }]),
    roleless: member(here, 'roleless', []),
    foreignAdministrator: member(elsewhere, 'abroad', whole('administrator')),
  };
}

type Standing = {
  readonly surface: Surface;
  readonly town: Town;
  readonly householdId: string | null;
  readonly owner: string;
  readonly roles: readonly GrantedRole[];
};

const parent = ({ town, id }: Family, owner: string): Standing => ({
  surface: 'family',
  town,
  householdId: id,
  owner,
  roles: [],
});

const member = (town: Town, owner: string, roles: readonly GrantedRole[]): Standing => ({
  surface: 'staff',
  town,
  householdId: null,
  owner,
  roles,
});

/** Opens an account with the tests' password for everybody. */
export async function writePeople(testApp: TestApp, place: Place): Promise<World['people']> {
  // Hashed once: it is slow on purpose.
  const hash = await passwordHasher.hash(testPassword);
  const write = async (standing: Standing): Promise<Person> => {
    const { surface, town, householdId, owner, roles } = standing;
    const email = canaryEmail(owner);
    const displayName = canary(owner, 'displayname');
    const accountId = await transaction(testApp.database, town.organisation.id, async (tx) => {
      const account = { surface, email, displayName };
      const { id } = await ensureAccount(tx, account, testApp.clock.now());
      await setPassword(tx, id, hash);
      await grantRoles(tx, id, roles);
      return id;
    });
    return { surface, town, accountId, householdId, email };
  };
  const written: Partial<Record<PersonName, Person>> = {};
  for (const [name, standing] of Object.entries(standings(place))) {
    written[name as PersonName] = await write(standing);
  }
  return written as Record<PersonName, Person>;
}

/** A guardian, every datum of whom is a canary. */
export function guardianNamed(owner: string): NewHousehold['guardians'][number] {
  return newGuardian({
    firstName: canary(owner, 'firstname'),
    lastName: canary(owner, 'lastname'),
    email: canaryEmail(owner),
    phone: canary(owner, 'phone'),
  });
}

/** A child, every datum of whom is a canary. */
export function childNamed(owner: string): NewHousehold['children'][number] {
  return newChild({
    firstName: canary(`${owner}-child`, 'firstname'),
    lastName: canary(`${owner}-child`, 'lastname'),
    schoolClass: canary(`${owner}-child`, 'class'),
    allergies: canary(`${owner}-child`, 'allergies'),
  });
}
