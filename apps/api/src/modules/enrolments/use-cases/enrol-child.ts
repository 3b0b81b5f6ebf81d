import type { Tx } from '../../../platform/db/transaction.ts';
import { acceptEnrolments, lockEnrolledChild } from '../enrolment.store.ts';
import type { EnrolmentRefusal } from '../enrolments.errors.ts';
import { askWelcomes } from '../enrolments.queries.ts';

/** Activities the office accepts a child in, for one school year. */
export type Enrolling = {
  /** `2026-2027`. */
  readonly schoolYear: string;
  readonly ageGroup: string;
  readonly activityIds: readonly string[];
};

/**
 * Accepts a child in activities that welcome its age group. What it was enrolled in before stays;
 * repeating it changes nothing.
 * @returns why it was refused, or `null`.
 */
export async function enrolChild(
  tx: Tx,
  childId: string,
  { schoolYear, ageGroup, activityIds }: Enrolling,
): Promise<EnrolmentRefusal | null> {
  const wanted = [...new Set(activityIds)];
  const [isKnown, welcomes] = await Promise.all([
    lockEnrolledChild(tx, childId),
    askWelcomes(tx.ask, tx.organisationId, wanted),
  ]);
  if (!isKnown) return 'child-unknown';
  if (welcomes.length !== wanted.length) return 'activity-unknown';
  if (welcomes.some(({ ageGroups }) => !ageGroups.includes(ageGroup))) {
    return 'age-group-not-welcome';
  }
  acceptEnrolments(
    tx,
    wanted.map((activityId) => ({ childId, activityId, ageGroup, schoolYear })),
  );
  return null;
}
