import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anonymous, guardian } from '../../platform/auth/actor.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { createTestApp } from '../test-app.ts';
import { cookieOfPerson } from './actors.ts';
import { canariesIn, canary } from './canaries.ts';
import { comparable, send } from './requests.ts';
import { createWorld } from './world.ts';
import type { World } from './cast.ts';

const secret = canary('alpha-one', 'phone');

/**
 * Statements that fail with a value in what PostgreSQL says of it, by SQLSTATE. On the tenants' own
 * tables row security already keeps it from repeating rows: this one has none.
 */
const failing: Readonly<Record<string, string>> = {
  '23505': `insert into planted (phone, shown) values ('${secret}', true), ('${secret}', true)`,
  '23502': `insert into planted (phone) values ('${secret}')`,
  '23514': `insert into planted (phone, shown) values ('${secret}', false)`,
  '23503': `insert into planted (phone, shown, other) values ('here', true, '${secret}')`,
  '22P02': `select '${secret}'::uuid`,
  '42703': `select "${secret}" from guardian`,
};

const plantedTable = `create table planted (phone text primary key, shown boolean not null check (shown),
    other text references planted);
  grant select, insert on planted to preau_app;`;

describe('when something goes wrong on our side', () => {
  let world: World;
  const lines: string[] = [];
  beforeAll(async () => {
    const testApp = await createTestApp({
      config: { LOG_LEVEL: 'debug' },
      logTo: { write: (line) => lines.push(line) },
      mount: async (app) => mountBugs(app, () => world),
    });
    world = await createWorld(testApp);
    await testApp.owner.pool.query(plantedTable);
  });
  afterAll(() => world.testApp.close());
  beforeEach(() => {
    lines.splice(0);
  });

  const ask = async (path: string) =>
    send(world.testApp, 'GET', { path }, await cookieOfPerson(world, 'guardian'));

  test.each(Object.keys(failing))(
    'a database error %s says nothing of what was in it, neither outside nor in the log',
    async (state) => {
      // The database itself does repeat the value: the silence is ours.
      const told = await transaction(world.testApp.database, world.here.organisation.id, (tx) =>
        tx.orm.execute(failing[state] ?? ''),
      ).then(
        () => 'nothing failed',
        (error: Error) => JSON.stringify(error.cause, Object.getOwnPropertyNames(error.cause)),
      );
      expect(told).toContain(secret);
      const answer = await ask(`/api/family/failing/${state}`);
      expectGeneric(answer.status, answer.body);
      expect(canariesIn(answer.text)).toEqual([]);
      const log = lines.join('\n');
      expect(log).toContain(`"code":"${state}"`);
      expect(log).toContain('request failed');
      expect(canariesIn(log)).toEqual([]);
    },
  );

  test.each(['thrown', 'lines', 'rejected', 'caused', 'text', 'serialised', 'sent'])(
    'a bug (%s) says nothing of what was in it, neither outside nor in the log',
    async (kind) => {
      const answer = await ask(`/api/family/bug/${kind}`);
      expectGeneric(answer.status, answer.body);
      expect(canariesIn(answer.text + JSON.stringify(answer.headers))).toEqual([]);
      expect(answer.text).not.toMatch(/stack|\.ts|node_modules|select |Error/);
      expect(canariesIn(lines.join('\n'))).toEqual([]);
      const [failed] = lines.filter((line) => line.includes('request failed'));
      const { requestId } = z.object({ requestId: z.string() }).parse(answer.body);
      expect(failed).toContain(requestId);
    },
  );

  test('an error logged by whoever says nothing either, what is not called one does', async () => {
    await ask('/api/family/bug/logged');
    expect(lines.join('\n')).toContain('as an error');
    expect(canariesIn(lines.join('\n'))).toEqual([]);
    await ask('/api/family/bug/told');
    expect(canariesIn(lines.join('\n'))).toContain(secret);
  });

  test('every bug answers the same', async () => {
    const [one, ...others] = await Promise.all(
      ['bug/thrown', 'bug/serialised', 'failing/23505', 'failing/42703'].map((path) =>
        ask(`/api/family/${path}`),
      ),
    );
    for (const other of others) expect(comparable(other)).toEqual(one && comparable(one));
  });

  test('an address that is not there says so without repeating it', async () => {
    for (const path of [`/api/family/${secret}`, `/${secret}`, `/api/nowhere?name=${secret}`]) {
      const answer = await send(world.testApp, 'GET', { path });
      expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect(canariesIn(answer.text)).toEqual([]);
    }
    const wrong = await ask(`/api/family/planning?from=${secret}&until=2026-11-16`);
    expect(wrong.status).toBe(422);
    const unreadable = await send(world.testApp, 'POST', {
      path: '/api/family/sign-in',
      body: `{"password": ${secret}`,
      headers: { 'content-type': 'application/json', 'user-agent': secret },
    });
    expect(unreadable.status).toBe(400);
    expect(canariesIn(unreadable.text)).toEqual([]);
    expect(lines.length).toBeGreaterThan(5);
    expect(canariesIn(lines.join('\n'))).toEqual([]);
  });
});

function expectGeneric(status: number, body: unknown): void {
  expect(status).toBe(500);
  expect(body).toEqual({
    type: '/problems/internal',
    title: 'Something went wrong on our side',
    status: 500,
    code: 'internal',
    requestId: expect.any(String),
  });
}

/** Routes with a bug, each meeting somebody's data on its way. */
function mountBugs(app: FastifyInstance, world: () => World): void {
  const config = { access: guardian };
  for (const [state, sql] of Object.entries(failing)) {
    app.get(`/api/family/failing/${state}`, { config }, async () => {
      const { testApp, here } = world();
      await transaction(testApp.database, here.organisation.id, (tx) => tx.orm.execute(sql));
      return {};
    });
  }
  const bugs: Record<string, () => unknown> = {
    thrown: () => {
      throw new Error(`No such parent: ${secret}`);
    },
    lines: () => {
      throw new Error(`No such parent:\n  ${secret}\n    ${secret}`);
    },
    // oxlint-disable-next-line prefer-promise-reject-errors -- what is no error is thrown too
    text: () => Promise.reject(secret),
    rejected: () => Promise.reject(new TypeError(secret, { cause: { phone: secret } })),
    caused: () => {
      throw Object.assign(new Error(secret), { phone: secret, statusCode: 599, detail: secret });
    },
  };
  for (const [kind, bug] of Object.entries(bugs)) {
    app.get(`/api/family/bug/${kind}`, { config }, async () => bug());
  }
  const response = { 200: z.object({ phone: z.number() }) };
  app.get('/api/family/bug/serialised', { config, schema: { response } }, async () => ({
    phone: secret,
  }));
  app.get('/api/family/bug/sent', { config }, (_request, reply) => {
    void reply.send(new Error(secret));
  });
  app.get('/api/family/bug/logged', { config: { access: anonymous } }, async (request) => {
    request.log.error({ err: Object.assign(new Error(secret), { secret }) }, 'as an error');
    return {};
  });
  app.get('/api/family/bug/told', { config: { access: anonymous } }, async (request) => {
    request.log.error({ failed: { message: secret } }, 'as it is');
    return {};
  });
}
