import type { FastifyInstance, RouteShorthandOptions } from 'fastify';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../app.ts';
import { anonymous, guardian } from '../../platform/auth/actor.ts';
import { createStoppedClock } from '../../platform/clock.ts';
import { openDatabase } from '../../platform/db/pool.ts';
import { usualTestInstant } from '../test-app.ts';
import { testConfig } from '../test-config.ts';

// Nothing is asked of the database before the first request.
const nowhere = 'postgres://nobody@127.0.0.1:1/nothing';

/** Whether a server with these routes besides its own becomes ready, or why not. */
async function start(
  mount: (app: FastifyInstance) => void,
  mode: 'test' | 'production' = 'test',
): Promise<string> {
  const database = openDatabase(nowhere, 1);
  const app = await createApp({
    config: testConfig(nowhere, { PREAU_MODE: mode }),
    database,
    clock: createStoppedClock(usualTestInstant),
    mountDevelopment: async (instance) => mount(instance),
  });
  try {
    await app.ready();
    return 'started';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await app.close();
    await database.close();
  }
}

const handler = async () => ({});
const none = { none: 'it changes nothing' };
const writes = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;

describe('the server refuses to start', () => {
  test('with a route that does not say who may call it', async () => {
    expect(await start((app) => app.get('/api/family/x', handler))).toContain(
      'GET /api/family/x declares no access policy',
    );
    const said: RouteShorthandOptions = { config: { access: anonymous } };
    expect(await start((app) => app.get('/api/family/x', said, handler))).toBe('started');
  });

  test('with such a route in a plugin of its own, whatever its address', async () => {
    const hidden = (app: FastifyInstance) => {
      void app.register(async (inner) => {
        inner.get('/inside', { schema: { hide: true } }, handler);
      });
    };
    expect(await start(hidden)).toContain('GET /inside declares no access policy');
    expect(await start((app) => app.all('/anything', handler))).toContain('/anything');
  });

  test.each(writes)('with a %s that does not say what it leaves in the audit', async (method) => {
    const route = { method, url: '/api/family/x', handler };
    const access = guardian;
    expect(await start((app) => app.route({ ...route, config: { access } }))).toContain(
      `${method} /api/family/x writes and declares no audit event`,
    );
    for (const audit of ['thing.done', none]) {
      expect(await start((app) => app.route({ ...route, config: { access, audit } }))).toBe(
        'started',
      );
    }
  });

  test('with a write declared together with a read', async () => {
    const config = { access: guardian };
    const both = { method: ['GET', 'POST'] as ['GET', 'POST'], url: '/api/family/x', handler };
    expect(await start((app) => app.route({ ...both, config }))).toContain('declares no audit');
    const audited = { ...config, audit: none };
    expect(await start((app) => app.route({ ...both, config: audited }))).toBe('started');
  });

  test('not in production, where what exists for demonstrations is not even mounted', async () => {
    const undeclared = (app: FastifyInstance) => app.get('/dev/x', handler);
    expect(await start(undeclared)).toContain('/dev/x');
    expect(await start(undeclared, 'production')).toBe('started');
  });
});
