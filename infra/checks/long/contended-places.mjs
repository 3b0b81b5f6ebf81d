/**
 * 100,000 confirmations over 20 seeds on places that do not suffice: no pool beyond its capacity,
 * as many places taken as bookings hold, and as many families told « booked » as are. Prints seeds.
 */
import { confirmCalls } from '../../bench/src/confirm.bench.ts';
import { createDataset } from '../../bench/src/dataset.ts';
import { draftDays } from '../../bench/src/drafts.ts';
import { load } from '../../bench/src/load.ts';
import { countSeats } from '../../bench/src/seats.ts';
import { startStand } from '../../bench/src/stand.ts';

const SEEDS = 20;
const ATTEMPTS_PER_SEED = 5_000;
const FIRST_DAY = '2027-01-11';

const stand = await startStand();
let faults = 0;
try {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const random = randomOf(seed);
    const capacity = 1 + Math.floor(random() * 800);
    const lines = 1 + Math.floor(random() * 3);
    const connections = 20 + Math.floor(random() * 180);
    const families = Math.ceil(ATTEMPTS_PER_SEED / lines);
    const dataset = await createDataset({ ...stand, families, childrenPerFamily: 1, capacity });
    await draftDays(stand.pool, dataset, { unit: 'repas', from: FIRST_DAY, lines, spread: false });
    const calls = confirmCalls(dataset);
    const { bodies, statuses } = await load({
      url: stand.url,
      connections,
      calls,
      keepBodies: true,
    });
    const told = bodies.join('').split('"result":"booked"').length - 1;
    const seats = await countSeats(stand.pool, dataset.organisationId);
    const expected = Math.min(capacity, families) * lines;
    const sound =
      seats.over === 0 && seats.taken === seats.held && told === seats.held && told === expected;
    if (!sound || (statuses.get(200) ?? 0) !== families) faults += 1;
    process.stdout.write(
      `seed ${seed}: ${families} families × ${lines} days on ${capacity} places, ${connections} at once: ` +
        `${told} told booked, ${seats.held} held, ${seats.over} over ${sound ? 'ok' : 'FAULT'}\n`,
    );
  }
} finally {
  await stand.stop();
}
process.exitCode = faults === 0 ? 0 : 1;

/**
 * A small seeded generator (mulberry32), so that a fault can be had again.
 *
 * @param {number} seed
 */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
