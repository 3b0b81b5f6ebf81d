import { faker } from '@faker-js/faker/locale/fr';
import { localDayOf } from '@preau/domain/time/instant';
import type { Instant } from '@preau/domain/time/instant';
import { grandeLureTown } from '../../../apps/api/src/demo/large/grande-lure.town.ts';
import { largeSize } from '../../../apps/api/src/demo/large/large-size.ts';
import { writeLargeTown } from '../../../apps/api/src/demo/large/write-large-town.ts';
import { demoPasswords } from '../../../apps/api/src/demo/logins.ts';
import { createSealer } from '../../../apps/api/src/platform/crypto/sealed-text.ts';
import { passwordHasher } from '../../../apps/api/src/platform/crypto/passwords.ts';
import { openDatabase } from '../../../apps/api/src/platform/db/pool.ts';
import { type Figure, figure } from './figure.ts';
import { load } from './load.ts';
import { othersThan } from './planning.bench.ts';
import type { Stand } from './stand.ts';

/** What is typed at a counter: letter by letter, two words, a telephone, an address of e-mail. */
const typed = [
  'm',
  'ma',
  'mar',
  'mart',
  'martin',
  'durand jul',
  'le',
  'lea mer',
  '0639',
  '063998',
  'camille.mercier',
  'élodie',
  'nobody',
];
const office = 'accueil@grande-lure.example';
/** Clerks at their counters, each waiting for one answer at a time. */
const clerks = 2;
const seconds = 10;

/** Families found as a clerk types, in the town of the large demonstration. */
export async function benchSearch(stand: Stand): Promise<Figure[]> {
  const written = await writeTown(stand);
  await stand.analyze();
  const cookie = await signIn(stand.url);
  const calls = typed.flatMap((words) =>
    Array.from({ length: clerks }, () => ({
      method: 'GET' as const,
      path: `/api/staff/households?q=${encodeURIComponent(words)}`,
      headers: { cookie },
    })),
  );
  await load({ url: stand.url, connections: clerks, calls, seconds: 2 });
  const result = await load({ url: stand.url, connections: clerks, calls, seconds });
  return [
    figure('search', 'bookings written', written.bookings, 'bookings', ['>=', largeSize.bookings]),
    figure('search', 'large demonstration written in', written.seconds ?? 0, 's', ['<=', 60]),
    figure('search', 'families found p50', result.p50Ms, 'ms'),
    figure('search', 'families found p95', result.p95Ms, 'ms', ['<=', 100]),
    figure('search', 'answers other than 200', othersThan(200, result.statuses), 'answers', [
      '=',
      0,
    ]),
  ];
}

async function writeTown({ ownerUrl, encryptionKey }: Stand) {
  const owner = openDatabase(ownerUrl, 2);
  try {
    faker.seed(1);
    const now = Date.now() as Instant;
    const hashes = {
      family: await passwordHasher.hash(demoPasswords.family),
      staff: await passwordHasher.hash(demoPasswords.staff),
    };
    const sealer = createSealer(Buffer.from(encryptionKey, 'base64'));
    const town = grandeLureTown(faker, localDayOf(now, 'Europe/Paris'), largeSize);
    const writing = {
      owner,
      sealer,
      faker,
      now,
      passwordHash: async (surface: keyof typeof hashes) => hashes[surface],
    };
    return await writeLargeTown(town, largeSize.bookings, writing);
  } finally {
    await owner.close();
  }
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/staff/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      organisation: 'grande-lure',
      email: office,
      password: demoPasswords.staff,
    }),
  });
  if (answer.status !== 204) throw new Error(`The clerk cannot sign in (${answer.status})`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
