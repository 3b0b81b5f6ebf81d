import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardian } from '../../platform/auth/actor.ts';
import { Problem } from '../../platform/http/problem.ts';
import { newId } from '../../platform/ids.ts';
import { createTestApp } from '../test-app.ts';
import { cookieOfPerson, enter } from './actors.ts';
import { idSpots } from './id-spots.ts';
import { confirmLunch, nextGesture } from './journeys.ts';
import { type LiveRoute, withLiveRoutes } from './live-routes.ts';
import { comparable, send } from './requests.ts';
import { documentSpots } from './spots/documents.ts';
import { enrolmentSpots } from './spots/enrolments.ts';
import { homeSpots } from './spots/home.ts';
import type { Spot } from './spots/spot.ts';
import { householdSpots } from './spots/staff.ts';
import { bookSpots } from './spots/book.ts';
import { occupancySpots } from './spots/occupancy.ts';
import { requestSpots } from './spots/requests.ts';
import { waitSpots } from './spots/wait.ts';
import { stateOfTenants } from './state-of-tenants.ts';
import { createWorld } from './world.ts';
import type { PersonName, World } from './cast.ts';

const sessionOf = (person: PersonName) => async (world: World) =>
  (await enter(world, person)).sessionId;
const receiptOf = (person: PersonName) => (world: World) => confirmLunch(world, person);
const sessionIdOf = (person: PersonName) => async (world: World) =>
  (await nextGesture(world, person)).sessionId;

const cartSpot = (name: 'childId' | 'sessionId', action: 'add' | 'remove') => ({
  caller: 'guardian' as const,
  ask: async (world: World, id: string) => {
    const gesture = await nextGesture(world, 'guardian');
    return { path: '/api/family/cart', body: { changes: [{ ...gesture, action, [name]: id }] } };
  },
});
const foreignChildren: Spot['foreign'] = {
  'the other household’s child of a separated parent': ({ families }) =>
    families.bravo.children[0]?.id ?? '',
  'a stranger’s child': ({ families }) => families.charlie.children[0]?.id ?? '',
  'a child of another organisation': ({ families }) => families.delta.children[0]?.id ?? '',
  'the id of something else': ({ families }) => families.alpha.id,
};

const spots: Readonly<Record<string, Spot>> = {
  ...documentSpots,
  ...enrolmentSpots,
  ...bookSpots,
  ...waitSpots,
  ...requestSpots,
  ...householdSpots,
  ...occupancySpots,
  ...homeSpots,
  'GET /api/family/confirmations/:id params/id': {
    caller: 'guardian',
    ask: (_world, id) => ({ path: `/api/family/confirmations/${id}` }),
    own: receiptOf('guardian'),
    foreign: {
      'the separated parent’s': receiptOf('separatedParent'),
      'a stranger’s': receiptOf('otherGuardian'),
      'of another organisation': receiptOf('foreignGuardian'),
    },
  },
  'DELETE /api/family/sessions/:id params/id': {
    caller: 'guardian',
    ask: (_world, id) => ({ path: `/api/family/sessions/${id}` }),
    own: sessionOf('guardian'),
    foreign: {
      'the co-guardian’s': sessionOf('coGuardian'),
      'the separated parent’s': sessionOf('separatedParent'),
      'a member of staff’s': sessionOf('administrator'),
      'of another organisation': sessionOf('foreignGuardian'),
    },
  },
  'PUT /api/family/cart body/changes/*/childId': {
    ...cartSpot('childId', 'add'),
    own: ({ families }) => families.alpha.children[0]?.id ?? '',
    foreign: foreignChildren,
  },
  'PUT /api/family/cart body/changes/*/sessionId': {
    ...cartSpot('sessionId', 'add'),
    own: sessionIdOf('guardian'),
    foreign: {
      'of another organisation': sessionIdOf('foreignGuardian'),
      'the id of something else': ({ families }) => families.alpha.id,
    },
  },
  'DELETE /api/staff/sessions/:id params/id': {
    caller: 'administrator',
    ask: (_world, id) => ({ path: `/api/staff/sessions/${id}` }),
    own: sessionOf('administrator'),
    foreign: {
      'a colleague’s': sessionOf('office'),
      'a parent’s': sessionOf('guardian'),
      'of another organisation': sessionOf('foreignAdministrator'),
    },
  },
};

