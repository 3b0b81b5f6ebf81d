import { newId } from '../../../platform/ids.ts';
import type { PersonName, World } from '../cast.ts';
import {
  declaredClosure,
  declareEmptyClosure,
  emptyClosure,
  givenPlace,
  lunchUnit,
  samePlaces,
  waitForPlace,
} from '../expectations/occupancy.ts';
import { offerLunch } from '../expectations/wait.ts';
import type { Spot } from './spot.ts';

const waitingOf = (person: PersonName) => (world: World) => waitForPlace(world, person);

const giving = (gesture: 'offer' | 'place'): Spot => ({
  caller: 'office',
  ask: (_world, id) => ({
    path: `/api/staff/waiting/${id}/${gesture}`,
    body: givenPlace,
  }),
  own: waitingOf('guardian'),
  foreign: {
    'of another organisation': waitingOf('foreignGuardian'),
    'the id of something else': ({ families }) => families.alpha.id,
    'offered in another organisation': (world) => offerLunch(world, 'foreignGuardian'),
  },
});

const facility = (ask: Spot['ask'], writes: boolean): Spot => ({
  caller: 'office',
  ask,
  own: ({ here }) => here.school.id,
  foreign: {
    'of another organisation': ({ elsewhere }) => elsewhere.school.id,
    'the id of something else': ({ families }) => families.alpha.id,
  },
  writes,
});

/** Every place where the routes of places, lists and closures take an id. */
export const occupancySpots: Readonly<Record<string, Spot>> = {
  'GET /api/staff/occupancy querystring/facilityId': facility(
    (_world, id) => ({
      path: `/api/staff/occupancy?from=2026-12-01&until=2026-12-31&facilityId=${id}`,
    }),
    false,
  ),
  'GET /api/staff/occupancy/day querystring/unitId': {
    caller: 'office',
    ask: (_world, id) => ({ path: `/api/staff/occupancy/day?on=2026-12-15&unitId=${id}` }),
    own: (world) => lunchUnit(world, world.here),
    foreign: {
      'of another organisation': (world) => lunchUnit(world, world.elsewhere),
      'the id of a facility': ({ here }) => here.school.id,
    },
  },
  'POST /api/staff/waiting/:id/offer params/id': giving('offer'),
  'POST /api/staff/waiting/:id/place params/id': giving('place'),
  'POST /api/staff/places body/facilityId': facility(
    (_world, id) => ({ path: '/api/staff/places', body: samePlaces(id) }),
    true,
  ),
  'POST /api/staff/closures/preview body/facilityId': facility(
    (_world, id) => ({ path: '/api/staff/closures/preview', body: emptyClosure(id) }),
    false,
  ),
  'POST /api/staff/closures body/facilityId': facility(
    (_world, id) => ({ ...declaredClosure(id), headers: { 'idempotency-key': newId() } }),
    true,
  ),
  'DELETE /api/staff/closures/:id params/id': {
    caller: 'office',
    ask: (_world, id) => ({ path: `/api/staff/closures/${id}` }),
    own: (world) => declareEmptyClosure(world, world.here),
    foreign: {
      'of another organisation': (world) => declareEmptyClosure(world, world.elsewhere),
      'the id of a facility': ({ here }) => here.school.id,
    },
  },
};
