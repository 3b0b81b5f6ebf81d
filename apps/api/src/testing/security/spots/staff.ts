import { newId } from '../../../platform/ids.ts';
import type { NewHousehold } from '../../../modules/households/households.public.ts';
import type { World } from '../cast.ts';
import { householdOf, makeHousehold, newFamily, unchanged } from '../expectations/staff.ts';
import type { IdOf, Spot } from './spot.ts';

const idOfMade =
  (pick: (household: NewHousehold) => string | undefined, where?: 'elsewhere'): IdOf =>
  async (world) =>
    pick(await makeHousehold(world, where)) ?? '';

const itself = ({ id }: NewHousehold) => id;
const guardian = ({ guardians: [first] }: NewHousehold) => first?.id;
const child = ({ children: [first] }: NewHousehold) => first?.id;

const household = (ask: Spot['ask']): Spot => ({
  caller: 'office',
  ask,
  own: idOfMade(itself),
  foreign: {
    'of another organisation': idOfMade(itself, 'elsewhere'),
    'the id of a child': ({ families }) => families.alpha.children[0]?.id ?? '',
  },
});

const childSpot = (ask: Spot['ask']): Spot => ({
  caller: 'office',
  ask,
  own: ({ families }) => families.alpha.children[0]?.id ?? '',
  foreign: {
    'of another organisation': ({ families }) => families.delta.children[0]?.id ?? '',
    'the id of a household': ({ families }) => families.alpha.id,
  },
});

const guardianSpot = (ask: Spot['ask']): Spot => ({
  caller: 'office',
  ask,
  own: ({ families }) => families.charlie.guardians[1]?.id ?? '',
  foreign: {
    'of another organisation': ({ families }) => families.delta.guardians[0]?.id ?? '',
    'the id of a child': ({ families }) => families.alpha.children[0]?.id ?? '',
  },
});

/** Somebody of the household that is changed; of another household they are nobody. */
const member = (
  pick: typeof guardian,
  change: (household: NewHousehold, id: string) => object,
): Spot => ({
  caller: 'office',
  ask: async (world, id) => {
    const own = householdOf(id);
    const changed = pick(own) === id ? own : await makeHousehold(world);
    return {
      path: `/api/staff/households/${changed.id}`,
      body: { ...unchanged(changed), ...change(changed, id) },
    };
  },
  own: idOfMade(pick),
  foreign: {
    'of another household': ({ families }) => families.alpha.guardians[0]?.id ?? '',
    'of another organisation': ({ families }) => families.delta.guardians[0]?.id ?? '',
    'the id of something else': ({ families }) => families.alpha.id,
  },
});

const enrolled = (at: 'child' | 'activity', world: World, id: string) => ({
  path: `/api/staff/children/${
    at === 'child' ? id : (world.families.alpha.children[0]?.id ?? '')
  }/enrolments`,
  body: {
    schoolYear: '2026-2027',
    ageGroup: 'elementaire',
    activityIds: at === 'activity' ? [id] : [...world.here.school.activities.values()],
  },
});

const adult = () => ({
  firstName: 'Une',
  lastName: 'Autre',
  email: `une.autre.${newId()}@example.org`,
  phone: '',
});

/** Every place where the routes of households take an id. */
export const householdSpots: Readonly<Record<string, Spot>> = {
  'GET /api/staff/households querystring/after': {
    caller: 'office',
    ask: (_world, id) => ({ path: `/api/staff/households?after=${id}` }),
    own: ({ families }) => families.alpha.id,
    foreign: { 'of another organisation': ({ families }) => families.delta.id },
  },
  'GET /api/staff/households/:id params/id': household((_world, id) => ({
    path: `/api/staff/households/${id}`,
  })),
  'GET /api/staff/households/:id/enrolments params/id': household((_world, id) => ({
    path: `/api/staff/households/${id}/enrolments`,
  })),
  'POST /api/staff/households body/sharedChildIds/*': childSpot((_world, id) => ({
    path: '/api/staff/households',
    body: { ...newFamily(), sharedChildIds: [id] },
    headers: { 'idempotency-key': newId() },
  })),
  'POST /api/staff/households/:id/file-completed params/id': household((_world, id) => ({
    path: `/api/staff/households/${id}/file-completed`,
    body: { file: 'complete' },
  })),
  'PUT /api/staff/households/:id params/id': household((_world, id) => ({
    path: `/api/staff/households/${id}`,
    body: unchanged(householdOf(id)),
  })),
  'PUT /api/staff/households/:id body/guardians/*/id': member(guardian, ({ guardians }, id) => ({
    guardians: unchanged({ ...householdOf(id), guardians }).guardians.map((named) => ({
      ...named,
      id,
    })),
  })),
  'PUT /api/staff/households/:id body/removedGuardianIds/*': member(guardian, (_changed, id) => ({
    newGuardians: [adult()],
    removedGuardianIds: [id],
  })),
  'PUT /api/staff/households/:id body/children/*/id': {
    ...member(child, ({ children }, id) => ({
      children: unchanged({ ...householdOf(id), children }).children.map((young) => ({
        ...young,
        id,
      })),
    })),
    foreign: {
      'of another household': ({ families }) => families.alpha.children[0]?.id ?? '',
      'of another organisation': ({ families }) => families.delta.children[0]?.id ?? '',
    },
  },
  'PUT /api/staff/households/:id body/sharedChildIds/*': childSpot(async (world, id) => {
    const changed = await makeHousehold(world);
    return {
      path: `/api/staff/households/${changed.id}`,
      body: { ...unchanged(changed), sharedChildIds: [id] },
    };
  }),
  'POST /api/staff/children/:id/allergies-reading params/id': childSpot((_world, id) => ({
    path: `/api/staff/children/${id}/allergies-reading`,
  })),
  'PUT /api/staff/children/:id/allergies params/id': childSpot((_world, id) => ({
    path: `/api/staff/children/${id}/allergies`,
    body: { allergies: 'Kiwi' },
  })),
  'POST /api/staff/children/:id/enrolments params/id': childSpot((world, id) =>
    enrolled('child', world, id),
  ),
  'POST /api/staff/children/:id/enrolments body/activityIds/*': {
    caller: 'office',
    ask: (world, id) => enrolled('activity', world, id),
    own: ({ here }) => [...here.school.activities.values()][0] ?? '',
    foreign: {
      'of another organisation': ({ elsewhere }) =>
        [...elsewhere.school.activities.values()][0] ?? '',
      'the id of a household': ({ families }) => families.alpha.id,
    },
  },
  'POST /api/staff/guardians/:id/invitation params/id': guardianSpot((_world, id) => ({
    path: `/api/staff/guardians/${id}/invitation`,
  })),
  'POST /api/staff/invitations body/guardianIds/*': guardianSpot((_world, id) => ({
    path: '/api/staff/invitations',
    body: { guardianIds: [id] },
  })),
};
