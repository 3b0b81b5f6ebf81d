import type { World } from '../cast.ts';
import { answering, asking, decisionOf, requestOf } from '../expectations/enrolments.ts';
import type { IdOf, Spot } from './spot.ts';

type Parent = Parameters<typeof requestOf>[1];

const requestBy =
  (parent: Parent): IdOf =>
  (world) =>
    requestOf(world, parent);

/** A request with one more of the same household behind it. */
async function notTheLast(world: World): Promise<string> {
  const first = await requestOf(world, 'guardian');
  await requestOf(world, 'guardian', 'restauration');
  return first;
}

const householdId: IdOf = ({ families }) => families.alpha.id;
const ofAnotherOrganisation: Spot['foreign'] = {
  'of another organisation': requestBy('foreignGuardian'),
  'the id of a household': householdId,
};

export const enrolmentSpots: Readonly<Record<string, Spot>> = {
  'POST /api/family/enrolments body/childId': {
    caller: 'guardian',
    ask: (world, childId) => asking(world, { childId }),
    own: ({ families }) => families.alpha.children[0]?.id ?? '',
    foreign: {
      'the other household’s child of a separated parent': ({ families }) =>
        families.bravo.children[0]?.id ?? '',
      'a stranger’s child': ({ families }) => families.charlie.children[0]?.id ?? '',
      'a child of another organisation': ({ families }) => families.delta.children[0]?.id ?? '',
      'the id of something else': householdId,
    },
  },
  'POST /api/family/enrolments body/activityIds/*': {
    caller: 'guardian',
    ask: (world, activityId) => asking(world, { activityId }),
    own: ({ here }) => here.centre.activities.get('restauration') ?? '',
    foreign: {
      'of another organisation': ({ elsewhere }) =>
        elsewhere.centre.activities.get('restauration') ?? '',
      'the id of something else': householdId,
    },
  },
  'POST /api/family/enrolments/:id/withdraw params/id': {
    caller: 'guardian',
    ask: (_world, id) => ({ path: `/api/family/enrolments/${id}/withdraw` }),
    own: requestBy('guardian'),
    foreign: {
      'the separated parent’s': requestBy('separatedParent'),
      'a stranger’s': requestBy('otherGuardian'),
      'of another organisation': requestBy('foreignGuardian'),
    },
  },
  'GET /api/staff/enrolment-requests querystring/after': {
    caller: 'office',
    ask: (_world, id) => ({ path: `/api/staff/enrolment-requests?after=${id}` }),
    own: notTheLast,
    foreign: ofAnotherOrganisation,
  },
  'POST /api/staff/enrolment-requests/decisions body/answers/*/enrolmentId': {
    caller: 'office',
    ask: (_world, id) => answering(id),
    own: requestBy('guardian'),
    foreign: ofAnotherOrganisation,
  },
  'POST /api/staff/enrolment-requests/decisions/:id/undo params/id': {
    caller: 'office',
    ask: (_world, id) => ({ path: `/api/staff/enrolment-requests/decisions/${id}/undo` }),
    own: (world) => decisionOf(world, 'office', 'guardian'),
    foreign: {
      'a colleague’s': (world) => decisionOf(world, 'administrator', 'otherGuardian'),
      'of another organisation': (world) =>
        decisionOf(world, 'foreignAdministrator', 'foreignGuardian'),
      'the id of something else': householdId,
    },
  },
};
