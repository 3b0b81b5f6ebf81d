import { randomUUID } from 'node:crypto';
import { createDataset, type Dataset } from './dataset.ts';
import { draftDays } from './drafts.ts';
import { type Figure, figure, median } from './figure.ts';
import { type Call, load } from './load.ts';
import { othersThan } from './planning.bench.ts';
import type { Stand } from './stand.ts';

const rounds = 3;
const families = 3_000;
const firstDay = '2027-01-11';

/** Carts confirmed with price, lock, audit, event and idempotency, each family once per round. */
export async function benchConfirm(stand: Stand, yardstick: number): Promise<Figure[]> {
  const one = await measure(stand, 1);
  const ten = await measure(stand, 10);
  return [
    figure('confirm', 'one day, spread days', one.perSecond, 'carts/s', ['>=', 800], yardstick),
    figure('confirm', 'one day p95', one.p95, 'ms', ['<=', 25]),
    figure('confirm', 'ten-line carts', ten.perSecond, 'carts/s', ['>=', 500], yardstick),
    figure('confirm', 'ten-line carts p95', ten.p95, 'ms'),
    figure('confirm', 'answers other than 200', one.failures + ten.failures, 'answers', ['=', 0]),
  ];
}

async function measure(stand: Stand, lines: number) {
  const speeds: number[] = [];
  const p95s: number[] = [];
  let failures = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const dataset = await createDataset({
      ...stand,
      families,
      childrenPerFamily: 1,
      capacity: families,
    });
    await draftDays(stand.pool, dataset, { unit: 'repas', from: firstDay, lines, spread: true });
    await stand.analyze();
    const result = await load({ url: stand.url, connections: 10, calls: confirmCalls(dataset) });
    failures += othersThan(200, result.statuses);
    // The first round warms the server and the database up.
    if (round === 0) continue;
    speeds.push(result.perSecond);
    p95s.push(result.p95Ms);
  }
  return { perSecond: median(speeds), p95: median(p95s), failures };
}

/** One confirmation per family, each with its own key. */
export function confirmCalls(dataset: Dataset): Call[] {
  return dataset.families.map(({ cookie }) => ({
    method: 'POST',
    path: '/api/family/cart/confirm',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ revision: 1 }),
  }));
}
