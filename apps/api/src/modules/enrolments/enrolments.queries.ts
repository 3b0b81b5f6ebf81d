import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

/** An activity of a site, with the age groups it has sessions for. */
export type Welcome = {
  readonly activityId: string;
  readonly activity: string;
  readonly facility: string;
  readonly ageGroups: readonly string[];
};

/** An age group as the organisation calls it. */
export type AgeGroup = { readonly code: string; readonly label: string };

/** What a child is enrolled in, or was. */
export type Enrolment = {
  readonly childId: string;
  readonly activityId: string;
  readonly ageGroup: string;
  readonly schoolYear: string;
  readonly state: 'requested' | 'incomplete' | 'accepted' | 'refused' | 'waitlisted' | 'ended';
};

const welcomes = statement<Welcome>(
  'enrolment.welcomes',
  `select a.id as "activityId", a.label as activity, f.name as facility,
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
  `select e.child_id as "childId", e.activity_id as "activityId", e.age_group as "ageGroup",
     e.school_year as "schoolYear", e.state
   from household_child hc
   join enrolment e on e.organisation_id = hc.organisation_id and e.child_id = hc.child_id
   where hc.organisation_id = $1 and hc.household_id = $2 and e.school_year = any($3::text[])
   order by e.school_year, e.child_id, e.activity_id`,
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

/** What the children of a household are enrolled in, in these school years. */
export function askHouseholdEnrolments(
  ask: Ask,
  organisationId: string,
  householdId: string,
  schoolYears: readonly string[],
): Promise<Enrolment[]> {
  return ask(enrolments, [organisationId, householdId, schoolYears]);
}

/** Whether the organisation has this household. */
export async function isHousehold(
  ask: Ask,
  organisationId: string,
  householdId: string,
): Promise<boolean> {
  return (await ask(household, [organisationId, householdId])).length === 1;
}
