import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anonymous } from '../../platform/auth/actor.ts';
import { createTestApp } from '../test-app.ts';
import { cookieOfPerson } from './actors.ts';
import { type LiveRoute, withLiveRoutes } from './live-routes.ts';
import { formRoutes } from './expectations/documents.ts';
import { bookAllowedAsIs } from './expectations/book.ts';
import { enrolmentAllowedAsIs } from './expectations/enrolments.ts';
import { requestsAllowedAsIs } from './expectations/requests.ts';
import { homeAllowedAsIs } from './expectations/home.ts';
import { occupancyAllowedAsIs } from './expectations/occupancy.ts';
import { coveted, type Malformed, malformedVariants } from './malformed.ts';
import { type Answer, type Asked, send } from './requests.ts';
import { surfaceExpectations } from './route-expectations.ts';
import { stateOfTenants } from './state-of-tenants.ts';
import { createWorld } from './world.ts';
import type { World } from './cast.ts';

const problem = z.object({
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string() })).optional(),
});

/** `null` takes a line out of the draft: there it is a value like another. */
const allowedAsIs = new Set([
  'PUT /api/family/cart /changes/0/action = null',
  ...bookAllowedAsIs,
  ...enrolmentAllowedAsIs,
  ...homeAllowedAsIs,
  ...requestsAllowedAsIs,
  ...occupancyAllowedAsIs,
]);

const keys = Object.keys(surfaceExpectations);
const withBody = keys.filter(
  (key) => /^(POST|PUT|PATCH|DELETE) /.test(key) && !formRoutes.has(key),
);

describe('what a request may say', () => {
  let world: World;
  let routes: readonly LiveRoute[];
  beforeAll(async () => {
    const started = await withLiveRoutes(() => createTestApp({ mount: mountLenientRoute }));
    routes = started.routes;
    world = await createWorld(started.created);
  });
  afterAll(() => world.testApp.close());

  const askAs = async (key: string, asked: Asked): Promise<Answer> => {
    const [method = ''] = key.split(' ');
    const person = key.includes('/api/staff/') ? 'administrator' : 'guardian';
    return send(world.testApp, method, asked, await cookieOfPerson(world, person));
  };
  /** Sends each variant; tells those that were not refused where they should have been. */
  const notRefused = async (
    key: string,
    variants: readonly Malformed[],
    toAsked: (variant: Malformed) => Asked,
    part: string,
  ): Promise<string[]> => {
    const faults: string[] = [];
    for (const variant of variants) {
      if (allowedAsIs.has(`${key} ${variant.what}`)) continue;
      const answer = await askAs(key, toAsked(variant));
      const told = problem.safeParse(answer.body);
      const pointers = (told.data?.errors ?? []).map(({ pointer }) => pointer);
      const wanted = `/${part}${variant.pointer}`;
      const isPointed = pointers.some((one) => one === wanted || one.startsWith(`${wanted}/`));
      if (answer.status !== 422 || told.data?.code !== 'invalid' || !isPointed) {
        faults.push(`${variant.what}: ${answer.status} ${pointers.join(' ')}`);
      }
    }
    return faults;
  };

  test.each(withBody)('%s takes the body it declares and no other', async (key) => {
    const route = routes.find((one) => one.key === key);
    const valid = await surfaceExpectations[key]?.ask(world);
    if (!route || !valid) throw new Error(`${key} is not there`);
    const { body = {} } = valid;
    expect(valid.body !== undefined).toBe(route.schema?.body !== undefined);
    const variants = malformedVariants(body);
    expect(variants.length).toBeGreaterThanOrEqual(coveted.length);
    const before = await stateOfTenants(world);
    const faults = await notRefused(
      key,
      variants,
      ({ value }) => ({ ...valid, body: value }),
      'body',
    );
    expect(faults).toEqual([]);
    // Sessions were opened to ask; nothing else was written by what was refused.
    expect(withoutSessions(await stateOfTenants(world))).toBe(withoutSessions(before));
    if (route.schema?.body === undefined) return;
    for (const whole of [[], [body], 'text', 1, null]) {
      const answer = await askAs(key, {
        ...valid,
        body: JSON.stringify(whole),
        headers: json(valid),
      });
      expect([whole, answer.status]).toEqual([whole, 422]);
    }
  });

  test.each(keys)('%s takes the query it declares and no other', async (key) => {
    const valid = await surfaceExpectations[key]?.ask(world);
    if (!valid) throw new Error(`${key} is not there`);
    const [path = '', query = ''] = valid.path.split('?');
    const declared = Object.fromEntries(new URLSearchParams(query));
    const sent = (value: unknown) => ({
      ...valid,
      path: `${path}?${new URLSearchParams(value as Record<string, string>).toString()}`,
    });
    const added = coveted.map((name) => ({
      what: name,
      value: { ...declared, [name]: '1' },
      pointer: `/${name}`,
    }));
    expect(await notRefused(key, added, ({ value }) => sent(value), 'querystring')).toEqual([]);
    for (const name of Object.keys(declared)) {
      const twice = { ...valid, path: `${valid.path}&${name}=${declared[name]}` };
      const nested = { ...valid, path: valid.path.replace(`${name}=`, `${name}[$ne]=`) };
      const empty = sent({ ...declared, [name]: '' });
      for (const asked of [twice, nested, empty]) {
        const { status } = await askAs(key, asked);
        expect([asked.path, status]).toEqual([asked.path, 422]);
      }
    }
  });

  test.each(keys.filter((key) => key.includes('/:')))(
    '%s takes an id and no other',
    async (key) => {
      const valid = await surfaceExpectations[key]?.ask(world);
      const words = /:slug(?:\/reglement)?$/.test(key)
        ? ['Commune', 'a--b', "a'--", 'a'.repeat(61), '%00']
        : ['1', "' or 1=1 --", '../me', '%00', '{}', '0'.repeat(36)];
      for (const word of words) {
        const path = key
          .split(' ')[1]
          ?.replace(/:\w+/, encodeURIComponent(word).replace('%2500', '%00'));
        const answer = await askAs(key, { ...valid, path: path ?? '' });
        expect([word, answer.status]).toEqual([word, 422]);
        expect(problem.parse(answer.body).errors?.[0]?.pointer).toMatch(
          /^\/params\/(id|slug|code)$/,
        );
      }
    },
  );

  test('what cannot be read at all is refused before it is looked at', async () => {
    const path = '/api/family/sign-in';
    const raw = (body: string, type = 'application/json') =>
      askAs(`POST ${path}`, { path, body, headers: { 'content-type': type } });
    const valid = JSON.stringify((await surfaceExpectations[`POST ${path}`]?.ask(world))?.body);
    expect((await raw(valid)).status).toBe(204);
    expect((await raw(valid.slice(0, -1))).status).toBe(400);
    expect((await raw('')).status).toBe(400);
    expect((await raw(`{"__proto__": {}, ${valid.slice(1)}`)).status).toBe(400);
    expect((await raw(`{"constructor": {"prototype": {}}, ${valid.slice(1)}`)).status).toBe(400);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      'text/plain; application/json',
    ]) {
      expect([type, (await raw(valid, type)).status]).toEqual([type, 415]);
    }
    const padded = (bytes: number) => valid.replace('{', `{${' '.repeat(bytes - valid.length)}`);
    expect((await raw(padded(256 * 1024))).status).toBe(204);
    const tooLarge = await raw(padded(256 * 1024 + 1));
    expect(tooLarge.status).toBe(413);
    expect(tooLarge.headers['content-type']).toContain('application/problem+json');
  });

  test('every schema of a request is strict, at every depth', () => {
    const loose = routes.flatMap((route) =>
      (['params', 'querystring', 'body'] as const).flatMap((part) => {
        const declared = route.schema?.[part];
        if (!(declared instanceof z.ZodType)) return [];
        return looseIn(z.toJSONSchema(declared, { io: 'input' })).map(
          (at) => `${route.key} ${part}${at}`,
        );
      }),
    );
    // The one planted below: without it this test could not fail.
    expect(loose).toEqual([
      'POST /api/family/lenient body',
      'POST /api/family/lenient body/inside',
    ]);
  });

  test('a route that forgives is noticed', async () => {
    const body = { inside: { id: 1 } };
    const faults = await notRefused(
      'POST /api/family/lenient',
      malformedVariants(body),
      ({ value }) => ({ path: '/api/family/lenient', body: value }),
      'body',
    );
    expect(faults).toContainEqual(expect.stringMatching(/^role added to it: 200/));
    expect(faults).toContainEqual(expect.stringMatching(/^price added to \/inside: 200/));
    expect(faults).toContainEqual(expect.stringMatching(/^\/inside\/id = "1": 200/));
  });
});

