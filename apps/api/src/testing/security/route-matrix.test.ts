import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous } from '../../platform/auth/actor.ts';
import { mountDevelopment } from '../../platform/development/mount-development.ts';
import { createTestApp } from '../test-app.ts';
import { usualTestInstant } from '../test-app.ts';
import { type ActorName, actorNames, cookieOf } from './actors.ts';
import { type Expectation, statusFor } from './expectations.ts';
import { type LiveRoute, withLiveRoutes } from './live-routes.ts';
import { type Asked, send } from './requests.ts';
import { expectations } from './route-expectations.ts';
import { stateOfTenants } from './state-of-tenants.ts';
import { createWorld } from './world.ts';
import type { World } from './cast.ts';

const planted = 'GET /api/family/everybody';

describe('who may call which route', () => {
  let world: World;
  let routes: readonly LiveRoute[];
  const pages = mkdtempSync(path.join(tmpdir(), 'preau-pages-'));
  beforeAll(async () => {
    const started = await withLiveRoutes(() =>
      createTestApp({ config: writePages(pages), mount: mountEverything }),
    );
    routes = started.routes;
    world = await createWorld(started.created);
  });
  afterAll(async () => {
    await world.testApp.close();
    rmSync(pages, { recursive: true });
  });

  test('every route of the server is expected, and nothing is expected that is not there', () => {
    expect(mismatches(routes, expectations)).toEqual([`${planted} is not expected`]);
    const without = Object.fromEntries(Object.entries(expectations).slice(1));
    expect(mismatches(routes, without)).toHaveLength(2);
    const { ['GET /']: one = never } = expectations;
    expect(mismatches(routes, { ...expectations, 'GET /api/gone': one })).toContain(
      'GET /api/gone is expected and is not there',
    );
  });

  test.each(Object.entries(expectations))('%s', async (key, expectation) => {
    const answers: Record<string, number> = {};
    const wanted: Record<string, number> = {};
    for (const actor of callersOf(expectation)) {
      const asked = await expectation.ask(world);
      for (const method of methodsOf(key)) {
        const call = `${actor} ${method}`;
        answers[call] = await answerTo(world, method, expectation, { actor, asked });
        wanted[call] = statusFor(expectation, actor);
      }
    }
    expect(answers).toEqual(wanted);
  });

  test('a route open to everybody by mistake differs from what is expected of it', async () => {
    const { ['GET /api/family/me']: expectation = never } = expectations;
    const call = { actor: 'anonymous', asked: { path: '/api/family/everybody' } } as const;
    expect(await answerTo(world, 'GET', expectation, call)).toBe(200);
    expect(statusFor(expectation, 'anonymous')).toBe(401);
  });

  test('a refused request that writes all the same is noticed', async () => {
    const { ['GET /api/staff/households']: expectation = never } = expectations;
    // Signing in writes a session; of the one to whom this is forbidden nothing may be written.
    const { path: signInPath, body } = await (
      expectations['POST /api/family/sign-in'] ?? never
    ).ask(world);
    const call = { actor: 'attendant', asked: { path: signInPath, body } } as const;
    await expect(answerTo(world, 'POST', expectation, call)).rejects.toThrow('something changed');
  });
});

/**
 * Who tries a route. One that asks nobody who they are is tried by one of each kind: nobody, a
 * parent, another town's staff, and cookies that are no good.
 */
function callersOf({ answers }: Expectation): readonly ActorName[] {
  return Object.keys(answers).length > 0 ? actorNames : passersBy;
}

const passersBy: readonly ActorName[] = [
  'anonymous',
  'guardian',
  'foreignAdministrator',
  'revokedGuardian',
  'forgedAdministrator',
];

const never: Expectation = { ask: () => ({ path: '' }), answers: {}, everybodyElse: 0 };

/** The status of the answer; whoever is refused must have changed nothing. */
async function answerTo(
  world: World,
  method: string,
  expectation: Expectation,
  { actor, asked }: { readonly actor: ActorName; readonly asked: Asked },
): Promise<number> {
  const cookie = await cookieOf(world, actor);
  const isRefused = statusFor(expectation, actor) >= 400 && method !== 'HEAD';
  const before = isRefused ? await stateOfTenants(world) : '';
  const { status, headers } = await send(world.testApp, method, asked, cookie);
  if (isRefused && before !== (await stateOfTenants(world))) {
    throw new Error(`${actor} was refused, yet something changed`);
  }
  if (isRefused && headers['set-cookie']) {
    throw new Error(`${actor} was refused, yet signed in`);
  }
  return status;
}

/** A GET is also a HEAD: the framework answers both with the same handler. */
function methodsOf(key: string): string[] {
  const [method = ''] = key.split(' ');
  return method === 'GET' ? ['GET', 'HEAD'] : [method];
}

function mismatches(
  routes: readonly LiveRoute[],
  expected: Readonly<Record<string, Expectation>>,
): string[] {
  const keys = new Set(routes.map(({ key }) => key.replace(/^HEAD /, 'GET ')));
  return [
    ...[...keys].filter((key) => !(key in expected)).map((key) => `${key} is not expected`),
    ...Object.keys(expected)
      .filter((key) => !keys.has(key))
      .map((key) => `${key} is expected and is not there`),
  ];
}

/** What a demonstration has besides, and a route that forgot whom it is for. */
async function mountEverything(app: FastifyInstance): Promise<void> {
  const clock = {
    now: () => usualTestInstant,
    offset: () => 0,
    move: async () => undefined,
    moveTo: async () => undefined,
    whenMoved: () => undefined,
    stop: () => undefined,
  };
  await mountDevelopment(app, { clock, mailPort: 0 });
  app.get('/api/family/everybody', { config: { access: anonymous } }, async () => ({}));
}

/** Pages to serve, as a build would have made them. */
function writePages(folder: string): Record<string, string> {
  for (const surface of ['family', 'staff']) {
    mkdirSync(path.join(folder, surface, 'assets'), { recursive: true });
    writeFileSync(path.join(folder, surface, 'index.html'), '<!doctype html><title>Préau</title>');
    writeFileSync(path.join(folder, surface, 'assets', 'page.js'), '');
  }
  return { FAMILY_DIST: path.join(folder, 'family'), STAFF_DIST: path.join(folder, 'staff') };
}
