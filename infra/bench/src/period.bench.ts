import { createDataset } from './dataset.ts';
import { type Figure, figure } from './figure.ts';
import { load } from './load.ts';
import { othersThan } from './planning.bench.ts';
import type { Stand } from './stand.ts';

const units = ['matin', 'repas', 'soir', 'etude'];
const schoolDays = [1, 2, 4, 5];
const families = 50;
const connections = 2;

/** A year previewed for three children: five services, each on its weekdays. */
export async function benchPeriod(stand: Stand): Promise<Figure[]> {
  const dataset = await createDataset({ ...stand, families, childrenPerFamily: 3, capacity: 500 });
  await stand.analyze();
  const calls = dataset.families.map(({ cookie, childIds }) => ({
    method: 'POST' as const,
    path: '/api/family/planning/preview',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({
      entries: childIds.flatMap((childId) => [
        // Study and the evening exclude each other: one child in three studies.
        ...units.flatMap((unit) => schoolDays.map((weekday) => ({ childId, unit, weekday }))),
        { childId, unit: 'mercredi-journee', weekday: 3 },
      ]),
      from: '2026-12-01',
      until: '2027-07-02',
      action: 'add',
      waitWhenFull: false,
    }),
  }));
  await load({ url: stand.url, connections, calls: calls.slice(0, 10) });
  const result = await load({ url: stand.url, connections, calls });
  return [
    figure('period', 'a year of three children p50', result.p50Ms, 'ms'),
    figure('period', 'a year of three children p95', result.p95Ms, 'ms', ['<=', 300]),
    figure('period', 'answers other than 200', othersThan(200, result.statuses), 'answers', [
      '=',
      0,
    ]),
  ];
}
