import type { EnrolmentState } from '@preau/domain/enrolments/states';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

/** An enrolment as e-mails speak of it. */
export type ToldEnrolment = {
  readonly childFirstName: string;
  readonly activityLabel: string;
  readonly facility: string;
  readonly schoolYear: string;
  readonly state: EnrolmentState;
  /** When the service answers by; `null` where it promises nothing. */
  readonly answerDueAt: Instant | null;
  /** Why it is refused, or what is missing, in the words of the service. */
  readonly reason: string | null;
};

const enrolments = statement<ToldEnrolment>(
  'communication.enrolments',
  `select c.first_name as "childFirstName", a.label as "activityLabel", f.name as facility,
          e.school_year as "schoolYear", e.state,
          (extract(epoch from e.answer_due_at) * 1000)::bigint as "answerDueAt", e.reason
   from enrolment e
   join child c on c.organisation_id = $1 and c.id = e.child_id
   join activity a on a.organisation_id = $1 and a.id = e.activity_id
   join facility f on f.organisation_id = $1 and f.id = a.facility_id
   where e.organisation_id = $1 and e.household_id = $2 and e.id = any($3::uuid[])
   order by c.first_name, a.label, e.id`,
);

/** Enrolments that one household asked for. */
export function askToldEnrolments(
  ask: Ask,
  organisationId: string,
  householdId: string,
  enrolmentIds: readonly string[],
): Promise<ToldEnrolment[]> {
  return ask(enrolments, [organisationId, householdId, enrolmentIds]);
}
