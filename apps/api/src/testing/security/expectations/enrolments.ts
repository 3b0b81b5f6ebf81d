import { z } from 'zod';
import { statement } from '../../../platform/db/statement.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { cookieOfPerson } from '../actors.ts';
import { canary } from '../canaries.ts';
import type { Family, PersonName, World } from '../cast.ts';
import { type Expectation, forParents, forStaff } from '../expectations.ts';
import { type Asked, send } from '../requests.ts';

type Parent = Extract<
  PersonName,
  'guardian' | 'separatedParent' | 'otherGuardian' | 'foreignGuardian'
>;

const familyOf = {
  guardian: 'alpha',
  separatedParent: 'bravo',
  otherGuardian: 'charlie',
  foreignGuardian: 'delta',
} as const;

const request = statement<{ id: string }>(
  'security.request-enrolment',
  `insert into enrolment (organisation_id, id, child_id, activity_id, age_group, school_year, state,
     household_id, requested_by, requested_at, answer_due_at, note)
   values ($1, $2, $3, $4, 'elementaire', '2027-2028', 'requested', $5, $6,
     clock_timestamp(), clock_timestamp() + interval '2 days', $7)
   on conflict (organisation_id, child_id, activity_id, school_year)
   do update set state = 'requested', requested_at = clock_timestamp(), reason = null,
     decided_by = null, decided_at = null
   returning id`,
);

/** A request of this parent for a child of theirs alone, that waits for its answer. */
export async function requestOf(
  world: World,
  parent: Parent,
  activity: 'restauration' | 'periscolaire' = 'periscolaire',
): Promise<string> {
  const { town, householdId, accountId } = world.people[parent];
  const name = familyOf[parent];
  const family: Family = world.families[name];
  const [asked] = await transaction(world.testApp.database, town.organisation.id, (tx) =>
    tx.ask(request, [
      tx.organisationId,
      newId(),
      family.children[0]?.id,
      town.centre.activities.get(activity),
      householdId,
      accountId,
      canary(name, 'enrolment-note'),
    ]),
  );
  if (!asked) throw new Error(`${parent} asked for nothing`);
  return asked.id;
}

const forget = statement<never>(
  'security.forget-request',
  `update enrolment set state = 'ended'
   where organisation_id = $1 and child_id = $2 and activity_id = $3`,
);

/** What a parent asks for a child at the site where alpha's are not enrolled, never asked before. */
export async function asking(
  world: World,
  named: { readonly childId?: string; readonly activityId?: string } = {},
): Promise<Asked> {
  const childId = world.families.alpha.children[0]?.id ?? '';
  const activityId = world.here.centre.activities.get('restauration') ?? '';
  await transaction(world.testApp.database, world.here.organisation.id, (tx) =>
    tx.ask(forget, [tx.organisationId, childId, activityId]),
  );
  return {
    path: '/api/family/enrolments',
    body: {
      childId: named.childId ?? childId,
      activityIds: [named.activityId ?? activityId],
      schoolYear: '2026-2027',
      note: 'Le mardi',
    },
  };
}

/** The answer to a request, whose reason may be missing. */
export function answering(enrolmentId: string): Asked {
  return {
    path: '/api/staff/enrolment-requests/decisions',
    body: {
      answers: [{ enrolmentId, answer: 'accept', ageGroup: 'elementaire' }],
      because: 'Bienvenue',
    },
    headers: { 'idempotency-key': newId() },
  };
}

const answered = z.object({ decisionId: z.string() });

/** An answer to a request of this parent, that may still be taken back by who gave it. */
export async function decisionOf(
  world: World,
  clerk: 'administrator' | 'office' | 'foreignAdministrator',
  parent: Parent,
): Promise<string> {
  const asked = answering(await requestOf(world, parent));
  const answer = await send(world.testApp, 'POST', asked, await cookieOfPerson(world, clerk));
  return answered.parse(answer.body).decisionId;
}

const forOffice = { administrator: 200, office: 200, attendant: 403 };

export const enrolmentFamilyExpectations: Record<string, Expectation> = {
  'GET /api/family/enrolments': forParents({ own: 200, otherHousehold: 200 }, async (world) => {
    await requestOf(world, 'guardian');
    return { path: '/api/family/enrolments?schoolYear=2027-2028' };
  }),
  'POST /api/family/enrolments': forParents({ own: 200, otherHousehold: 404 }, (world) =>
    asking(world),
  ),
  'POST /api/family/enrolments/:id/withdraw': forParents(
    { own: 204, otherHousehold: 404 },
    async (world) => ({
      path: `/api/family/enrolments/${await requestOf(world, 'guardian')}/withdraw`,
    }),
  ),
  'GET /api/family/documents/expected': forParents({ own: 200, otherHousehold: 200 }, () => ({
    path: '/api/family/documents/expected',
  })),
};

export const enrolmentStaffExpectations: Record<string, Expectation> = {
  'GET /api/staff/enrolment-requests': forStaff({ ...forOffice, foreign: 200 }, async (world) => {
    await requestOf(world, 'guardian');
    return { path: '/api/staff/enrolment-requests?state=pending' };
  }),
  'POST /api/staff/enrolment-requests/decisions': forStaff(
    { ...forOffice, foreign: 404 },
    async (world) => answering(await requestOf(world, 'guardian')),
  ),
  // An answer is taken back by who gave it alone.
  'POST /api/staff/enrolment-requests/decisions/:id/undo': forStaff(
    { administrator: 200, office: 404, attendant: 403, foreign: 404 },
    async (world) => ({
      path: `/api/staff/enrolment-requests/decisions/${await decisionOf(world, 'administrator', 'guardian')}/undo`,
    }),
  ),
  'GET /api/staff/document-rules': forStaff({ ...forOffice, foreign: 200 }, () => ({
    path: '/api/staff/document-rules',
  })),
};

/** An acceptance need not say why, nor confirm a group; a document may be good for good. */
export const enrolmentAllowedAsIs: readonly string[] = [
  'POST /api/staff/documents/:id/accept /expiresOn = null',
  'POST /api/staff/enrolment-requests/decisions /because = null',
  'POST /api/staff/enrolment-requests/decisions /answers/0/ageGroup = null',
];
