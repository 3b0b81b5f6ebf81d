import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { guardian } from '../../platform/auth/actor.ts';
import { builtByHand } from '../../platform/http/built-by-hand.ts';
import { createTestApp } from '../test-app.ts';
import { type ActorName, cookieOf } from './actors.ts';
import { statusFor } from './expectations.ts';
import { draftLunch } from './journeys.ts';
import { type LiveRoute, withLiveRoutes } from './live-routes.ts';
import { type Answer, send } from './requests.ts';
import { surfaceExpectations } from './route-expectations.ts';
import { responseSchema, undeclaredFields } from './undeclared-fields.ts';
import { createWorld } from './world.ts';
import type { World } from './cast.ts';

const callers: readonly ActorName[] = [
  'anonymous',
  'guardian',
  'otherGuardian',
  'administrator',
  'attendant',
];

/** What routes answer without declaring it: refusals the platform makes for any of them. */
const platformStatuses = new Set([401, 403]);

// In demo mode, as in production, large answers are written out without a last look at their
// schema: that mode is the one to be watched.
describe('what an answer may say', () => {
  let world: World;
  let routes: readonly LiveRoute[];
  beforeAll(async () => {
    const started = await withLiveRoutes(() =>
      createTestApp({ config: { PREAU_MODE: 'demo' }, mount: mountTalkativeRoutes }),
    );
    routes = started.routes;
    world = await createWorld(started.created);
  });
  afterAll(() => world.testApp.close());

  test.each(Object.entries(surfaceExpectations))('%s', async (key, expectation) => {
    const route = routes.find((one) => one.key === key);
    if (!route) throw new Error(`${key} is not there`);
    for (const actor of callers) {
      if (key.startsWith('GET')) await draftLunch(world, 'guardian');
      const asked = await expectation.ask(world);
      const cookie = await cookieOf(world, actor);
      const answer = await send(world.testApp, route.method, asked, cookie);
      expect(answer.status).toBe(statusFor(expectation, actor));
      expect([actor, ...faultsOf(answer, route)]).toEqual([actor]);
    }
  });

  test('a field too many is cut off, and one written out by hand is noticed', async () => {
    const cookie = await cookieOf(world, 'guardian');
    const fieldsOf = async (path: string) => {
      const { body } = await send(world.testApp, 'GET', { path }, cookie);
      return undeclaredFields(body, talkative);
    };
    expect(await fieldsOf('/api/family/talkative')).toEqual([]);
    expect(await fieldsOf('/api/family/by-hand/demo')).toEqual(['/child/allergies', '/phone']);
    expect(await fieldsOf('/api/family/by-hand/test')).toEqual([]);
  });
});

/** What an answer says that its route did not declare. */
function faultsOf({ status, body, text, headers }: Answer, { schema }: LiveRoute): string[] {
  const declared = responseSchema(schema?.response, status);
  const isProblem = (headers['content-type'] ?? '').startsWith('application/problem+json');
  if (!declared) return platformStatuses.has(status) && isProblem ? [] : [`${status} undeclared`];
  if (status === 204) return text === '' ? [] : ['an empty answer says something'];
  if (status >= 400 !== isProblem) return [`${status} as ${headers['content-type']}`];
  return undeclaredFields(body, declared);
}

const talkative = z.object({ child: z.object({ id: z.string() }) });

/** Routes that answer more than they declare, with and without the serialiser of schemas. */
async function mountTalkativeRoutes(app: FastifyInstance): Promise<void> {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: guardian };
  const schema = { response: { 200: talkative } };
  const answer = async () => ({ child: { id: '1', allergies: 'Kiwi' }, phone: '0600000000' });
  routes.get('/api/family/talkative', { config, schema }, answer);
  for (const mode of ['demo', 'test'] as const) {
    const byHand = { ...builtByHand(mode), config, schema };
    routes.get(`/api/family/by-hand/${mode}`, byHand, answer);
  }
}
