import { addDays, firstOfMonth } from '@preau/domain/time/day';
import { localDayOf } from '@preau/domain/time/instant';
import type { Instant } from '@preau/domain/time/instant';
import { readTown } from '@preau/reglement/read-town';
import { createDataset } from './dataset.ts';
import { type Figure, figure } from './figure.ts';
import { load } from './load.ts';
import { othersThan } from './planning.bench.ts';
import { signClerkIn, writeRequests } from './requests.ts';
import type { Stand } from './stand.ts';

const valDeLure = readTown('val-de-lure');

/** Two requests a child, one child a family. */
const families = 2_500;
const requests = 5_000;
/** Five activities each. */
const facilities = 6;
/** Clerks at their desks, each waiting for one answer at a time. */
const clerks = 2;
const seconds = 10;

/** Every activity answered by the staff. */
const rules = {
  ...valDeLure,
  activities: valDeLure.activities.map((activity) => ({
    ...activity,
    regime: {
      ...activity.regime,
      acceptance: { kind: 'staff', answerWithinHours: 48, holdsPlace: true },
    } as const,
  })),
};

/** The inbox of a large town before its answers, and its occupancy month by month. */
export async function benchStaff(stand: Stand): Promise<Figure[]> {
  const { pool, secret } = stand;
  const dataset = await createDataset({
    ...stand,
    families,
    childrenPerFamily: 1,
    capacity: 2_000,
    facilities,
    document: rules,
  });
  const written = await writeRequests(pool, dataset);
  const cookie = await signClerkIn(pool, secret, dataset.organisationId);
  await stand.analyze();
  const pages = await inboxPages(stand.url, cookie);
  const today = localDayOf(Date.now() as Instant, 'Europe/Paris');
  const month = firstOfMonth(addDays(firstOfMonth(today), 31));
  const measured = [
    ['inbox, its first pages', pages],
    ['inbox, what is late', ['/api/staff/requests/bookings?state=overdue']],
    ['how many wait', ['/api/staff/requests/counts']],
    [
      'heat map of 30 activities × month',
      [`/api/staff/occupancy?from=${month}&until=${addDays(month, 30)}`],
    ],
  ] as const;
  const figures = [figure('staff', 'requests written', written, 'requests', ['=', requests])];
  for (const [name, paths] of measured) {
    figures.push(...(await measure(stand.url, name, paths, cookie)));
  }
  return figures;
}

async function measure(
  url: string,
  name: string,
  paths: readonly string[],
  cookie: string,
): Promise<Figure[]> {
  const calls = paths.flatMap((path) =>
    Array.from({ length: clerks }, () => ({ method: 'GET' as const, path, headers: { cookie } })),
  );
  await load({ url, connections: clerks, calls, seconds: 2 });
  const result = await load({ url, connections: clerks, calls, seconds });
  const others = othersThan(200, result.statuses);
  return [
    figure('staff', `${name} p50`, result.p50Ms, 'ms'),
    figure('staff', `${name} p95`, result.p95Ms, 'ms', ['<=', 100]),
    figure('staff', `${name}, answers other than 200`, others, 'answers', ['=', 0]),
  ];
}

/** The addresses of the first pages, each given by the one before. */
async function inboxPages(url: string, cookie: string): Promise<string[]> {
  const first = '/api/staff/requests/bookings';
  const pages = [first];
  for (let at = 0; at < 3; at += 1) {
    const answer = await fetch(`${url}${pages.at(-1)}`, { headers: { cookie } });
    const { next } = (await answer.json()) as { next: string | null };
    if (next === null) throw new Error('The inbox has more than one page');
    pages.push(`${first}?after=${next}`);
  }
  return pages;
}
