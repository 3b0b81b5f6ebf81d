import { findEnrolmentTransition } from '@preau/domain/enrolments/states';
import type { Instant } from '@preau/domain/time/instant';
import type { FamilyClaims } from '../../../platform/auth/actor.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { RequestRefusal } from '../enrolments.errors.ts';
import { lockEnrolments, settleEnrolments } from '../request.store.ts';

export type WithdrawResult =
  | { readonly kind: 'withdrawn' | 'repeated' | 'notFound' }
  | { readonly kind: 'refused'; readonly code: RequestRefusal };

/**
 * Takes back a request of the caller's household that is not settled yet. Where the staff has
 * answered meanwhile, its answer stands and the family is told.
 */
export async function withdrawEnrolment(
  tx: Tx,
  id: string,
  { householdId, accountId }: FamilyClaims,
  now: Instant,
): Promise<WithdrawResult> {
  const [locked] = await lockEnrolments(tx, [id]);
  if (!locked || locked.householdId !== householdId) return { kind: 'notFound' };
  if (locked.withdrawn) return { kind: 'repeated' };
  const transition = findEnrolmentTransition(locked.state, 'withdraw', 'guardian');
  if (!transition) return { kind: 'refused', code: 'already-decided' };
  const { ageGroup } = locked;
  const ended = { id, state: transition.to, ageGroup, answerDueAt: null, reason: null };
  settleEnrolments(tx, [{ ...ended, decidedBy: accountId, decidedAt: now }]);
  return { kind: 'withdrawn' };
}
