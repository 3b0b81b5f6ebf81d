import type { Closure } from '@preau/domain/calendar/calendar';
import { day, type Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { and, eq } from 'drizzle-orm';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { activity, closure, unit } from './activities.tables.ts';

/** A unit as the organisation offers it at a facility. */
export type OfferedUnit = {
  readonly unitId: string;
  readonly unit: string;
  readonly activity: string;
  readonly facilityId: string;
};

export type SessionRow = {
  readonly unitId: string;
  readonly facilityId: string;
  readonly group: string;
  readonly on: Day;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly parts: readonly string[];
  /** Why it does not take place; `null` when it does. */
  readonly closedLabel: string | null;
};

export type PoolRow = {
  readonly facilityId: string;
  readonly group: string;
  readonly on: Day;
  readonly part: string;
  readonly capacity: number;
};

/** The units offered, in every facility. */
export async function findOfferedUnits(tx: Tx): Promise<OfferedUnit[]> {
  return tx.orm
    .select({
      unitId: unit.id,
      unit: unit.code,
      activity: activity.code,
      facilityId: activity.facilityId,
    })
    .from(unit)
    .innerJoin(
      activity,
      and(eq(activity.organisationId, unit.organisationId), eq(activity.id, unit.activityId)),
    )
    .where(eq(unit.organisationId, tx.organisationId));
}

/** Every closure of the organisation, oldest first. */
export async function findClosures(tx: Tx): Promise<Closure[]> {
  const rows = await tx.orm
    .select()
    .from(closure)
    .where(eq(closure.organisationId, tx.organisationId))
    .orderBy(closure.fromOn, closure.id);
  return rows.map((row) => ({
    from: day(row.fromOn),
    until: day(row.untilOn),
    label: row.label,
    facilityId: row.facilityId,
    activityCode: row.activityCode,
  }));
}

// A session keeps the parts of the day it was opened with: places were taken from them.
const writeSessions = statement<{ written: number; closed: number }>(
  'session.open',
  `with planned as (
     select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::date[], $7::float8[], $8::float8[],
       $9::text[], $10::text[])
       as p (id, unit_id, facility_id, age_group, held_on, starts_ms, ends_ms, parts, closed_label)
   ), written as (
     insert into session
       (organisation_id, id, unit_id, facility_id, age_group, held_on, starts_at, ends_at, parts, closed_label)
     select $1, id, unit_id, facility_id, age_group, held_on,
       to_timestamp(starts_ms / 1000), to_timestamp(ends_ms / 1000), parts::text[], closed_label
     from planned
     on conflict (organisation_id, unit_id, age_group, held_on) do update
       set starts_at = excluded.starts_at, ends_at = excluded.ends_at, closed_label = excluded.closed_label
       where not session.overridden
         and (session.starts_at, session.ends_at, session.closed_label)
           is distinct from (excluded.starts_at, excluded.ends_at, excluded.closed_label)
     returning 1
   ), closed as (
     update session set closed_label = $13
     where organisation_id = $1 and held_on between $11 and $12 and closed_label is null and not overridden
       and not exists (
         select from planned p
         where p.unit_id = session.unit_id and p.age_group = session.age_group and p.held_on = session.held_on)
     returning 1
   )
   select (select count(*) from written)::int as written, (select count(*) from closed)::int as closed`,
);

/**
 * Applies the difference between the sessions planned for a range of days and those that exist:
 * missing ones are opened, changed ones follow, those no longer planned are closed. Nothing is
 * deleted, and what the staff decided by hand stays.
 * @returns how many sessions were opened or changed, and how many closed.
 */
export async function saveSessions(
  tx: Tx,
  range: { readonly from: Day; readonly until: Day },
  sessions: readonly SessionRow[],
  unplannedLabel: string,
): Promise<{ readonly written: number; readonly closed: number }> {
  const [counts] = await tx.ask(writeSessions, [
    tx.organisationId,
    sessions.map(() => newId()),
    sessions.map(({ unitId }) => unitId),
    sessions.map(({ facilityId }) => facilityId),
    sessions.map(({ group }) => group),
    sessions.map(({ on }) => on),
    sessions.map(({ startsAt }) => startsAt),
    sessions.map(({ endsAt }) => endsAt),
    sessions.map(({ parts }) => `{${parts.map((part) => JSON.stringify(part)).join(',')}}`),
    sessions.map(({ closedLabel }) => closedLabel),
    range.from,
    range.until,
    unplannedLabel,
  ]);
  return counts ?? { written: 0, closed: 0 };
}

/** Why a pool has more places than its capacity when it was lowered below what was taken. */
export const keptBookings = 'kept bookings';

// What was granted for another reason stays granted; what kept bookings needed shrinks with the need.
const writePools = statement<{ written: number }>(
  'seatPool.open',
  `with written as (
     insert into seat_pool (organisation_id, facility_id, age_group, held_on, part, capacity)
     select $1, facility_id, age_group, held_on, part, capacity
     from unnest($2::uuid[], $3::text[], $4::date[], $5::text[], $6::int[])
       as p (facility_id, age_group, held_on, part, capacity)
     order by facility_id, age_group, held_on, part
     on conflict (organisation_id, facility_id, age_group, held_on, part) do update
       set (capacity, allowance, allowance_reason) = (
         select excluded.capacity, greatest(kept, granted),
           case when kept > granted then $7 when granted > 0 then seat_pool.allowance_reason end
         from (select greatest(0, seat_pool.taken - excluded.capacity) as kept,
                 case when seat_pool.allowance_reason = $7 then 0 else seat_pool.allowance end as granted) a)
       where not seat_pool.overridden and seat_pool.capacity <> excluded.capacity
     returning 1
   )
   select count(*)::int as written from written`,
);

/**
 * Gives each pool its capacity. Lowering it below the places taken keeps the bookings: the
 * allowance rises by what is missing, with the reason "kept bookings".
 * @returns how many pools were made or changed.
 */
export async function savePools(tx: Tx, pools: readonly PoolRow[]): Promise<number> {
  const [counts] = await tx.ask(writePools, [
    tx.organisationId,
    pools.map(({ facilityId }) => facilityId),
    pools.map(({ group }) => group),
    pools.map(({ on }) => on),
    pools.map(({ part }) => part),
    pools.map(({ capacity }) => capacity),
    keptBookings,
  ]);
  return counts?.written ?? 0;
}
