import type { EnrolmentState } from '@preau/domain/enrolments/states';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

/** An activity of a site, with the age groups it has sessions for. */
export type Welcome = {
  readonly activityId: string;
  /** In the règlement. */
  readonly code: string;
  readonly activity: string;
  readonly facility: string;
  readonly ageGroups: readonly string[];
};

/** An age group as the organisation calls it. */
export type AgeGroup = { readonly code: string; readonly label: string };

/** What a child is enrolled in, was, or is asked for. Moments are milliseconds since the epoch. */
export type Enrolment = {
  readonly id: string;
  readonly childId: string;
  readonly activityId: string;
  readonly ageGroup: string;
  readonly schoolYear: string;
  readonly state: EnrolmentState;
  /** Ended because the family took its request back. */
  readonly withdrawn: boolean;
  /** Whether this household asked. */
  readonly own: boolean;
  readonly requestedAt: Instant | null;
  readonly answerDueAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  readonly note: string;
};

const welcomes = statement<Welcome>(
  'enrolment.welcomes',
  `select a.id as "activityId", a.code, a.label as activity, f.name as facility,
     array(select g.code from age_group g
           where g.organisation_id = a.organisation_id and exists (
             select from unit u
             join session s on s.organisation_id = u.organisation_id and s.unit_id = u.id and s.age_group = g.code
             where u.organisation_id = a.organisation_id and u.activity_id = a.id)
           order by g.code) as "ageGroups"
   from activity a
   join facility f on f.organisation_id = a.organisation_id and f.id = a.facility_id
   where a.organisation_id = $1 and ($2::uuid[] is null or a.id = any($2::uuid[]))
   order by f.name, f.id, a.position, a.id`,
);

const ageGroups = statement<AgeGroup>(
  'enrolment.age-groups',
  'select code, label from age_group where organisation_id = $1 order by label, code',
);

const enrolments = statement<Enrolment>(
  'enrolment.of-household',
  `select e.id, e.child_id as "childId", e.activity_id as "activityId", e.age_group as "ageGroup",
     e.school_year as "schoolYear", e.state,
     coalesce(e.state = 'ended' and by.surface = 'family', false) as withdrawn,
     e.household_id is not distinct from $2::uuid as own,
     (extract(epoch from e.requested_at) * 1000)::bigint as "requestedAt",
     (extract(epoch from e.answer_due_at) * 1000)::bigint as "answerDueAt",
     (extract(epoch from e.decided_at) * 1000)::bigint as "decidedAt",
     case when by.surface = 'staff' then by.display_name end as "decidedBy", e.reason, e.note
   from household_child hc
   join enrolment e on e.organisation_id = hc.organisation_id and e.child_id = hc.child_id
   left join account by on by.organisation_id = e.organisation_id and by.id = e.decided_by
   where hc.organisation_id = $1 and hc.household_id = $2
     and ($3::text[] is null or e.school_year = any($3::text[]))
   order by e.school_year, e.child_id, e.activity_id`,
);

type OpenRequest = { readonly id: string; readonly householdId: string };

const openRequests = statement<OpenRequest>(
  'enrolment.open-requests',
  `select id, household_id as "householdId" from enrolment
   where organisation_id = $1 and child_id = $2 and school_year = $3 and activity_id = any($4::uuid[])
     and household_id is not null and state in ('requested', 'incomplete', 'waitlisted')`,
);

const household = statement<{ id: string }>(
  'enrolment.household',
  'select id from household where organisation_id = $1 and id = $2',
);

/** What each activity welcomes; of those named, or (`null`) all of them. */
export function askWelcomes(
  ask: Ask,
  organisationId: string,
  activityIds: readonly string[] | null,
): Promise<Welcome[]> {
  return ask(welcomes, [organisationId, activityIds]);
}

export function askAgeGroups(ask: Ask, organisationId: string): Promise<AgeGroup[]> {
  return ask(ageGroups, [organisationId]);
}

/** What the children of a household are enrolled in, in these school years (`null` = all). */
export function askHouseholdEnrolments(
  ask: Ask,
  organisationId: string,
  householdId: string,
  schoolYears: readonly string[] | null,
): Promise<Enrolment[]> {
  return ask(enrolments, [organisationId, householdId, schoolYears]);
}

/** What is asked for one child, and not settled yet. */
export function askOpenRequests(
  ask: Ask,
  organisationId: string,
  about: {
    readonly childId: string;
    readonly schoolYear: string;
    readonly activityIds: readonly string[];
  },
): Promise<OpenRequest[]> {
  const { childId, schoolYear, activityIds } = about;
  return ask(openRequests, [organisationId, childId, schoolYear, activityIds]);
}

/** Whether the organisation has this household. */
export async function isHousehold(
  ask: Ask,
  organisationId: string,
  householdId: string,
): Promise<boolean> {
  return (await ask(household, [organisationId, householdId])).length === 1;
}
