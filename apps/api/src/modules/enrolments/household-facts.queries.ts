import type { GivenDocument } from '@preau/domain/enrolments/expected-documents';
import type { Day } from '@preau/domain/time/day';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

/** A child of a household, as an enrolment is decided for it. */
export type EnrolledChild = {
  readonly id: string;
  readonly firstName: string;
  readonly bornOn: Day;
  readonly schoolClass: string;
};

const children = statement<EnrolledChild>(
  'enrolment.children',
  `select c.id, c.first_name as "firstName", c.birth_on as "bornOn", c.school_class as "schoolClass"
   from household_child hc
   join child c on c.organisation_id = hc.organisation_id and c.id = hc.child_id
   where hc.organisation_id = $1 and hc.household_id = $2
   order by c.birth_on, c.first_name, c.id`,
);

const given = statement<GivenDocument>(
  'enrolment.given-documents',
  `select id, kind as code, child_id as "childId", state, reason, expires_on as until
   from document
   where organisation_id = $1 and household_id = $2 and state <> 'withdrawn'
   order by sent_at desc, id desc`,
);

/** The children of a household, the eldest first. */
export function askEnrolledChildren(
  ask: Ask,
  organisationId: string,
  householdId: string,
): Promise<EnrolledChild[]> {
  return ask(children, [organisationId, householdId]);
}

/** What a household has sent, the latest first; what it withdrew is left out. */
export function askGivenDocuments(
  ask: Ask,
  organisationId: string,
  householdId: string,
): Promise<GivenDocument[]> {
  return ask(given, [organisationId, householdId]);
}
