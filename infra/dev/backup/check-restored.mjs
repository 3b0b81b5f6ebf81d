import { OperatorError } from '../operator-error.mjs';

/**
 * What a restored database holds, once nothing in it contradicts the backup or itself.
 *
 * @typedef {import('pg').Client} Client
 * @typedef {import('./read-backup.mjs').BackupRead} BackupRead
 *
 * @typedef {object} Restored
 * @property {Record<string, number>} rows by table
 * @property {number} pools rooms and parts of a day whose places were counted again
 * @property {number} placesHeld
 */

/**
 * @param {Client} superuser connected to the restored database; not bound by row security
 * @param {Pick<BackupRead, 'label' | 'manifest'>} read
 * @returns {Promise<Restored>}
 * @throws {OperatorError} the first contradiction
 */
export async function checkRestored(superuser, { label, manifest }) {
  await superuser.query('begin transaction isolation level repeatable read read only');
  const { rows: applied } = await superuser.query('select name from schema_migration order by id');
  const migrations = applied.map(({ name }) => name);
  if (migrations.join() !== label.migrations.join()) {
    throw wrong(`its schema has ${migrations.length} migrations, not ${label.migrations.length}`);
  }
  const rows = await countTables(superuser);
  for (const [table, least] of Object.entries(manifest.atLeast)) {
    const found = rows[table] ?? 0;
    if (found < least) throw wrong(`${table} has ${found} rows and had ${least}`);
  }
  const places = await countPlaces(superuser);
  if (places.wrong > 0) {
    throw wrong(`${places.wrong} of its ${places.pools} seat pools are not what its bookings hold`);
  }
  const { rows: ahead } = await superuser.query(
    'select reader from event_cursor where xid >= pg_snapshot_xmax(pg_current_snapshot())',
  );
  if (ahead.length > 0) throw wrong(`${ahead[0].reader} has read events that it does not have`);
  await superuser.query('commit');
  return { rows, pools: places.pools, placesHeld: places.held };
}

/**
 * Every row of every table is read, and with it the checksum of its page verified.
 *
 * @param {Client} superuser
 * @returns {Promise<Record<string, number>>}
 */
async function countTables(superuser) {
  const { rows: tables } = await superuser.query(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`,
  );
  /** @type {Record<string, number>} */
  const counted = {};
  for (const { name } of tables) {
    const { rows } = await superuser.query(
      `select count(*)::float8 as rows from ${superuser.escapeIdentifier(name)}`,
    );
    counted[name] = rows[0].rows;
  }
  return counted;
}

/**
 * Counts again, from the bookings, the places taken in every pool.
 *
 * @param {Client} superuser
 * @returns {Promise<{ pools: number, wrong: number, held: number }>}
 */
async function countPlaces(superuser) {
  // A backup of before requests might keep no place: what a booking is said it all.
  const { rowCount: remembers } = await superuser.query(
    `select from information_schema.columns
     where table_schema = 'public' and table_name = 'booking' and column_name = 'holds_place'`,
  );
  const holds = remembers === 1 ? 'b.holds_place' : 'holds_place(b.state)';
  const { rows } = await superuser.query(
    `with place as (
       select organisation_id, facility_id, age_group, held_on, part, taken, 0 as held, 1 as pools from seat_pool
       union all
       select b.organisation_id, s.facility_id, s.age_group, s.held_on, part, 0, count(*), 0
       from booking b
       join session s on s.organisation_id = b.organisation_id and s.id = b.session_id
       cross join unnest(s.parts) as part
       where ${holds}
       group by b.organisation_id, s.facility_id, s.age_group, s.held_on, part
     ), pool as (
       select sum(taken) as taken, sum(held) as held, sum(pools) as pools from place
       group by organisation_id, facility_id, age_group, held_on, part
     )
     select count(*)::float8 as pools, coalesce(sum(held), 0)::float8 as held,
            (count(*) filter (where taken <> held or pools <> 1))::float8 as wrong
     from pool`,
  );
  return rows[0];
}

/** @param {string} what */
function wrong(what) {
  return new OperatorError(`The restored database contradicts itself: ${what}.`);
}
