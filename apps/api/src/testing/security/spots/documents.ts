import type { World } from '../cast.ts';
import { documentOf, sending } from '../expectations/documents.ts';
import type { IdOf, Spot } from './spot.ts';

type Sender = Parameters<typeof documentOf>[1];

/** Files by document: a foreign document is asked for with its own file, the right one. */
const fileOf = new Map<string, string>();

const documentBy =
  (sender: Sender): IdOf =>
  async (world) => {
    const { id, fileId } = await documentOf(world, sender);
    fileOf.set(id, fileId);
    return id;
  };

const fileBy =
  (sender: Sender): IdOf =>
  async (world) =>
    (await documentOf(world, sender)).fileId;

/** The id of a document with one more of the same household behind it. */
const notTheLast =
  (made: 'first' | 'second'): IdOf =>
  async (world) => {
    const first = await documentOf(world, 'guardian');
    const second = await documentOf(world, 'guardian');
    return (made === 'first' ? first : second).id;
  };

const nowhere = '0198c0de-0000-7000-8000-000000000000';

const ofOtherHouseholds: Spot['foreign'] = {
  'the separated parent’s': documentBy('separatedParent'),
  'a stranger’s': documentBy('otherGuardian'),
  'of another organisation': documentBy('foreignGuardian'),
};
const ofAnotherOrganisation: Spot['foreign'] = {
  'of another organisation': documentBy('foreignGuardian'),
  'the id of a household': ({ families }) => families.alpha.id,
};

const document = (
  surface: 'family' | 'staff',
  path: (id: string) => string,
  body?: object,
): Spot => ({
  caller: surface === 'family' ? 'guardian' : 'office',
  ask: (_world, id) => ({ path: `/api/${surface}/documents${path(id)}`, ...(body && { body }) }),
  own: documentBy('guardian'),
  foreign: surface === 'family' ? ofOtherHouseholds : ofAnotherOrganisation,
});

/** A file, asked for through a document of the caller's. */
const file = (surface: 'family' | 'staff'): Spot => {
  let last = { id: nowhere, fileId: nowhere };
  return {
    caller: surface === 'family' ? 'guardian' : 'office',
    ask: async (world, id) => {
      // A file of somebody else is not to be had through one's own document.
      const through = id === last.fileId ? last : await documentOf(world, 'guardian');
      return { path: `/api/${surface}/documents/${through.id}/files/${id}` };
    },
    own: async (world: World) => {
      last = await documentOf(world, 'guardian');
      return last.fileId;
    },
    foreign: {
      'the separated parent’s': fileBy('separatedParent'),
      'of another organisation': fileBy('foreignGuardian'),
      'of another document of one’s own': fileBy('guardian'),
    },
  };
};

const throughFile = (id: string) => `/${id}/files/${fileOf.get(id) ?? nowhere}`;

export const documentSpots: Readonly<Record<string, Spot>> = {
  'GET /api/family/documents querystring/after': {
    ...document('family', (id) => `?after=${id}`),
    own: notTheLast('second'),
  },
  'GET /api/family/documents/:id/files/:fileId params/id': document('family', throughFile),
  'GET /api/family/documents/:id/files/:fileId params/fileId': file('family'),
  'POST /api/family/documents body/childId': {
    caller: 'guardian',
    ask: (_world, id) => sending(id),
    own: ({ families }) => families.alpha.children[0]?.id ?? '',
    foreign: {
      'the other household’s child of a separated parent': ({ families }) =>
        families.bravo.children[0]?.id ?? '',
      'a stranger’s child': ({ families }) => families.charlie.children[0]?.id ?? '',
      'a child of another organisation': ({ families }) => families.delta.children[0]?.id ?? '',
      'the id of something else': ({ families }) => families.alpha.id,
    },
  },
  'DELETE /api/family/documents/:id params/id': document('family', (id) => `/${id}`),
  'GET /api/staff/documents querystring/after': {
    ...document('staff', (id) => `?after=${id}`),
    own: notTheLast('first'),
  },
  'GET /api/staff/documents/:id params/id': document('staff', (id) => `/${id}`),
  'GET /api/staff/documents/:id/files/:fileId params/id': document('staff', throughFile),
  'GET /api/staff/documents/:id/files/:fileId params/fileId': file('staff'),
  'POST /api/staff/documents/:id/accept params/id': document('staff', (id) => `/${id}/accept`, {
    expiresOn: '2027-08-31',
  }),
  'POST /api/staff/documents/:id/refuse params/id': document('staff', (id) => `/${id}/refuse`, {
    reason: 'Illisible',
  }),
};
