/**
 * Waiting lists over 10 seeds: 200 families on 20 places join at once, then cancel, accept, decline,
 * leave and come back at random while offers lapse. Each list is lived again from what was written
 * down: nobody overtaken, nobody left beside a free place, as many places taken as bookings hold.
 * Prints seeds.
 */
import { openTestTown, seatsOf } from '../../../apps/api/src/modules/bookings/bookings.factory.ts';
import { rushOnPlaces } from '../../../apps/api/src/modules/bookings/waiting-contention.factory.ts';
import { replayList } from '../../../apps/api/src/modules/bookings/waiting-replay.factory.ts';
import { transaction } from '../../../apps/api/src/platform/db/transaction.ts';
import { createTestApp } from '../../../apps/api/src/testing/test-app.ts';

const SEEDS = 10;
const PLACES = 20;
const RUSH = { families: 200, rounds: 54, actingAtOnce: 40 };

let faulty = 0;
for (let seed = 1; seed <= SEEDS; seed += 1) {
  const testApp = await createTestApp();
  try {
    const town = await openTestTown(testApp, { capacity: PLACES });
    const statuses = await rushOnPlaces(testApp, town, { ...RUSH, seed });
    const seats = await transaction(testApp.database, town.organisation.id, seatsOf);
    const { faults, offers, lapses } = await replayList(testApp, town, PLACES);
    const told = [...statuses].filter((status) => ![200, 204, 409, 503].includes(status));
    const sound =
      faults.length === 0 && told.length === 0 && seats.over === 0 && seats.taken === seats.held;
    if (!sound) faulty += 1;
    process.stdout.write(
      `seed ${seed}: ${offers} offers, ${lapses} lapses, ${seats.held} places held ` +
        `${sound ? 'ok' : `FAULT ${JSON.stringify({ seats, told, faults: faults.slice(0, 5) })}`}\n`,
    );
  } finally {
    await testApp.close();
  }
}
process.exitCode = faulty === 0 ? 0 : 1;
