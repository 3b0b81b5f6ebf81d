/**
 * Backups taken while 3,000 families confirm their carts, each restored elsewhere: every one holds
 * one moment, with whole confirmations, their bookings, places, audit and events.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { confirmCalls } from '../../bench/src/confirm.bench.ts';
import { createDataset } from '../../bench/src/dataset.ts';
import { draftDays } from '../../bench/src/drafts.ts';
import { load } from '../../bench/src/load.ts';
import { startStand } from '../../bench/src/stand.ts';
import { restoreBackup } from '../../dev/backup/restore-backup.mjs';
import { writeBackup } from '../../dev/backup/write-backup.mjs';
import { enterAlone } from '../../dev/database-at-hand.mjs';
import { startCluster } from '../../dev/embedded-postgres.mjs';
import { PROJECT } from '../../dev/places.mjs';
import { withClient } from '../../dev/postgres-roles.mjs';

const ROUNDS = 5;
const FAMILIES = 3_000;
const LINES = 5;
const CONNECTIONS = 20;

const { signal } = new AbortController();
const stand = await startStand();
const folder = mkdtempSync(path.join(PROJECT, '.preau', 'restored-'));
let faults = 0;
try {
  const { superuserUrl } = await startCluster({ folder: path.join(stand.state, 'data') });
  // As a running site does: whoever backs up leaves the server to it.
  const leave = await enterAlone(superuserUrl);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const dataset = await createDataset({
      ...stand,
      families: FAMILIES,
      childrenPerFamily: 1,
      capacity: FAMILIES,
    });
    await draftDays(stand.pool, dataset, {
      unit: 'repas',
      from: '2027-01-11',
      lines: LINES,
      spread: true,
    });
    const calls = confirmCalls(dataset);
    const loading = load({ url: stand.url, connections: CONNECTIONS, calls });
    await sleep(200 * round);
    const file = path.join(folder, `${round}.tar.zst`);
    const at = new Date().toISOString();
    await writeBackup({ state: stand.state, target: file, madeAt: at, signal });
    const { statuses } = await loading;

    const state = path.join(folder, String(round));
    await restoreBackup({ state, file, replace: false, at, signal });
    const found = await countIn(state, dataset.organisationId);
    const whole =
      found.receipts === found.audits &&
      found.receipts === found.events &&
      found.bookings === LINES * found.receipts;
    const answered = statuses.get(200) ?? 0;
    const between = found.receipts > 0 && found.receipts < FAMILIES;
    if (!whole || answered !== FAMILIES) faults += 1;
    process.stdout.write(
      `round ${round}: ${found.receipts} of ${answered} confirmations in the backup${between ? '' : ' (none during it)'}, ` +
        `${found.bookings} bookings, ${found.audits} audit events ${whole ? 'ok' : 'FAULT'}\n`,
    );
    rmSync(state, { recursive: true, force: true });
  }
  await leave?.();
} finally {
  await stand.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = faults === 0 ? 0 : 1;

/**
 * @param {string} state
 * @param {string} organisationId
 * @returns {Promise<{ receipts: number, audits: number, events: number, bookings: number }>}
 */
async function countIn(state, organisationId) {
  const cluster = await startCluster({ folder: path.join(state, 'data') });
  try {
    return await withClient(new URL('/preau', cluster.superuserUrl).href, async (client) => {
      const { rows } = await client.query(
        `select (select count(*)::int from confirmation where organisation_id = $1) as receipts,
           (select count(*)::int from audit_event where organisation_id = $1 and action = 'cart.confirmed') as audits,
           (select count(*)::int from event where organisation_id = $1 and type = 'cart.confirmed') as events,
           (select count(*)::int from booking where organisation_id = $1) as bookings`,
        [organisationId],
      );
      return rows[0];
    });
  } finally {
    await cluster.stop();
  }
}
