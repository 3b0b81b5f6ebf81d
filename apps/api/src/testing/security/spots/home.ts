import { newsContent } from '../../../modules/communications/news.factory.ts';
import { newsBy } from '../expectations/home.ts';
import type { IdOf, Spot } from './spot.ts';

const draftBy =
  (writer: 'office' | 'foreignAdministrator'): IdOf =>
  (world) =>
    newsBy(world, writer, false);

const foreign: Spot['foreign'] = {
  'of another organisation': draftBy('foreignAdministrator'),
  'the id of something else': ({ families }) => families.alpha.id,
};

/** Where the routes of the news take an id. */
export const homeSpots: Readonly<Record<string, Spot>> = {
  'GET /api/staff/news querystring/after': {
    caller: 'office',
    ask: (_world, id) => ({ path: `/api/staff/news?after=${id}` }),
    own: async (world) => {
      await newsBy(world, 'office', false);
      return newsBy(world, 'office', false);
    },
    foreign,
  },
  'GET /api/staff/news/:id params/id': {
    caller: 'office',
    ask: (_world, id) => ({ path: `/api/staff/news/${id}` }),
    own: draftBy('office'),
    foreign,
  },
  'PUT /api/staff/news/:id params/id': {
    caller: 'office',
    ask: (_world, id) => ({
      path: `/api/staff/news/${id}`,
      body: { ...newsContent(), revision: 1 },
    }),
    own: draftBy('office'),
    foreign,
  },
  'POST /api/staff/news/:id/publish params/id': {
    caller: 'office',
    ask: (_world, id) => ({ path: `/api/staff/news/${id}/publish`, body: { revision: 1 } }),
    own: draftBy('office'),
    foreign,
  },
  'POST /api/staff/news/:id/withdraw params/id': {
    caller: 'office',
    ask: (_world, id) => ({ path: `/api/staff/news/${id}/withdraw`, body: { revision: 1 } }),
    own: (world) => newsBy(world, 'office', true),
    foreign,
  },
};
