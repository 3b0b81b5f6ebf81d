import { confirmCalls } from './confirm.bench.ts';
import { createDataset } from './dataset.ts';
import { draftDays } from './drafts.ts';
import { type Figure, figure } from './figure.ts';
import { load } from './load.ts';
import { othersThan } from './planning.bench.ts';
import { countSeats } from './seats.ts';
import type { Stand } from './stand.ts';

const requests = 4_000;
const seats = 500;

/** 4,000 families confirm the same session of 500 places at once: exactly 500 get one. */
export async function benchContention(stand: Stand): Promise<Figure[]> {
  const dataset = await createDataset({
    ...stand,
    families: requests,
    childrenPerFamily: 1,
    capacity: seats,
  });
  await draftDays(stand.pool, dataset, {
    unit: 'repas',
    from: '2027-01-11',
    lines: 1,
    spread: false,
  });
  await stand.analyze();
  const result = await load({
    url: stand.url,
    connections: 200,
    calls: confirmCalls(dataset),
    keepBodies: true,
  });
  const booked = result.bodies.filter((body) => body.includes('"result":"booked"')).length;
  const full = result.bodies.filter((body) => body.includes('"code":"full"')).length;
  const counted = await countSeats(stand.pool, dataset.organisationId);
  return [
    figure('contention', 'booked', booked, 'places', ['=', seats]),
    figure('contention', 'told full', full, 'families', ['=', requests - seats]),
    figure('contention', 'places taken in the database', counted.taken, 'places', ['=', seats]),
    figure('contention', 'places held by bookings', counted.held, 'places', ['=', seats]),
    figure('contention', 'drained in', result.seconds, 's', ['<=', 5]),
    figure('contention', 'answers other than 200', othersThan(200, result.statuses), 'answers', [
      '=',
      0,
    ]),
  ];
}
