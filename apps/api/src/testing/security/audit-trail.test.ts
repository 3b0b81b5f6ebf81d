import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessionGate } from '../../modules/accounts/accounts.public.ts';
import { anonymous, guardian } from '../../platform/auth/actor.ts';
import { createTenantAccess } from '../../platform/http/tenant.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp } from '../test-app.ts';
import { cookieOfPerson } from './actors.ts';
import { canariesIn, canary } from './canaries.ts';
import { bookUnrecorded } from './expectations/book.ts';
import { occupancyUnrecorded } from './expectations/occupancy.ts';
import { confirming, draftLunch } from './journeys.ts';
import { type LiveRoute, withLiveRoutes } from './live-routes.ts';
import { type Answer, type Asked, send } from './requests.ts';
import { surfaceExpectations } from './route-expectations.ts';
import { stateOfTenants } from './state-of-tenants.ts';
import { createWorld } from './world.ts';
import type { PersonName, World } from './cast.ts';

type Recorded = {
  readonly id: string;
  readonly action: string;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly object_kind: string;
  readonly object_id: string | null;
  readonly detail: unknown;
  readonly request_id: string;
};

/** Writes that leave no trace, each with the reason it gives. A new one is decided here. */
const unrecorded: Readonly<Record<string, RegExp>> = {
  'POST /api/family/activation/check': /only reads/,
  'POST /api/staff/activation/check': /only reads/,
  'POST /api/staff/text-preview': /only reads/,
  'PUT /api/family/cart': /draft/,
  'DELETE /api/family/cart': /draft/,
  ...bookUnrecorded,
  ...occupancyUnrecorded,
};

