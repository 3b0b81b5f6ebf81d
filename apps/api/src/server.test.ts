import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ensureAccount } from './modules/accounts/accounts.public.ts';
import { organisationSettings } from './modules/organisations/organisations.factory.ts';
import { createOrganisation } from './modules/organisations/organisations.public.ts';
import { systemClock } from './platform/clock.ts';
import { openDatabase } from './platform/db/pool.ts';
import { transaction } from './platform/db/transaction.ts';
import { acquireMigratedDatabase } from './testing/test-database.ts';
import {
  freePort,
  processSettings,
  startProcess,
  type TestProcess,
} from './testing/test-process.ts';

const mailboxSchema = z.object({ messages: z.array(z.object({ text: z.string() })) });

type Acquired = Awaited<ReturnType<typeof acquireMigratedDatabase>>;

describe('starting the server', () => {
  let acquired: Acquired;
  let settings: Record<string, string>;
  const running: TestProcess[] = [];
  beforeAll(async () => {
    acquired = await acquireMigratedDatabase();
    settings = {
      ...processSettings,
      PORT: String(await freePort()),
      DATABASE_URL: acquired.appUrl,
      DATABASE_JOBS_URL: acquired.jobsUrl,
    };
  });
  afterAll(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    await acquired.drop();
  });

  const start = (entry: 'server' | 'worker', changes: Record<string, string | undefined> = {}) => {
    const started = startProcess(entry, { ...settings, ...changes });
    running.push(started);
    return started;
  };
  const refusalOf = async (changes: Record<string, string | undefined>) => {
    const { code, said } = await start('server', changes).ended;
    expect(code).toBe(1);
    // One sentence for the operator, never a stack.
    expect(said.trimEnd().split('\n')).toHaveLength(1);
    return said;
  };
  const ready = (port: string) =>
    vi.waitUntil(
      () =>
        fetch(`http://127.0.0.1:${port}/api/health/ready`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 15_000, interval: 50 },
    );

  test('without its settings names them', async () => {
    const said = await refusalOf({ DATABASE_URL: undefined, PREAU_SESSION_SECRET: 'short' });
    expect(said).toContain('DATABASE_URL');
    expect(said).toContain('PREAU_SESSION_SECRET');
  });

  test('without a database says where it looked, and not the password', async () => {
    const port = await freePort();
    const said = await refusalOf({
      DATABASE_URL: `postgres://preau_app:le-mot-de-passe@127.0.0.1:${port}/preau`,
    });
    expect(said).toContain(`127.0.0.1:${port}/preau`);
    expect(said).not.toContain('le-mot-de-passe');
  });

  test('on a schema that is behind says which migrations it lacks', async () => {
    const behind = await acquireMigratedDatabase();
    const owner = openDatabase(behind.ownerUrl, 1);
    await owner.pool.query(`delete from schema_migration where name = '0004_tenancy'`);
    await owner.close();
    expect(await refusalOf({ DATABASE_URL: behind.appUrl })).toContain('0004_tenancy');
    await behind.drop();
  });

  test('on a taken port says which', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    expect(await refusalOf({ PORT: String(port) })).toContain(`Port ${port}`);
    taken.close();
  });

  test('with a secret that somebody typed is refused in production', async () => {
    const weak = { PREAU_MODE: 'production', PREAU_SESSION_SECRET: 'a'.repeat(40) };
    expect(await refusalOf(weak)).toContain('PREAU_SESSION_SECRET is too weak');
  });

  test('in another mode than its database was made for is refused', async () => {
    const server = start('server');
    await ready(settings['PORT'] ?? '');
    server.child.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect(await refusalOf({ PREAU_MODE: 'demo' })).toContain('test mode');
    expect(await refusalOf({ PREAU_MODE: 'production' })).toContain('test mode');
  });

  test('in production leaves out the clock and the mailbox, and the database keeps its time', async () => {
    const real = await acquireMigratedDatabase();
    const port = String(await freePort());
    const server = start('server', {
      PREAU_MODE: 'production',
      PORT: port,
      DATABASE_URL: real.appUrl,
    });
    await ready(port);
    for (const address of ['/dev/clock', '/dev/mail', '/dev/mail.json']) {
      expect((await fetch(`http://127.0.0.1:${port}${address}`)).status).toBe(404);
    }
    const app = openDatabase(real.appUrl, 1);
    await expect(app.pool.query('update instance set clock_offset_ms = 1')).rejects.toThrow(
      'violates check constraint',
    );
    await expect(app.pool.query(`update instance set mode = 'demo'`)).rejects.toThrow(
      'permission denied',
    );
    await app.close();
    server.child.kill('SIGTERM');
    await server.ended;
    await real.drop();
  });

  test('together with the worker brings an e-mail to the mailbox, and both stop when told', async () => {
    const port = String(await freePort());
    const mailPort = String(await freePort());
    const changes = {
      PORT: port,
      DEV_MAIL_PORT: mailPort,
      SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    };
    const server = start('server', changes);
    await ready(port);
    const worker = start('worker', changes);
    await createInvited(acquired);
    const asked = await post(port, '/api/family/password-reset', {
      organisation: 'commune-du-mail',
      email: 'claire@example.org',
    });
    expect(asked.status).toBe(202);
    const messages = async () => {
      const response = await fetch(`http://127.0.0.1:${port}/dev/mail.json`);
      return mailboxSchema.parse(await response.json()).messages;
    };
    await vi.waitUntil(async () => (await messages()).length > 0, {
      timeout: 15_000,
      interval: 100,
    });
    const [mail] = await messages();
    expect(mail?.text).toContain('/o/commune-du-mail/activation#');
    for (const { child, ended } of [worker, server]) {
      child.kill('SIGTERM');
      expect((await ended).code).toBe(0);
    }
  });
});

async function createInvited({ ownerUrl, appUrl }: Acquired): Promise<void> {
  const owner = openDatabase(ownerUrl, 1);
  const app = openDatabase(appUrl, 1);
  const id = await createOrganisation(
    owner,
    {
      slug: 'commune-du-mail',
      name: 'Commune du mail',
      settings: organisationSettings(),
    },
    systemClock.now(),
  );
  const account = {
    surface: 'family',
    email: 'claire@example.org',
    displayName: 'Claire',
  } as const;
  await transaction(app, id, (tx) => ensureAccount(tx, account, systemClock.now()));
  await Promise.all([owner.close(), app.close()]);
}

function post(port: string, path: string, body: object): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
