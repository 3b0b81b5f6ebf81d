import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp } from '../test-app.ts';
import { signInAgent, signInGuardian } from '../test-people.ts';
import { cookieOfPerson } from './actors.ts';
import { statusFor } from './expectations.ts';
import { type LiveRoute, withLiveRoutes } from './live-routes.ts';
import { send } from './requests.ts';
import { surfaceExpectations } from './route-expectations.ts';
import { stateOfTenants } from './state-of-tenants.ts';
import { createWorld } from './world.ts';
import type { World } from './cast.ts';

const own = 'http://preau.test';
/** What browsers send with a request made by a page of another site, or by none they know. */
const foreignHeaders: readonly Readonly<Record<string, string>>[] = [
  { origin: 'https://evil.example' },
  { 'sec-fetch-site': 'cross-site' },
  { origin: 'http://preau.test.evil.example' },
  { origin: 'https://preau.test' },
  { origin: 'http://preau.test:8080' },
  { origin: 'http://other.preau.test' },
  { origin: 'null' },
  { origin: '' },
  { 'sec-fetch-site': 'same-site' },
  { origin: own, 'sec-fetch-site': 'cross-site' },
];
const ownHeaders: readonly Readonly<Record<string, string>>[] = [
  { origin: own },
  { origin: own, 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'none' },
];
const writes = Object.entries(surfaceExpectations).filter(([key]) => !key.startsWith('GET '));
const reads = Object.entries(surfaceExpectations).filter(([key]) => key.startsWith('GET '));

describe('what a browser may be made to do', () => {
  let world: World;
  let routes: readonly LiveRoute[];
  const pages = mkdtempSync(path.join(tmpdir(), 'preau-pages-'));
  beforeAll(async () => {
    const started = await withLiveRoutes(() => createTestApp({ config: writePages(pages) }));
    routes = started.routes;
    world = await createWorld(started.created);
  });
  afterAll(async () => {
    await world.testApp.close();
    rmSync(pages, { recursive: true });
  });

  const personOf = (key: string) => (key.includes('/api/staff/') ? 'administrator' : 'guardian');

  test.each(writes)(
    '%s from another site is refused, from ours it is done',
    async (key, wanted) => {
      const [method = ''] = key.split(' ');
      const person = personOf(key);
      const asked = await wanted.ask(world);
      const cookie = await cookieOfPerson(world, person);
      const ask = (more: Readonly<Record<string, string>>) =>
        send(world.testApp, method, { ...asked, headers: { ...asked.headers, ...more } }, cookie);
      const before = await stateOfTenants(world);
      for (const headers of foreignHeaders.slice(0, 2)) {
        const answer = await ask(headers);
        expect([headers, answer.status, answer.body]).toMatchObject([
          headers,
          403,
          { code: 'cross-origin' },
        ]);
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
      expect(await stateOfTenants(world)).toBe(before);
      const [headers = {}] = ownHeaders;
      expect((await ask(headers)).status).toBe(statusFor(wanted, person));
    },
  );

  test.each(foreignHeaders)('a write with %j is not one of ours', async (headers) => {
    const cookie = await cookieOfPerson(world, 'guardian');
    const answer = await send(
      world.testApp,
      'DELETE',
      { path: '/api/family/cart', headers },
      cookie,
    );
    expect(answer).toMatchObject({ status: 403, body: { code: 'cross-origin' } });
  });

  test.each(ownHeaders)('a write with %j is one of ours', async (headers) => {
    const asked = { path: '/api/family/cart', headers };
    const cookie = await cookieOfPerson(world, 'guardian');
    expect((await send(world.testApp, 'DELETE', asked, cookie)).status).toBe(200);
  });

  test.each(reads)('%s changes nothing', async (key, wanted) => {
    const asked = await wanted.ask(world);
    const cookie = await cookieOfPerson(world, personOf(key));
    for (const method of ['GET', 'HEAD']) {
      const before = await stateOfTenants(world);
      expect((await send(world.testApp, method, asked, cookie)).status).toBe(200);
      expect(await stateOfTenants(world)).toBe(before);
    }
    // A write is seen by the same comparison.
    const before = await stateOfTenants(world);
    await cookieOfPerson(world, 'guardian');
    expect(await stateOfTenants(world)).not.toBe(before);
  });

  test('no page of another site may read an answer, or ask first whether it may', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'GET' };
    for (const method of ['GET', 'OPTIONS']) {
      const answer = await send(world.testApp, method, { path: '/api/family/me', headers });
      const allowed = Object.keys(answer.headers).filter((name) =>
        name.startsWith('access-control'),
      );
      expect(allowed).toEqual([]);
    }
  });

  test('a token is read from its cookie alone', async () => {
    const cookie = await cookieOfPerson(world, 'guardian');
    const token = cookie.split('=')[1] ?? '';
    const me = '/api/family/me';
    const status = async (headers: Record<string, string>, path = me) =>
      (await send(world.testApp, 'GET', { path, headers })).status;
    expect(await status({ cookie })).toBe(200);
    expect(await status({ authorization: `Bearer ${token}` })).toBe(401);
    expect(await status({ 'x-access-token': token })).toBe(401);
    expect(await status({}, `${me}?token=${token}`)).toBe(422);
    expect(await status({ cookie: `__Host-${cookie}` })).toBe(401);
  });

  test('every answer of the API is kept by nobody, refusals and unknown addresses too', async () => {
    const paths = new Set(routes.map(({ url }) => url).filter((url) => url.startsWith('/api/')));
    expect(paths.size).toBeGreaterThan(30);
    for (const url of [...paths, '/api/nowhere', '/api/family/me']) {
      for (const method of ['GET', 'POST', 'DELETE']) {
        const answer = await send(world.testApp, method, { path: url });
        const told = [method, url, answer.headers['cache-control']];
        expect(told).toEqual([method, url, 'no-store']);
      }
    }
    const page = await send(world.testApp, 'GET', { path: '/o/commune' });
    expect(page.headers['cache-control']).toBe('no-cache');
  });

  test.each(['/o/commune', '/staff/commune', '/api/family/me', '/api/docs', '/nowhere', '/'])(
    '%s tells the browser what it may do with the page',
    async (address) => {
      const { headers } = await send(world.testApp, 'GET', { path: address });
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': expect.any(String),
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['server']).toBeUndefined();
      const policy = policyOf(headers);
      expect(policy).toMatchObject({
        'default-src': "'self'",
        'object-src': "'none'",
        'base-uri': "'none'",
        'frame-ancestors': "'none'",
        'form-action': "'self'",
      });
      if (address === '/api/docs') return;
      expect(policy).toMatchObject({ 'script-src': "'self'", 'style-src': "'self'" });
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/);
    },
  );
});

