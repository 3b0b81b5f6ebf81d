import type { Closure } from '@preau/domain/calendar/calendar';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { and, eq } from 'drizzle-orm';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { closure } from './activities.tables.ts';

/** Who of the staff declared a closure, when, and how many bookings it cancelled. */
export type DeclaredBy = {
  readonly accountId: string;
  readonly at: Instant;
  readonly cancelled: number;
};

/** Sessions closed meanwhile for another reason, or opened by hand, keep what they have. */
const within = `s.organisation_id = $1 and s.held_on between $4 and $5 and not s.overridden
     and ($2::uuid is null or s.facility_id = $2)
     and ($3::text is null or exists (
       select from unit u join activity a on a.organisation_id = $1 and a.id = u.activity_id
       where u.organisation_id = $1 and u.id = s.unit_id and a.code = $3))`;

/** SQL of the sessions `s` that a closure closes; `$1` to `$5` are `closureScope`. */
export const closedByClosure = `${within} and s.closed_label is null`;

/** What names the sessions of a closure, as the first values of a statement. */
export function closureScope(
  organisationId: string,
  { facilityId, activityCode, from, until }: Omit<Closure, 'label'>,
): readonly [string, string | null, string | null, Day, Day] {
  return [organisationId, facilityId, activityCode, from, until];
}

const closeSessions = statement<{ id: string }>(
  'session.closeForClosure',
  `update session s set closed_label = $6 where ${closedByClosure} returning s.id`,
);

/**
 * Records a closure and closes the sessions it covers; bookings on them are the caller's.
 * @param declared `null` where nobody of the staff did it by hand
 * @returns the closure's id, and how many sessions it closed.
 */
export async function insertClosure(
  tx: Tx,
  added: Closure,
  declared: DeclaredBy | null,
): Promise<{ readonly id: string; readonly sessions: number }> {
  const id = newId();
  await tx.orm.insert(closure).values({
    organisationId: tx.organisationId,
    id,
    facilityId: added.facilityId,
    activityCode: added.activityCode,
    fromOn: added.from,
    untilOn: added.until,
    label: added.label,
    declaredBy: declared?.accountId ?? null,
    declaredAt: declared ? new Date(declared.at) : null,
    cancelled: declared?.cancelled ?? 0,
  });
  const closed = await tx.ask(closeSessions, [
    ...closureScope(tx.organisationId, added),
    added.label,
  ]);
  return { id, sessions: closed.length };
}

// A session that another closure covers stays closed, under the label of that one.
const reopenSessions = statement<{ id: string }>(
  'session.reopenAfterClosure',
  `update session s set closed_label = (
     select o.label from closure o
     join unit u on u.organisation_id = $1 and u.id = s.unit_id
     join activity a on a.organisation_id = $1 and a.id = u.activity_id
     where o.organisation_id = $1 and o.id <> $7 and s.held_on between o.from_on and o.until_on
       and (o.facility_id is null or o.facility_id = s.facility_id)
       and (o.activity_code is null or o.activity_code = a.code)
     order by o.from_on, o.id limit 1)
   where ${within} and s.closed_label = $6
   returning s.id`,
);

/**
 * Forgets a closure. Its sessions take place again, but for those that another closure covers.
 * @returns how many sessions were closed by it.
 */
export async function deleteClosure(tx: Tx, id: string, removed: Closure): Promise<number> {
  const reopened = await tx.ask(reopenSessions, [
    ...closureScope(tx.organisationId, removed),
    removed.label,
    id,
  ]);
  await tx.orm
    .delete(closure)
    .where(and(eq(closure.organisationId, tx.organisationId), eq(closure.id, id)));
  return reopened.length;
}

type LockedClosure = {
  from: Day;
  until: Day;
  label: string;
  facility_id: string | null;
  activity_code: string | null;
};

const lock = statement<LockedClosure>(
  'closure.lock',
  `select from_on as "from", until_on as until, label, facility_id, activity_code from closure
   where organisation_id = $1 and id = $2 for update`,
);

/** A closure, held until the end of the transaction; undefined where there is none. */
export async function lockClosure(tx: Tx, id: string): Promise<Closure | undefined> {
  const [row] = await tx.ask(lock, [tx.organisationId, id]);
  if (!row) return undefined;
  const { facility_id: facilityId, activity_code: activityCode, from, until, label } = row;
  return { from, until, label, facilityId, activityCode };
}