const writes = Object.keys(surfaceExpectations).filter((key) => !key.startsWith('GET '));
const recorded = writes.filter((key) => !(key in unrecorded));
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('what is done leaves a trace', () => {
  let world: World;
  let routes: readonly LiveRoute[];
  beforeAll(async () => {
    const started = await withLiveRoutes(() =>
      createTestApp({ mount: async (app) => mountSilentRoutes(app, () => world) }),
    );
    routes = started.routes;
    world = await createWorld(started.created);
  });
  afterAll(() => world.testApp.close());

  const declaredBy = (key: string) => routes.find((route) => route.key === key)?.audit;
  const doer = (key: string): PersonName =>
    key.includes('/api/staff/') ? 'administrator' : 'guardian';

  /** Asks a route what it is for, as who may; returns the answer and the lines it added. */
  const doIt = async (key: string, given?: Asked): Promise<[Answer, Recorded[]]> => {
    const [method = '', path = ''] = key.split(' ');
    const asked = given ?? (await surfaceExpectations[key]?.ask(world)) ?? { path };
    const cookie = await cookieOfPerson(world, doer(key));
    const before = new Set((await trail(world)).map(({ id }) => id));
    const answer = await send(world.testApp, method, asked, cookie);
    return [answer, (await trail(world)).filter(({ id }) => !before.has(id))];
  };

  test('every write of the server is recorded, or says why not', () => {
    const said: (readonly [string, string])[] = routes
      .filter(({ method, audit }) => !['GET', 'HEAD'].includes(method) && typeof audit !== 'string')
      .map(({ key, audit }) => [key, typeof audit === 'object' ? audit.none : 'nothing']);
    const keys = said.map(([key]) => key);
    expect(new Set(keys)).toEqual(new Set(Object.keys(unrecorded)));
    for (const [key, reason] of said) expect(reason).toMatch(unrecorded[key] ?? /never/);
  });

  test.each(recorded)('%s adds the line it declares, without anybody’s data', async (key) => {
    const [answer, lines] = await doIt(key);
    expect(answer.status).toBeLessThan(300);
    expect(lines).toHaveLength(1);
    const [line] = lines;
    expect(line?.action).toBe(declaredBy(key));
    expect(line?.request_id).toMatch(uuid);
    expect(canariesIn(JSON.stringify(lines))).toEqual([]);
    const { answers } = surfaceExpectations[key] ?? { answers: {} };
    if (Object.keys(answers).length === 0) return;
    const person = doer(key);
    expect(line).toMatchObject({
      actor_kind: person === 'guardian' ? 'guardian' : 'staff',
      actor_id: world.people[person].accountId,
      object_id: expect.stringMatching(uuid),
    });
  });

  test.each(Object.keys(unrecorded))('%s adds none', async (key) => {
    const [answer, lines] = await doIt(key);
    expect(answer.status).toBe(200);
    expect(lines).toEqual([]);
  });

  test('what was booked is told by ids and amounts', async () => {
    const asked = confirming(await draftLunch(world, 'guardian'));
    const [, [line]] = await doIt('POST /api/family/cart/confirm', asked);
    expect(line).toMatchObject({
      object_kind: 'confirmation',
      detail: {
        householdId: world.families.alpha.id,
        booked: [{ childId: world.families.alpha.children[0]?.id, sessionId: expect.any(String) }],
        cancelled: [],
        notDone: 0,
        totalCents: expect.any(Number),
      },
    });
    // Sent again under its key: the same answer, done once, recorded once.
    const [again, lines] = await doIt('POST /api/family/cart/confirm', asked);
    expect(again).toMatchObject({ status: 200, body: { id: line?.object_id } });
    expect(lines).toEqual([]);
  });

  test('a wrong password is recorded, of an unknown address nothing but that', async () => {
    const { people, here } = world;
    const attempt = (email: string): Asked => ({
      path: '/api/family/sign-in',
      body: { organisation: here.organisation.slug, email, password: 'un mot de passe faux' },
    });
    const key = 'POST /api/family/sign-in';
    const [known, [failure]] = await doIt(key, attempt(people.otherGuardian.email));
    expect(known.status).toBe(401);
    expect(failure).toMatchObject({
      action: 'account.signInFailed',
      actor_id: null,
      object_id: people.otherGuardian.accountId,
    });
    const [, unknown] = await doIt(key, attempt(`${canary('nobody', 'email')}@example.org`));
    expect(unknown).toMatchObject([{ action: 'account.signInFailed', object_id: null }]);
    expect(canariesIn(JSON.stringify(unknown))).toEqual([]);
    const body = { current: 'un mot de passe faux', next: 'sept girafes en velours' };
    const own = { path: '/api/family/password', body };
    const [, [checked]] = await doIt('POST /api/family/password', own);
    expect(checked?.action).toBe('account.passwordCheckFailed');
  });

  test('a command that forgets its line is undone, and one outside a command is noticed', async () => {
    const before = await stateOfTenants(world);
    const [done] = await doIt('POST /api/family/recorded');
    expect(done.status).toBe(200);
    expect(await stateOfTenants(world)).not.toBe(before);
    const name = async () => (await householdNames(world)).join();
    const kept = await name();
    const [forgetful, none] = await doIt('POST /api/family/forgetful');
    expect(forgetful.status).toBe(500);
    expect(none).toEqual([]);
    expect(await name()).toBe(kept);
    const [silent, nothing] = await doIt('POST /api/family/silent');
    expect(silent.status).toBe(200);
    expect(declaredBy('POST /api/family/silent')).toBe('planted.done');
    // This is what the test of each route above would stumble over.
    expect(nothing).toEqual([]);
  });
});

async function trail({ testApp, here }: World): Promise<Recorded[]> {
  const { rows } = await transaction(testApp.database, here.organisation.id, (tx) =>
    tx.orm.execute<Recorded>('select * from audit_event order by id'),
  );
  return rows;
}

async function householdNames({ testApp, here }: World): Promise<string[]> {
  const { rows } = await transaction(testApp.database, here.organisation.id, (tx) =>
    tx.orm.execute<{ name: string }>('select name from household order by id'),
  );
  return rows.map(({ name }) => name);
}

/** Writes that declare an audit event: one records it, two forget to. */
function mountSilentRoutes(app: FastifyInstance, world: () => World): void {
  const rename = (name: string) => `update household set name = '${name}'`;
  const tenant = () => {
    const { database, clock } = world().testApp;
    return createTenantAccess(database, clock, sessionGate);
  };
  const config = { access: guardian, audit: 'planted.done' };
  app.post('/api/family/recorded', { config }, (request) =>
    tenant().commandFamily(request, async (tx, { audit }) => {
      await tx.orm.execute(rename('Dit'));
      audit(tx, { objectKind: 'household', objectId: null });
      return {};
    }),
  );
  app.post('/api/family/forgetful', { config }, (request) =>
    tenant().commandFamily(request, async (tx) => {
      await tx.orm.execute(rename('Tu'));
      return {};
    }),
  );
  app.post('/api/family/silent', { config: { ...config, access: anonymous } }, async () => ({}));
}