const withoutSessions = (state: string) =>
  state.replaceAll(/\{"name":"sign_in_session"[^}]*\},?/g, '');

const json = ({ headers }: Asked) => ({ ...headers, 'content-type': 'application/json' });

/** Objects of a JSON schema that let other keys through. */
function looseIn(schema: unknown, at = ''): string[] {
  const node = z
    .looseObject({
      type: z.string().optional(),
      properties: z.record(z.string(), z.unknown()).optional(),
      additionalProperties: z.unknown().optional(),
      items: z.unknown().optional(),
      anyOf: z.array(z.unknown()).optional(),
      $defs: z.record(z.string(), z.unknown()).optional(),
    })
    .safeParse(schema);
  if (!node.success) return [];
  const { type, properties = {}, additionalProperties, items, anyOf = [], $defs = {} } = node.data;
  return [
    ...(type === 'object' && additionalProperties !== false ? [at] : []),
    ...Object.entries(properties).flatMap(([name, one]) => looseIn(one, `${at}/${name}`)),
    ...looseIn(items, `${at}/*`),
    ...anyOf.flatMap((one) => looseIn(one, at)),
    ...Object.entries($defs).flatMap(([name, one]) => looseIn(one, `${at}#${name}`)),
  ];
}

/** Strips what it does not know and reads a number in a text, as no route may. */
async function mountLenientRoute(app: FastifyInstance): Promise<void> {
  const body = z.object({ inside: z.object({ id: z.coerce.number() }) });
  const config = { access: anonymous, audit: { none: 'a test' } };
  app.post('/api/family/lenient', { config, schema: { body } }, async () => ({}));
}
