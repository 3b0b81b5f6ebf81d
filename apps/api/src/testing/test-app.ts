import { fromIso, type Instant } from '@preau/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import supertest from 'supertest';
import { createApp } from '../app.ts';
import { createStoppedClock } from '../platform/clock.ts';
import { createSealer, type Sealer } from '../platform/crypto/sealed-text.ts';
import { type Database, openDatabase } from '../platform/db/pool.ts';
import type { LogTarget } from '../platform/logging.ts';
import { testConfig } from './test-config.ts';
import { acquireMigratedDatabase } from './test-database.ts';

/** A Monday of term, 9 o'clock in Paris. */
export const usualTestInstant = fromIso('2026-11-16T08:00:00.000Z');

export type TestApp = {
  readonly app: FastifyInstance;
  /** Where it listens: `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Stands still until a test moves it. */
  readonly clock: ReturnType<typeof createStoppedClock>;
  /** The application role: row security binds it, as in production. */
  readonly database: Database;
  /** The owner role, for what an operator does. */
  readonly owner: Database;
  readonly urls: { readonly ownerUrl: string; readonly appUrl: string; readonly jobsUrl: string };
  readonly sealer: Sealer;
  /** Requests without a session. */
  readonly anonymous: ReturnType<typeof supertest>;
  close(): Promise<void>;
};

export type TestAppOptions = {
  readonly now?: Instant;
  /** Settings in addition to those of every test. */
  readonly config?: Record<string, string>;
  /** Takes the log lines; `LOG_LEVEL` is silent unless `config` says otherwise. */
  readonly logTo?: LogTarget;
  /** Routes of the test's own, mounted before the server starts. */
  readonly mount?: (app: FastifyInstance) => Promise<void>;
};

/**
 * The whole server on a database of its own: call it once per test file, and let each test create
 * its own organisation.
 */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const acquired = await acquireMigratedDatabase();
  const config = testConfig(acquired.appUrl, options.config);
  const database = openDatabase(acquired.appUrl, config.DATABASE_POOL);
  const owner = openDatabase(acquired.ownerUrl, 2);
  const clock = createStoppedClock(options.now ?? usualTestInstant);
  const { mount, logTo } = options;
  const close = async (started?: FastifyInstance) => {
    await started?.close();
    await Promise.all([database.close(), owner.close()]);
    await acquired.drop();
  };
  let started: FastifyInstance | undefined;
  try {
    const app = await createApp({
      config,
      database,
      clock,
      ...(logTo && { logTo }),
      ...(mount && { mountDevelopment: mount }),
    });
    started = app;
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    return {
      app,
      url,
      clock,
      database,
      owner,
      urls: acquired,
      sealer: createSealer(Buffer.from(config.PREAU_ENCRYPTION_KEY, 'base64')),
      anonymous: supertest(url),
      close: () => close(app),
    };
  } catch (error) {
    // A server that refuses to start leaves no database behind.
    await close(started);
    throw error;
  }
}
