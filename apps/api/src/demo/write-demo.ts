import type { Faker } from '@faker-js/faker';
import { faker as frenchFaker } from '@faker-js/faker/locale/fr';
import type { Day } from '@preau/domain/time/day';
import { type Instant, localDayOf } from '@preau/domain/time/instant';
import type { Surface } from '../platform/auth/actor.ts';
import type { Sealer } from '../platform/crypto/sealed-text.ts';
import { passwordHasher } from '../platform/crypto/passwords.ts';
import type { Database } from '../platform/db/pool.ts';
import { espaceFamilleTown } from './espace-famille/espace-famille.town.ts';
import { fondespierreTown } from './fondespierre/fondespierre.town.ts';
import { hasparrenTown } from './hasparren/hasparren.town.ts';
import { lapaludTown } from './lapalud/lapalud.town.ts';
import { grandeLureTown } from './large/grande-lure.town.ts';
import type { LargeSize } from './large/large-size.ts';
import { type LargeFigures, writeLargeTown } from './large/write-large-town.ts';
import { type DemoOrganisation, demoPasswords } from './logins.ts';
import type { DemoTown } from './town.ts';
import { valDeLureTown } from './val-de-lure/val-de-lure.town.ts';
import { writeTown } from './write-town.ts';

/** This database already serves something else than a demonstration. */
export class NotADemoError extends Error {}

/** The organisations of the five source documents; the one with most to see first. */
const towns: readonly ((faker: Faker, today: Day) => DemoTown)[] = [
  valDeLureTown,
  fondespierreTown,
  hasparrenTown,
  lapaludTown,
  espaceFamilleTown,
];
const seed = 20_260_901;
const timeZone = 'Europe/Paris';

export type DemoWriting = {
  readonly owner: Database;
  readonly sealer: Sealer;
  readonly now: Instant;
  /** One more organisation, of that size. */
  readonly large?: LargeSize | undefined;
};

/**
 * Writes the organisations of the demonstration that are missing, with invented people and bookings
 * around `now`. Repeating it changes nothing.
 * @throws NotADemoError when the database was made for another mode.
 * @returns how to sign in to each of them.
 */
export async function writeDemo({
  owner,
  sealer,
  now,
  large,
}: DemoWriting): Promise<DemoOrganisation[]> {
  await claimForDemo(owner);
  const today = localDayOf(now, timeZone);
  const organisations: DemoOrganisation[] = [];
  if (large) {
    frenchFaker.seed(seed);
    const town = grandeLureTown(frenchFaker, today, large);
    const writing = { owner, sealer, faker: frenchFaker, now, passwordHash };
    // First: its bookings are written while no other is there.
    const figures = await writeLargeTown(town, large.bookings, writing);
    organisations.push({ ...loginsOf(town), size: sizeOf(figures) });
  }
  for (const [at, make] of towns.entries()) {
    // One seed for each town: what is drawn for one never shifts the people of another.
    frenchFaker.seed(seed + at);
    const town = make(frenchFaker, today);
    await writeTown(town, { owner, sealer, faker: frenchFaker, now, passwordHash });
    organisations.push(loginsOf(town));
  }
  return organisations;
}

const hashes = new Map<Surface, Promise<string>>();

/** Each password is hashed once, when first needed: hashing is slow on purpose. */
function passwordHash(surface: Surface): Promise<string> {
  const known = hashes.get(surface) ?? passwordHasher.hash(demoPasswords[surface]);
  hashes.set(surface, known);
  return known;
}

/** Says, once, what this database is for. */
async function claimForDemo({ pool }: Database): Promise<void> {
  await pool.query(`insert into instance (mode) values ('demo') on conflict do nothing`);
  const { rows } = await pool.query<{ mode: string }>('select mode from instance');
  if (rows[0]?.mode !== 'demo') {
    throw new NotADemoError(
      `This database is for ${rows[0]?.mode}: no demonstration is written in it`,
    );
  }
}

function sizeOf({ households, children, bookings, seconds }: LargeFigures): string {
  const counted = [`${households} households`, `${children} children`, `${bookings} bookings`];
  return seconds === null ? counted.join(', ') : `${counted.join(', ')}, written in ${seconds} s`;
}

function loginsOf({ slug, name, told, staff }: DemoTown): DemoOrganisation {
  const staffEmails = new Set(staff.map(({ email }) => email));
  return {
    slug,
    name,
    logins: told.map(({ email, label }) => {
      const surface = staffEmails.has(email) ? 'staff' : 'family';
      return { surface, email, password: demoPasswords[surface], label };
    }),
  };
}
