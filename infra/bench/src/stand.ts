import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startCluster } from '@preau/dev/embedded-postgres';
import { freePort } from '@preau/dev/ports';
import pg from 'pg';
import { migrate } from '../../../apps/api/src/platform/db/migrate.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** A database with its real settings and the real server beside it, both on this machine. */
export type Stand = {
  readonly url: string;
  readonly secret: string;
  /** Of the health notes, in base64. */
  readonly encryptionKey: string;
  /** The folder of its data, as that of an installation. */
  readonly state: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly pool: pg.Pool;
  /** Tidies and counts the tables, as autovacuum does within a minute of such a load. */
  analyze(): Promise<void>;
  stop(): Promise<void>;
};

/** @param settings of the database server, e.g. more memory for more rows. */
export async function startStand(settings: Record<string, string> = {}): Promise<Stand> {
  const parent = path.join(project, '.preau');
  const folder = await mkdtemp(path.join(parent, 'bench-'));
  const cluster = await startCluster({ folder: path.join(folder, 'data'), settings });
  await migrate(cluster.ownerUrl);
  await asOwner(cluster.ownerUrl, "insert into instance (mode) values ('production')");
  const secret = randomBytes(32).toString('base64');
  const encryptionKey = randomBytes(32).toString('base64');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ['apps/api/src/server.ts'], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PREAU_MODE: 'production',
      PORT: String(port),
      PUBLIC_URL: url,
      DATABASE_URL: cluster.appUrl,
      PREAU_SESSION_SECRET: secret,
      PREAU_ENCRYPTION_KEY: encryptionKey,
      SMTP_URL: 'smtp://127.0.0.1:9',
      LOG_LEVEL: 'error',
    },
  });
  await ready(url, server);
  const pool = new pg.Pool({ connectionString: cluster.appUrl, max: 4 });
  return {
    url,
    secret,
    encryptionKey,
    state: folder,
    ownerUrl: cluster.ownerUrl,
    appUrl: cluster.appUrl,
    pool,
    analyze: () => asOwner(cluster.ownerUrl, 'vacuum analyze'),
    stop: async () => {
      await pool.end();
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function asOwner(ownerUrl: string, command: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(command);
  await client.end();
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (server.exitCode !== null) throw new Error('The server stopped while starting');
    const answer = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error('The server did not become ready');
}
