/**
 * 10,000 random sequences of what families, the staff and time do to the bookings of one lunch, over
 * every way to book, beside a small model of them that shares nothing with the server: the same
 * states, terms and places after each step. Prints the changes that were compared, and the steps of
 * whatever parts.
 */
import {
  liveSequence,
  wanting,
  waysToBook,
} from '../../../apps/api/src/modules/bookings/life-sequences.factory.ts';
import { LifeTown } from '../../../apps/api/src/modules/bookings/life-town.factory.ts';
import { createTestApp } from '../../../apps/api/src/testing/test-app.ts';

const SEQUENCES = Number(process.argv[2] ?? 10_000);
const ways = Object.entries(waysToBook);
const each = Math.ceil(SEQUENCES / ways.length);

// Each way has a server and a database of its own, hence a clock of its own.
const faults = await Promise.all(ways.map(([way, rules], at) => liveMany(way, rules, at * each)));
process.exitCode = faults.every((count) => count === 0) ? 0 : 1;

/**
 * @param {string} way
 * @param {import('../../../apps/api/src/modules/bookings/life-model.factory.ts').ModelRules} rules
 * @param {number} firstSeed
 * @returns {Promise<number>} how many sequences parted
 */
async function liveMany(way, rules, firstSeed) {
  const testApp = await createTestApp();
  let parted = 0;
  try {
    const town = await LifeTown.open(testApp, rules, wanting);
    /** @type {Map<string, number>} */
    const seen = new Map();
    for (let count = 1; count <= each; count += 1) {
      const found = await liveSequence(town, rules, firstSeed + count, seen);
      if (found === null) continue;
      parted += 1;
      process.stdout.write(`${way}: FAULT ${JSON.stringify(found)}\n`);
    }
    const changes = [...seen].map(([change, count]) => `${change} ${count}`).join(', ');
    process.stdout.write(`${way}: ${each} sequences, ${changes}\n`);
  } finally {
    await testApp.close();
  }
  return parted;
}
