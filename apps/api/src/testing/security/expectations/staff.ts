import { newChild, newHousehold } from '../../../modules/households/households.factory.ts';
import type { NewHousehold } from '../../../modules/households/households.public.ts';
import { newId } from '../../../platform/ids.ts';
import { createTestHouseholds } from '../../test-people.ts';
import type { World } from '../cast.ts';
import { type Expectation, forStaff } from '../expectations.ts';

const asked = (path: string) => () => ({ path });
const forOffice = { administrator: 200, office: 200, attendant: 403, foreign: 200 };
/** Of an object of `here`: another organisation has none of it. */
const ofHere = (status: number) => ({
  administrator: status,
  office: status,
  attendant: 403,
  foreign: 404,
});

/** Households made for a request, by their id and by the ids of their people. */
const made = new Map<string, NewHousehold>();

/** A household of its own for a request that changes one: nobody's canaries. */
export async function makeHousehold(
  { testApp, here, elsewhere }: World,
  where: 'here' | 'elsewhere' = 'here',
): Promise<NewHousehold> {
  const { organisation } = where === 'here' ? here : elsewhere;
  const household = newHousehold({ children: [newChild({ lastName: newId() })] });
  await createTestHouseholds(testApp, organisation, household);
  const people = [...household.guardians, ...household.children];
  for (const { id } of [household, ...people]) made.set(id, household);
  return household;
}

/** The household of this id or of this person; any other when there is none. */
export function householdOf(id: string): NewHousehold {
  return made.get(id) ?? newHousehold();
}

/** A household as it was made, in the words of a change of it. */
export function unchanged({ name, guardians, children }: NewHousehold) {
  return {
    revision: 1,
    name,
    address: '',
    guardians: guardians.map(({ id, firstName, lastName, email }) => ({
      id,
      firstName,
      lastName,
      email,
      phone: '',
    })),
    children: children.map(({ id, firstName, lastName, birthOn, schoolClass }) => ({
      id,
      firstName,
      lastName,
      birthOn,
      schoolClass,
    })),
  };
}

/** A family nobody knows yet. */
export function newFamily() {
  const other = newId();
  return {
    name: 'Nouveau foyer',
    address: '',
    file: 'complete',
    guardians: [
      { firstName: 'Une', lastName: 'Nouvelle', email: `une.${other}@example.org`, phone: '' },
    ],
    children: [
      {
        firstName: other,
        lastName: 'Nouveau',
        birthOn: '2020-02-03',
        schoolClass: 'CP',
        allergies: '',
      },
    ],
  };
}

const alphaChild = ({ families }: World) => families.alpha.children[0]?.id ?? '';

/** What the office does with households. */
export const householdExpectations: Record<string, Expectation> = {
  'GET /api/staff/households': forStaff(forOffice, asked('/api/staff/households')),
  'GET /api/staff/households/counts': forStaff(forOffice, asked('/api/staff/households/counts')),
  'POST /api/staff/households': forStaff(forOffice, () => ({
    path: '/api/staff/households',
    body: newFamily(),
    headers: { 'idempotency-key': newId() },
  })),
  'GET /api/staff/households/:id': forStaff(ofHere(200), ({ families }) => ({
    path: `/api/staff/households/${families.alpha.id}`,
  })),
  'PUT /api/staff/households/:id': forStaff(ofHere(204), async (world) => {
    const household = await makeHousehold(world);
    return { path: `/api/staff/households/${household.id}`, body: unchanged(household) };
  }),
  'POST /api/staff/households/:id/file-completed': forStaff(ofHere(204), async (world) => ({
    path: `/api/staff/households/${(await makeHousehold(world)).id}/file-completed`,
    body: { file: 'complete' },
  })),
  'POST /api/staff/children/:id/allergies-reading': forStaff(ofHere(200), (world) => ({
    path: `/api/staff/children/${alphaChild(world)}/allergies-reading`,
  })),
  'PUT /api/staff/children/:id/allergies': forStaff(ofHere(204), (world) => ({
    path: `/api/staff/children/${alphaChild(world)}/allergies`,
    body: { allergies: world.families.alpha.children[0]?.allergies ?? '' },
  })),
  'GET /api/staff/households/:id/enrolments': forStaff(ofHere(200), ({ families }) => ({
    path: `/api/staff/households/${families.alpha.id}/enrolments`,
  })),
  'POST /api/staff/children/:id/enrolments': forStaff(ofHere(204), (world) => ({
    path: `/api/staff/children/${alphaChild(world)}/enrolments`,
    body: {
      schoolYear: '2026-2027',
      ageGroup: 'elementaire',
      activityIds: [...world.here.school.activities.values()],
    },
  })),
  'POST /api/staff/guardians/:id/invitation': forStaff(ofHere(202), ({ families }) => ({
    path: `/api/staff/guardians/${families.charlie.guardians[1]?.id ?? ''}/invitation`,
  })),
  'POST /api/staff/invitations': forStaff(ofHere(200), ({ families }) => ({
    path: '/api/staff/invitations',
    body: { guardianIds: [families.charlie.guardians[1]?.id ?? ''] },
  })),
};
