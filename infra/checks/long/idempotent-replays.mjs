/**
 * 10,000 confirmations sent in parallel under ten keys, one per family: each key has one effect and
 * one answer, letter by letter.
 */
import { confirmCalls } from '../../bench/src/confirm.bench.ts';
import { createDataset } from '../../bench/src/dataset.ts';
import { draftDays } from '../../bench/src/drafts.ts';
import { load } from '../../bench/src/load.ts';
import { countSeats } from '../../bench/src/seats.ts';
import { startStand } from '../../bench/src/stand.ts';

const KEYS = 10;
const REPLAYS = 1_000;

const stand = await startStand();
try {
  const dataset = await createDataset({
    ...stand,
    families: KEYS,
    childrenPerFamily: 1,
    capacity: 1_000,
  });
  await draftDays(stand.pool, dataset, {
    unit: 'repas',
    from: '2027-01-11',
    lines: 2,
    spread: true,
  });
  const each = confirmCalls(dataset);
  const calls = Array.from({ length: REPLAYS }, () => each).flat();
  const { bodies, statuses } = await load({
    url: stand.url,
    connections: 100,
    calls,
    keepBodies: true,
  });
  const seats = await countSeats(stand.pool, dataset.organisationId);
  const answers = new Set(bodies).size;
  process.stdout.write(
    `${calls.length} replays of ${KEYS} keys: ${answers} answers, ${seats.held} places held, statuses ${[...statuses].join(' ')}\n`,
  );
  const sound =
    answers === KEYS &&
    seats.held === 2 * KEYS &&
    seats.taken === seats.held &&
    statuses.size === 1;
  process.exitCode = sound ? 0 : 1;
} finally {
  await stand.stop();
}
