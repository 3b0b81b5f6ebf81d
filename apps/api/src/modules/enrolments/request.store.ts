import type { EnrolmentState } from '@preau/domain/enrolments/states';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { EnrolledChild } from './household-facts.queries.ts';

const lockChild = statement<EnrolledChild>(
  'enrolment.lock-own-child',
  `select id, first_name as "firstName", birth_on as "bornOn", school_class as "schoolClass"
   from child
   where organisation_id = $1 and id = $3
     and exists (select from household_child hc
                 where hc.organisation_id = $1 and hc.household_id = $2 and hc.child_id = $3)
   for no key update`,
);

/** Locks a child of a household; `undefined` when it is not theirs. */
export async function lockOwnChild(
  tx: Tx,
  householdId: string,
  childId: string,
): Promise<EnrolledChild | undefined> {
  const [found] = await tx.ask(lockChild, [tx.organisationId, householdId, childId]);
  return found;
}

/** A request as it is written; what was refused or taken back before is asked for again. */
export type WrittenRequest = {
  readonly id: string;
  readonly activityId: string;
  readonly ageGroup: string;
  readonly dueAt: Instant | null;
};

const write = statement<{ id: string; activity_id: string }>(
  'enrolment.write-requests',
  `insert into enrolment (organisation_id, id, child_id, activity_id, age_group, school_year, state,
     household_id, requested_by, requested_at, answer_due_at, note)
   select $1, r.id, $2, r.activity_id, r.age_group, $3, 'requested', $4, $5,
     to_timestamp($6::float8 / 1000), to_timestamp(r.due_at / 1000), $7
   from unnest($8::uuid[], $9::uuid[], $10::text[], $11::float8[]) as r (id, activity_id, age_group, due_at)
   on conflict (organisation_id, child_id, activity_id, school_year)
   do update set state = 'requested', age_group = excluded.age_group,
     household_id = excluded.household_id, requested_by = excluded.requested_by,
     requested_at = excluded.requested_at, answer_due_at = excluded.answer_due_at,
     note = excluded.note, reason = null, decided_by = null, decided_at = null
   returning id, activity_id`,
);

/**
 * Writes what a household asks for, for one child it holds locked.
 * @returns the id of each request, by activity.
 */
export async function writeRequests(
  tx: Tx,
  by: {
    readonly householdId: string;
    readonly accountId: string;
    readonly childId: string;
    readonly schoolYear: string;
    readonly note: string;
  },
  requests: readonly WrittenRequest[],
  now: Instant,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.ask(write, [
    tx.organisationId,
    by.childId,
    by.schoolYear,
    by.householdId,
    by.accountId,
    now,
    by.note,
    requests.map(({ id }) => id),
    requests.map(({ activityId }) => activityId),
    requests.map(({ ageGroup }) => ageGroup),
    requests.map(({ dueAt }) => dueAt),
  ]);
  return new Map(rows.map(({ id, activity_id }) => [activity_id, id]));
}

/** An enrolment that is about to change, held until the commit. */
export type LockedEnrolment = {
  readonly id: string;
  readonly childId: string;
  readonly activityId: string;
  readonly schoolYear: string;
  readonly householdId: string | null;
  readonly state: EnrolmentState;
  readonly ageGroup: string;
  readonly answerDueAt: Instant | null;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  /** Ended because the family took its request back. */
  readonly withdrawn: boolean;
};

const lockChildrenOf = statement<{ id: string }>(
  'enrolment.lock-children-of',
  `select id from child
   where organisation_id = $1
     and id = any(array(select child_id from enrolment where organisation_id = $1 and id = any($2::uuid[])))
   order by id for no key update`,
);

const lock = statement<LockedEnrolment>(
  'enrolment.lock',
  `select e.id, e.child_id as "childId", e.activity_id as "activityId", e.school_year as "schoolYear",
     e.household_id as "householdId", e.state, e.age_group as "ageGroup",
     (extract(epoch from e.answer_due_at) * 1000)::bigint as "answerDueAt", e.reason,
     e.decided_by as "decidedBy", (extract(epoch from e.decided_at) * 1000)::bigint as "decidedAt",
     e.state = 'ended' and exists (select from account a where a.organisation_id = e.organisation_id
       and a.id = e.decided_by and a.surface = 'family') as withdrawn
   from enrolment e
   where e.organisation_id = $1 and e.id = any($2::uuid[])
   order by e.id for no key update of e`,
);

/** Locks the children of these enrolments, then the enrolments; what is unknown is not there. */
export async function lockEnrolments(tx: Tx, ids: readonly string[]): Promise<LockedEnrolment[]> {
  await tx.ask(lockChildrenOf, [tx.organisationId, ids]);
  return tx.ask(lock, [tx.organisationId, ids]);
}

/** What an enrolment becomes, whoever decides. */
export type SettledEnrolment = Pick<
  LockedEnrolment,
  'id' | 'state' | 'ageGroup' | 'answerDueAt' | 'reason' | 'decidedBy' | 'decidedAt'
>;

const settle = statement<never>(
  'enrolment.settle',
  `update enrolment e
   set state = s.state, age_group = s.age_group, answer_due_at = to_timestamp(s.answer_due_at / 1000),
     reason = s.reason, decided_by = s.decided_by, decided_at = to_timestamp(s.decided_at / 1000)
   from unnest($2::uuid[], $3::text[], $4::text[], $5::float8[], $6::text[], $7::uuid[], $8::float8[])
     as s (id, state, age_group, answer_due_at, reason, decided_by, decided_at)
   where e.organisation_id = $1 and e.id = s.id`,
);

export function settleEnrolments(tx: Tx, settled: readonly SettledEnrolment[]): void {
  if (settled.length === 0) return;
  tx.write(settle, [
    tx.organisationId,
    settled.map(({ id }) => id),
    settled.map(({ state }) => state),
    settled.map(({ ageGroup }) => ageGroup),
    settled.map(({ answerDueAt }) => answerDueAt),
    settled.map(({ reason }) => reason),
    settled.map(({ decidedBy }) => decidedBy),
    settled.map(({ decidedAt }) => decidedAt),
  ]);
}
