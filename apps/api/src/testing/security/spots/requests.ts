import type { World } from '../cast.ts';
import { accepting, askedBy, decidedBy, paying, toPayBy } from '../expectations/requests.ts';
import { offerLunch } from '../expectations/wait.ts';
import type { Spot } from './spot.ts';

const others = {
  'the id of something else': ({ families }: World) => families.alpha.id,
  'of another organisation, that is offered': (world: World) =>
    offerLunch(world, 'foreignGuardian'),
};

/** Every place where the routes of requests take an id. */
export const requestSpots: Readonly<Record<string, Spot>> = {
  'GET /api/staff/requests/bookings querystring/facilityId': {
    caller: 'office',
    ask: (_world, id) => ({ path: `/api/staff/requests/bookings?facilityId=${id}` }),
    own: async (world) => {
      await askedBy('guardian')(world);
      return world.here.school.id;
    },
    foreign: {
      'of another organisation': ({ elsewhere }) => elsewhere.school.id,
      'the id of something else': ({ families }) => families.alpha.id,
    },
  },
  'GET /api/staff/households/:id/requests params/id': {
    caller: 'office',
    ask: (_world, id) => ({ path: `/api/staff/households/${id}/requests` }),
    own: ({ families }) => families.alpha.id,
    foreign: {
      'of another organisation': ({ families }) => families.delta.id,
      'the id of a child': ({ families }) => families.alpha.children[0]?.id ?? '',
    },
  },
  'POST /api/staff/requests/decisions body/answers/*/bookingId': {
    caller: 'office',
    ask: (_world, id) => accepting(id),
    own: askedBy('guardian'),
    foreign: { ...others, 'of another organisation': askedBy('foreignGuardian') },
  },
  'POST /api/staff/requests/decisions/:id/undo params/id': {
    caller: 'office',
    ask: (_world, id) => ({ path: `/api/staff/requests/decisions/${id}/undo` }),
    own: (world) => decidedBy(world, 'office', 'guardian'),
    foreign: {
      'a colleague’s': (world) => decidedBy(world, 'administrator', 'guardian'),
      'of another organisation': (world) =>
        decidedBy(world, 'foreignAdministrator', 'foreignGuardian'),
      'the id of a booking': askedBy('guardian'),
    },
  },
  'POST /api/staff/bookings/payments body/bookingIds/*': {
    caller: 'office',
    ask: (_world, id) => paying(id),
    own: toPayBy('guardian'),
    foreign: { ...others, 'of another organisation': toPayBy('foreignGuardian') },
  },
};