const planted = 'GET /api/family/planted/:id params/id';

describe("somebody else's object is a missing one", () => {
  let world: World;
  let routes: readonly LiveRoute[];
  beforeAll(async () => {
    const started = await withLiveRoutes(() =>
      createTestApp({ mount: async (app) => mountTellingRoute(app, () => world) }),
    );
    routes = started.routes;
    world = await createWorld(started.created);
  });
  afterAll(() => world.testApp.close());

  test('every place where a route takes an id is tried', () => {
    const found = new Set(
      routes.filter(({ method }) => method !== 'HEAD').flatMap((route) => idSpots(route)),
    );
    expect([...found].toSorted()).toEqual([...Object.keys(spots), planted].toSorted());
  });

  test.each(Object.entries(spots))('%s', async (key, spot) => {
    const { answer: missing } = await answerTo(world, key, spot, newId());
    for (const [whose, idOf] of Object.entries(spot.foreign)) {
      const { answer, changed } = await answerTo(world, key, spot, await idOf(world));
      expect([whose, answer]).toEqual([whose, missing]);
      expect([whose, changed]).toEqual([whose, false]);
    }
    const { answer: own, changed } = await answerTo(world, key, spot, await spot.own(world));
    expect(own).not.toEqual(missing);
    expect(changed).toBe(spot.writes ?? !key.startsWith('GET'));
  });

  test.each(Object.entries(foreignChildren))('a removal from the cart: %s', async (_name, idOf) => {
    const spot = { ...cartSpot('childId', 'remove'), own: idOf, foreign: {} };
    const missing = await answerTo(world, 'PUT /api/family/cart', spot, newId());
    expect(missing).toMatchObject({ answer: { status: 404 }, changed: false });
    expect(await answerTo(world, 'PUT /api/family/cart', spot, await idOf(world))).toEqual(missing);
  });

  test('a route that refuses what exists and misses what does not is noticed', async () => {
    const telling: Spot = {
      caller: 'guardian',
      ask: (_world, id) => ({ path: `/api/family/planted/${id}` }),
      own: newId,
      foreign: {},
    };
    const missing = await answerTo(world, planted, telling, newId());
    const foreign = await answerTo(world, planted, telling, world.families.charlie.id);
    expect(missing).toMatchObject({ answer: { status: 404 } });
    expect(foreign).not.toEqual(missing);
  });
});

async function answerTo(
  world: World,
  key: string,
  spot: Spot,
  id: string,
): Promise<{ answer: unknown; changed: boolean }> {
  const [method = ''] = key.split(' ');
  const asked = await spot.ask(world, id);
  const cookie = await cookieOfPerson(world, spot.caller);
  const before = await stateOfTenants(world);
  const answer = comparable(await send(world.testApp, method, asked, cookie));
  return { answer, changed: before !== (await stateOfTenants(world)) };
}

/** Tells a stranger's household (403) from none at all (404), as no route may. */
function mountTellingRoute(app: FastifyInstance, world: () => World): void {
  const params = z.strictObject({ id: z.uuid() });
  const options = { config: { access: guardian }, schema: { params } };
  app.get('/api/family/planted/:id', options, async (request) => {
    const { id } = params.parse(request.params);
    const exists = Object.values(world().families).some((family) => family.id === id);
    throw exists
      ? new Problem(403, 'forbidden', 'Not yours')
      : new Problem(404, 'not-found', 'Nothing here');
  });
}