describe.each([
  { publicUrl: own, secure: false },
  { publicUrl: 'https://portail.example', secure: true },
])('a session signed in at $publicUrl', ({ publicUrl, secure }) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(await createTestApp({ config: { PUBLIC_URL: publicUrl } }));
  });
  afterAll(() => world.testApp.close());

  test.each(['family', 'staff'] as const)(
    'of the %s pages has a closed cookie',
    async (surface) => {
      const expectation = surfaceExpectations[`POST /api/${surface}/sign-in`];
      const asked = await expectation?.ask(world);
      const answer = await send(world.testApp, 'POST', asked ?? { path: '' });
      const [cookie = '', ...others] = [answer.headers['set-cookie'] ?? []].flat();
      expect(others).toEqual([]);
      const [pair = '', ...flags] = cookie.split('; ');
      expect(pair.split('=')[0]).toBe(`${secure ? '__Host-' : ''}preau-${surface}`);
      const wanted = ['HttpOnly', 'Path=/', 'SameSite=Lax', ...(secure ? ['Secure'] : [])];
      expect(flags.toSorted()).toEqual(wanted.toSorted());
      expect(answer.text).toBe('');
      const me = { path: `/api/${surface}/me`, headers: { cookie: pair } };
      expect((await send(world.testApp, 'GET', me)).status).toBe(200);
      const plain = { ...me, headers: { cookie: pair.replace('__Host-', '') } };
      expect((await send(world.testApp, 'GET', plain)).status).toBe(secure ? 401 : 200);
      const out = await send(world.testApp, 'POST', {
        path: `/api/${surface}/sign-out`,
        headers: { cookie: pair },
      });
      expect(String(out.headers['set-cookie'])).toMatch(/Expires=Thu, 01 Jan 1970/);
      expect((await send(world.testApp, 'GET', me)).status).toBe(401);
    },
  );

  test(`is ${secure ? '' : 'not '}bound to https`, async () => {
    const { headers } = await send(world.testApp, 'GET', { path: '/api/health/live' });
    expect('strict-transport-security' in headers).toBe(secure);
    expect('upgrade-insecure-requests' in policyOf(headers)).toBe(secure);
    const write = (origin: string) =>
      send(world.testApp, 'POST', { path: '/api/family/sign-out', headers: { origin } });
    expect((await write(publicUrl)).status).toBe(204);
    expect((await write(secure ? own : 'https://portail.example')).status).toBe(403);
  });

  test('is one the real sign-in opens, as the other tests assume', async () => {
    if (secure) return;
    const { organisation } = world.here;
    const { agent, email } = await signInGuardian(world.testApp, organisation);
    expect((await agent.get('/api/family/me')).status).toBe(200);
    const second = await signInAgent(world.testApp, organisation, 'family', email);
    expect((await second.get('/api/family/me')).body).toMatchObject({ account: { email } });
  });
});

function policyOf(headers: Readonly<Record<string, string>>): Record<string, string> {
  const directives = (headers['content-security-policy'] ?? '').split(';').map((one) => {
    const [name = '', ...values] = one.trim().split(' ');
    return [name, values.join(' ')];
  });
  return Object.fromEntries(directives);
}

/** Pages to serve, as a build would have made them. */
function writePages(folder: string): Record<string, string> {
  for (const surface of ['family', 'staff']) {
    mkdirSync(path.join(folder, surface, 'assets'), { recursive: true });
    writeFileSync(path.join(folder, surface, 'index.html'), '<!doctype html><title>Préau</title>');
  }
  return { FAMILY_DIST: path.join(folder, 'family'), STAFF_DIST: path.join(folder, 'staff') };
}
