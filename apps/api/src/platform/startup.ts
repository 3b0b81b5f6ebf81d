import { type Config, ConfigError } from './config.ts';
import { claimInstance, type Instance } from './db/instance.ts';
import { missingMigrations } from './db/migrate.ts';
import { type Database, openDatabase } from './db/pool.ts';
import { sqlState } from './db/transaction.ts';

/** Why a process cannot start: one sentence for the operator, never a stack. */
export class StartError extends Error {}

/** PostgreSQL's "no such table": the database was never migrated. */
const undefinedTable = '42P01';

export type ReadyDatabase = { readonly database: Database; readonly instance: Instance };

/**
 * Opens the database a process serves from, once it is sure to be the right one.
 * @throws StartError when it cannot be reached, lacks migrations or was made for another mode.
 */
export async function openReadyDatabase(config: Config): Promise<ReadyDatabase> {
  const database = openDatabase(config.DATABASE_URL, config.DATABASE_POOL);
  try {
    await database.pool.query('select 1').catch((error: unknown) => {
      throw new StartError(
        `The database at ${placeOf(config.DATABASE_URL)} cannot be used: ${reasonOf(error)}`,
      );
    });
    const missing = await missingMigrations(database.pool).catch((error: unknown) => {
      if (sqlState(error) === undefinedTable) return ['all of them'];
      throw error;
    });
    if (missing.length > 0) {
      throw new StartError(
        `The database lacks migrations (${missing.join(', ')}): run migrate.ts first`,
      );
    }
    const instance = await claimInstance(database.pool, config.PREAU_MODE);
    if (instance.mode !== config.PREAU_MODE) {
      throw new StartError(
        `This database is for ${instance.mode} mode and PREAU_MODE is ${config.PREAU_MODE}`,
      );
    }
    return { database, instance };
  } catch (error) {
    await database.close();
    throw error;
  }
}

const fewestDifferentCharacters = 12;

/**
 * Refuses in production the secrets that people type rather than generate.
 * @throws ConfigError naming the setting.
 */
export function refuseWeakSecrets(config: Config): void {
  if (config.PREAU_MODE !== 'production') return;
  const { PREAU_SESSION_SECRET: session, PREAU_ENCRYPTION_KEY: encryption } = config;
  if (session === encryption) {
    throw new ConfigError('PREAU_SESSION_SECRET and PREAU_ENCRYPTION_KEY must differ');
  }
  for (const [name, secret] of Object.entries({
    PREAU_SESSION_SECRET: session,
    PREAU_ENCRYPTION_KEY: encryption,
  })) {
    if (new Set(secret).size < fewestDifferentCharacters) {
      throw new ConfigError(`${name} is too weak: use random bytes, e.g. openssl rand -base64 32`);
    }
  }
}

/**
 * Runs a process until it is told to stop. What the operator can mend is told in one sentence,
 * anything else with its stack; both end with exit code 1.
 * @param start opens everything and returns how to close it again.
 */
export async function runProcess(start: () => Promise<() => Promise<void>>): Promise<void> {
  try {
    const stop = await start();
    const onSignal = () => {
      process.off('SIGTERM', onSignal).off('SIGINT', onSignal);
      // Whatever still hangs after that is not worth waiting for.
      setTimeout(() => process.exit(1), longestStopMs).unref();
      stop().catch(fail);
    };
    process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
  } catch (error) {
    fail(error);
  }
}

const longestStopMs = 25_000;

function fail(error: unknown): void {
  const isTold = error instanceof StartError || error instanceof ConfigError;
  const words = isTold ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
}

function placeOf(url: string): string {
  const { host, pathname } = URL.parse(url) ?? { host: 'an unreadable address', pathname: '' };
  return `${host}${pathname}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
