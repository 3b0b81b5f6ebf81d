import { type Instant, localDayOf } from '@preau/domain/time/instant';
import type { AuditEntry } from '../../../platform/audit.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { deleteClosure, lockClosure } from '../../activities/activities.public.ts';
import { getOrganisation } from '../../organisations/organisations.public.ts';

export type RemoveRefusal = 'not-theirs' | 'closure-begun';

export type RemoveResult =
  | { readonly kind: 'removed'; readonly reopenedSessions: number }
  | { readonly kind: 'refused'; readonly code: RemoveRefusal };

/**
 * Forgets a closure that has not begun: its sessions take place again. The bookings it cancelled
 * stay cancelled: families were told, and book again if they wish.
 */
export async function removeClosure(
  tx: Tx,
  command: {
    readonly id: string;
    readonly now: Instant;
    readonly audit: (within: Tx, entry: AuditEntry) => void;
  },
): Promise<RemoveResult> {
  const { id, now, audit } = command;
  const [closure, { settings }] = await Promise.all([
    lockClosure(tx, id),
    getOrganisation(tx.ask, tx.organisationId),
  ]);
  if (!closure) return { kind: 'refused', code: 'not-theirs' };
  if (closure.from < localDayOf(now, settings.timeZone)) {
    return { kind: 'refused', code: 'closure-begun' };
  }
  const reopenedSessions = await deleteClosure(tx, id, closure);
  const { facilityId, activityCode, from, until } = closure;
  audit(tx, {
    objectKind: 'closure',
    objectId: id,
    detail: { facilityId, activityCode, from, until, reopenedSessions },
  });
  return { kind: 'removed', reopenedSessions };
}
