import { createDataset, type Dataset } from './dataset.ts';
import { type Figure, figure, median } from './figure.ts';
import { load, type LoadResult } from './load.ts';
import type { Stand } from './stand.ts';

const rounds = 3;
const secondsEach = 5;
const month = '/api/family/planning?from=2026-11-30&until=2027-01-03';

/**
 * The month planning of a household with 2 children × 6 units, signed in, at
 * 10 connections; then again with ten times more children in the same activities.
 */
export async function benchPlanning(stand: Stand, yardstick: number): Promise<Figure[]> {
  const few = await datasetOf(stand, 100);
  const many = await datasetOf(stand, 1_000);
  await stand.analyze();
  await measure(stand, few);
  const small = await repeat(() => measure(stand, few));
  const large = await repeat(() => measure(stand, many));
  return [
    figure('planning', 'household month', small.perSecond, 'req/s', ['>=', 1_100], yardstick),
    figure('planning', 'household month p95', small.p95, 'ms', ['<=', 15]),
    figure('planning', 'ten times more children', large.perSecond, 'req/s', null, yardstick),
    figure(
      'planning',
      'slowdown with ten times more children',
      small.perSecond / large.perSecond,
      '×',
      ['<=', 1.1],
    ),
    figure('planning', 'answers other than 200', small.failures + large.failures, 'answers', [
      '=',
      0,
    ]),
  ];
}

function datasetOf(stand: Stand, families: number): Promise<Dataset> {
  return createDataset({ ...stand, families, childrenPerFamily: 2, capacity: 5_000 });
}

function measure(stand: Stand, { families }: Dataset): Promise<LoadResult> {
  return load({
    url: stand.url,
    connections: 10,
    seconds: secondsEach,
    calls: families.map(({ cookie }) => ({ method: 'GET', path: month, headers: { cookie } })),
  });
}

async function repeat(run: () => Promise<LoadResult>) {
  const results: LoadResult[] = [];
  for (let round = 0; round < rounds; round += 1) results.push(await run());
  return {
    perSecond: median(results.map(({ perSecond }) => perSecond)),
    p95: median(results.map(({ p95Ms }) => p95Ms)),
    failures: results.reduce((sum, { statuses }) => sum + othersThan(200, statuses), 0),
  };
}

/** How many answers had another status; which ones goes to the error output. */
export function othersThan(status: number, statuses: ReadonlyMap<number, number>): number {
  for (const [other, count] of statuses) {
    if (other !== status) process.stderr.write(`${count} answers ${other || 'lost'}\n`);
  }
  return [...statuses].reduce((sum, [other, count]) => sum + (other === status ? 0 : count), 0);
}
