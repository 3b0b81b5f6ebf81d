import type { Instant } from '@preau/domain/time/instant';
import type { Tx } from '../../../platform/db/transaction.ts';
import { emitAll } from '../../../platform/outbox/events.ts';
import { acceptEnrolments, lockEnrolledChild } from '../enrolment.store.ts';
import type { EnrolmentRefusal } from '../enrolments.errors.ts';
import { askOpenRequests, askWelcomes } from '../enrolments.queries.ts';

/** Activities the office accepts a child in, for one school year. */
export type Enrolling = {
  /** `2026-2027`. */
  readonly schoolYear: string;
  readonly ageGroup: string;
  readonly activityIds: readonly string[];
  /** Account of who enrols. */
  readonly by: string;
  readonly now: Instant;
};

/**
 * Accepts a child in activities that welcome its age group. What it was enrolled in before stays;
 * repeating it changes nothing. A household that had asked for one of them is told.
 * @returns why it was refused, or `null`.
 */
export async function enrolChild(
  tx: Tx,
  childId: string,
  { schoolYear, ageGroup, activityIds, by, now }: Enrolling,
): Promise<EnrolmentRefusal | null> {
  const wanted = [...new Set(activityIds)];
  const [isKnown, welcomes, open] = await Promise.all([
    lockEnrolledChild(tx, childId),
    askWelcomes(tx.ask, tx.organisationId, wanted),
    askOpenRequests(tx.ask, tx.organisationId, { childId, schoolYear, activityIds: wanted }),
  ]);
  if (!isKnown) return 'child-unknown';
  if (welcomes.length !== wanted.length) return 'activity-unknown';
  if (welcomes.some(({ ageGroups }) => !ageGroups.includes(ageGroup))) {
    return 'age-group-not-welcome';
  }
  acceptEnrolments(
    tx,
    wanted.map((activityId) => ({ childId, activityId, ageGroup, schoolYear })),
    { by, at: now },
  );
  const asked = Map.groupBy(open, ({ householdId }) => householdId);
  const payloads = [...asked].map(([householdId, list]) => ({
    householdId,
    enrolmentIds: list.map(({ id }) => id),
  }));
  if (payloads.length > 0) emitAll(tx, 'enrolment.answered', payloads, now);
  return null;
}
