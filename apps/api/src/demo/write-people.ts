import { day, schoolYearOf } from '@preau/domain/time/day';
import { type Instant, localDayOf } from '@preau/domain/time/instant';
import { grantRoles } from '../modules/accounts/accounts.public.ts';
import {
  createHouseholds,
  inviteGuardian,
  type NewHousehold,
} from '../modules/households/households.public.ts';
import { insertAcceptancesOf } from '../modules/organisations/organisations.public.ts';
import type { Surface } from '../platform/auth/actor.ts';
import type { Sealer } from '../platform/crypto/sealed-text.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { newId } from '../platform/ids.ts';
import { type ActiveAccount, bounceInvitation, insertActiveAccounts } from './accounts.store.ts';
import { classOf } from './school-classes.ts';
import type { Sites } from './sites.ts';
import type { DemoChild, DemoGuardian, DemoHousehold, DemoStaff, DemoTown } from './town.ts';

export type PeopleWriting = {
  readonly sealer: Sealer;
  readonly now: Instant;
  /** The encoded password that every account of a surface has. */
  readonly passwordHash: (surface: Surface) => Promise<string>;
};

/** Longer than the link of an invitation works. */
const longAgo = 60 * 24 * 3_600_000;

/** The terms an organisation is created with: who has an account here accepted them. */
const firstTerms = 1;

/** Writes the staff and the families of a town; invitations leave by e-mail once committed. */
export async function writePeople(
  tx: Tx,
  town: DemoTown,
  sites: Sites,
  writing: PeopleWriting,
): Promise<void> {
  for (const member of town.staff) await writeStaff(tx, member, sites, writing);
  await writeFamilies(tx, town, writing);
}

async function writeStaff(
  tx: Tx,
  { displayName: name, email, role, facility }: DemoStaff,
  sites: Sites,
  { passwordHash, now }: PeopleWriting,
): Promise<void> {
  const id = newId();
  await insertActiveAccounts(tx, 'staff', [{ id, email, name }], await passwordHash('staff'), now);
  const facilityId = facility === null ? null : sites.idOf(facility);
  await grantRoles(tx, id, [{ role, facilityId }]);
}

async function writeFamilies(
  tx: Tx,
  town: DemoTown,
  { sealer, now, passwordHash }: PeopleWriting,
): Promise<void> {
  const schoolYear = schoolYearOf(localDayOf(now, town.document.calendar.timeZone));
  const guardians = town.households.flatMap((household) => household.guardians);
  const accounts = new Map<string, ActiveAccount>();
  for (const { id, firstName, lastName, email, access } of guardians) {
    if (access !== 'active') continue;
    accounts.set(id, { id: newId(), email, name: `${firstName} ${lastName}` });
  }
  await insertActiveAccounts(
    tx,
    'family',
    [...accounts.values()],
    await passwordHash('family'),
    now,
  );
  const accepting = guardians.filter(({ acceptsTerms = true }) => acceptsTerms);
  const accountIds = accepting.flatMap(({ id }) => accounts.get(id)?.id ?? []);
  await insertAcceptancesOf(tx, accountIds, firstTerms, now);
  const households = town.households.map((one) => newHousehold(one, accounts, schoolYear));
  await createHouseholds(tx, households, sealer, now);
  for (const guardian of guardians) await invite(tx, guardian, sealer, now);
}

/** Sends the invitations that have not led to an access yet. */
async function invite(
  tx: Tx,
  { id, access }: DemoGuardian,
  sealer: Sealer,
  now: Instant,
): Promise<void> {
  if (access === 'none' || access === 'active') return;
  const at = (access === 'expired' ? now - longAgo : now) as Instant;
  const invited = await inviteGuardian(tx, id, sealer, at);
  if ('refusal' in invited) throw new Error(`An invitation was refused: ${invited.refusal}`);
  if (access === 'bounced') bounceInvitation(tx, invited.accountId);
}

function newHousehold(
  { id, name, quotient, fileComplete = true, guardians, children }: DemoHousehold,
  accounts: ReadonlyMap<string, ActiveAccount>,
  schoolYear: string,
): NewHousehold {
  const validFrom = day(`${Number(schoolYear.slice(0, 4)) - 1}-09-01`);
  return {
    id,
    name,
    ...(fileComplete ? {} : { fileCompletedAt: null }),
    quotients: quotient === null ? [] : [{ validFrom, quotient }],
    guardians: guardians.map((guardian) => newGuardian(guardian, accounts)),
    children: children.map((child) => newChild(child, schoolYear)),
  };
}

function newGuardian(
  { id, firstName, lastName, email, phone }: DemoGuardian,
  accounts: ReadonlyMap<string, ActiveAccount>,
): NewHousehold['guardians'][number] {
  return { id, accountId: accounts.get(id)?.id ?? null, firstName, lastName, email, phone };
}

function newChild(
  { id, firstName, lastName, birthOn, allergies, olderThanSchool }: DemoChild,
  schoolYear: string,
): NewHousehold['children'][number] {
  const schoolClass = classOf(birthOn, schoolYear) ?? olderThanSchool?.schoolClass ?? '';
  return { id, firstName, lastName, birthOn, schoolClass, allergies };
}
