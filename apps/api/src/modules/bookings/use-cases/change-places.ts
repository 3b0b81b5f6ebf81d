import type { Day } from '@preau/domain/time/day';
import { type Instant, localDayOf } from '@preau/domain/time/instant';
import type { AuditEntry } from '../../../platform/audit.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { changePools, keptBookings, type PoolChange } from '../../activities/activities.public.ts';
import { askRules } from '../rules.ts';
import { lockPools } from '../staff-waiting.store.ts';
import { offerFreedPlaces } from './offer-freed-places.ts';

export type ChangePlaces = {
  readonly facilityId: string;
  readonly ageGroup: string;
  readonly on: Day;
  readonly pools: readonly {
    readonly part: string;
    readonly capacity: number;
    readonly allowance: number;
  }[];
  readonly reason: string | null;
  readonly keepBookings: boolean;
  readonly now: Instant;
  readonly audit: (within: Tx, entry: AuditEntry) => void;
};

export type ChangePlacesRefusal =
  | { readonly kind: 'refused'; readonly code: 'day-over' }
  /** Bookings hold more places than would be left: they are kept knowingly or not at all. */
  | {
      readonly kind: 'refused';
      readonly code: 'places-held';
      readonly part: string;
      readonly taken: number;
    };

/**
 * Sets the places of a room on a day. Lowered below what is held, it keeps the bookings once the
 * staff has seen how many; raised, what it makes free is offered to who waits.
 */
export async function changePlaces(
  tx: Tx,
  command: ChangePlaces,
): Promise<ChangePlacesRefusal | { readonly kind: 'changed' } | { readonly kind: 'notFound' }> {
  const { facilityId, ageGroup, on, pools, keepBookings, now, audit } = command;
  const room = { facility_id: facilityId, age_group: ageGroup, held_on: on };
  const [held, rules] = await Promise.all([
    lockPools(tx, room),
    askRules(tx.ask, tx.organisationId),
  ]);
  const taken = new Map(held.map((pool) => [pool.part, pool.taken]));
  if (pools.some(({ part }) => !taken.has(part))) return { kind: 'notFound' };
  const { timeZone } = rules(on).reglement.calendar;
  if (on < localDayOf(now, timeZone)) return { kind: 'refused', code: 'day-over' };
  for (const { part, capacity, allowance } of pools) {
    const count = taken.get(part) ?? 0;
    if (count > capacity + allowance && !keepBookings) {
      return { kind: 'refused', code: 'places-held', part, taken: count };
    }
  }
  const changes = pools.map((pool) => changeOf(pool, taken.get(pool.part) ?? 0, command.reason));
  changePools(tx, { facilityId, ageGroup, heldOn: on }, changes);
  audit(tx, {
    objectKind: 'facility',
    objectId: facilityId,
    detail: { ageGroup, on, pools: changes },
  });
  await offerFreedPlaces(tx, [room], rules, now);
  return { kind: 'changed' };
}

function changeOf(
  { part, capacity, allowance }: ChangePlaces['pools'][number],
  taken: number,
  reason: string | null,
): PoolChange {
  const kept = Math.max(taken - capacity, 0);
  return kept > allowance
    ? { part, capacity, allowance: kept, reason: reason ?? keptBookings }
    : { part, capacity, allowance, reason: allowance > 0 ? reason : null };
}
