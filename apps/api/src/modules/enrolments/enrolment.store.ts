import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';

/** A child accepted in an activity, in an age group, for a school year (`2026-2027`). */
export type AcceptedEnrolment = {
  readonly childId: string;
  readonly activityId: string;
  readonly ageGroup: string;
  readonly schoolYear: string;
};

const accept = statement<never>(
  'enrolment.accept',
  `insert into enrolment (organisation_id, id, child_id, activity_id, age_group, school_year, state)
   select $1, id, child_id, activity_id, age_group, school_year, 'accepted'
   from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[])
     as accepted (id, child_id, activity_id, age_group, school_year)
   on conflict (organisation_id, child_id, activity_id, school_year)
   do update set state = 'accepted', age_group = excluded.age_group, answer_due_at = null, reason = null,
     decided_by = $7, decided_at = to_timestamp($8::float8 / 1000)`,
);

/**
 * Records enrolments as accepted, set-based; one that exists already is accepted too.
 * @param decided who accepts what was asked for, and when.
 */
export function acceptEnrolments(
  tx: Tx,
  accepted: readonly AcceptedEnrolment[],
  decided: { readonly by: string; readonly at: Instant } | null = null,
): void {
  tx.write(accept, [
    tx.organisationId,
    accepted.map(() => newId()),
    accepted.map(({ childId }) => childId),
    accepted.map(({ activityId }) => activityId),
    accepted.map(({ ageGroup }) => ageGroup),
    accepted.map(({ schoolYear }) => schoolYear),
    decided?.by ?? null,
    decided?.at ?? null,
  ]);
}

const lockChild = statement<{ id: string }>(
  'enrolment.lock-child',
  'select id from child where organisation_id = $1 and id = $2 for no key update',
);

/** Locks the child to be enrolled; false when the organisation knows no such child. */
export async function lockEnrolledChild(tx: Tx, childId: string): Promise<boolean> {
  return (await tx.ask(lockChild, [tx.organisationId, childId])).length === 1;
}
