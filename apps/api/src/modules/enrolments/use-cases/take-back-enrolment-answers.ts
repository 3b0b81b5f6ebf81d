import { mayTakeBack } from '@preau/domain/enrolments/states';
import type { Instant } from '@preau/domain/time/instant';
import type { Tx } from '../../../platform/db/transaction.ts';
import { emitAll } from '../../../platform/outbox/events.ts';
import { askDecision, takeDecisionBack } from '../../decisions/decisions.public.ts';
import { readDetail } from '../answered-detail.ts';
import type { TakenBackEnrolments } from '../enrolment-requests.schemas.ts';
import { findBookedUpon } from '../enrolment-requests.queries.ts';
import { lockEnrolments, settleEnrolments } from '../request.store.ts';

type Result = TakenBackEnrolments['results'][number];

export type TakeBackOutcome =
  | { readonly kind: 'notFound' }
  | { readonly kind: 'final' }
  | { readonly kind: 'takenBack'; readonly results: readonly Result[] };

/**
 * Takes an answer of this account back, while it may be: each request waits again as it did. One
 * that the family changed meanwhile, or booked upon, stands, and its family is told at once.
 */
export async function takeBackEnrolmentAnswers(
  tx: Tx,
  { id, by, now }: { readonly id: string; readonly by: string; readonly now: Instant },
): Promise<TakeBackOutcome> {
  const [decision] = await askDecision(tx.ask, tx.organisationId, { kind: 'enrolments', id, by });
  if (!decision) return { kind: 'notFound' };
  const answered = readDetail(decision.detail);
  const ids = answered.map(({ before }) => before.id);
  const locked = new Map((await lockEnrolments(tx, ids)).map((one) => [one.id, one]));
  if (!(await takeDecisionBack(tx, id, now))) return { kind: 'final' };
  const booked = await findBookedUpon(tx.ask, tx.organisationId, ids);
  const results = answered.flatMap(({ to, before }): Result[] => {
    const current = locked.get(before.id);
    if (!current) return [];
    const { state } = current;
    const stands = (code: Result['code']): Result[] => [
      { enrolmentId: before.id, result: 'notDone', state, code },
    ];
    if (state !== to || current.decidedAt !== decision.at || !mayTakeBack(state, before.state)) {
      return stands('not-pending');
    }
    if (booked.has(before.id)) return stands('booked-since');
    return [{ enrolmentId: before.id, result: 'takenBack', state: before.state, code: null }];
  });
  const back = new Set(
    results.flatMap(({ enrolmentId, result }) => (result === 'takenBack' ? [enrolmentId] : [])),
  );
  settleEnrolments(
    tx,
    answered.flatMap(({ before }) => (back.has(before.id) ? [before] : [])),
  );
  const standing = [...locked.values()].filter((one) => !back.has(one.id) && one.state !== 'ended');
  const households = Map.groupBy(standing, ({ householdId }) => householdId);
  const payloads = [...households].flatMap(([householdId, list]) =>
    householdId === null ? [] : [{ householdId, enrolmentIds: list.map((one) => one.id) }],
  );
  if (payloads.length > 0) emitAll(tx, 'enrolment.answered', payloads, now);
  return { kind: 'takenBack', results };
}
