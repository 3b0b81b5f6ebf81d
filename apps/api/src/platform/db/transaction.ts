import { type NodePgDatabase, drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import type { Database } from './pool.ts';
import type { Statement } from './statement.ts';

/** Sends a statement and promises its rows. Statements sent in one tick travel together. */
export type Ask = <Row>(statement: Statement<Row>, values: readonly unknown[]) => Promise<Row[]>;

/** One open transaction of one organisation. The use case owns it and passes it first. */
export type Tx = {
  readonly organisationId: string;
  readonly ask: Ask;
  /**
   * Sends a write whose rows nobody waits for: it travels in the same message as the commit.
   * A failure rolls everything back and is thrown by the transaction.
   */
  readonly write: (statement: Statement<unknown>, values: readonly unknown[]) => void;
  /** Typed queries for what is not on a hot path. */
  readonly orm: NodePgDatabase;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const deadlockDetected = '40P01';
const transactionAborted = '25P02';
const attemptsOnDeadlock = 3;

/**
 * Runs `work` in one transaction of one organisation and commits. The tenant is set with
 * `set local`, never on the session, so that a pooler in between is safe. Deadlocks are retried twice.
 * @throws whatever `work` throws, after rolling back, or the first failed write.
 */
export async function transaction<T>(
  database: Database,
  organisationId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(database, organisationId, work);
    } catch (error) {
      if (sqlState(error) !== deadlockDetected || attempt === attemptsOnDeadlock) throw error;
    }
  }
}

/** All connections are taken and none came back in time: try again later. */
export class NoConnectionError extends Error {}

async function connect({ pool }: Database): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw new NoConnectionError('No database connection', { cause: error });
  }
}

async function runOnce<T>(
  database: Database,
  organisationId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const client = await connect(database);
  const writes: Promise<unknown>[] = [];
  const gather = gatherMessage(client);
  const ask = askOn(client, gather);
  const tx: Tx = {
    organisationId,
    ask,
    write: (statement, values) => {
      writes.push(quiet(ask(statement, values)));
    },
    get orm() {
      return ormOf(client);
    },
  };
  let broken: Error | undefined;
  try {
    gather();
    const opened = quiet(
      client.query(`begin; ${settings(organisationId)}; set local lock_timeout = '2s'`),
    );
    const result = await work(tx);
    await opened;
    // A failed write has already aborted the transaction: this commit then rolls back.
    gather();
    const committed = client.query('commit');
    await settle([...writes, committed]);
    if ((await committed).command !== 'COMMIT')
      throw new Error('The transaction had failed silently');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw await rootCause(error, writes);
  } finally {
    client.release(broken);
  }
}

/** After a failed write everything asked answers « transaction aborted »: the write is what failed. */
async function rootCause(error: unknown, writes: readonly Promise<unknown>[]): Promise<unknown> {
  if (sqlState(error) !== transactionAborted) return error;
  const failed = (await Promise.allSettled(writes)).find(({ status }) => status === 'rejected');
  return failed?.status === 'rejected' ? failed.reason : error;
}

/**
 * Reads several things of one organisation in one message and one read-only transaction.
 * `questions` must send everything at once: nothing may be asked after it returns.
 */
export async function readTogether<const T extends readonly Promise<unknown>[]>(
  database: Database,
  organisationId: string,
  questions: (ask: Ask) => T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const client = await connect(database);
  let broken: Error | undefined;
  const { stream } = client.connection;
  try {
    stream.cork();
    const opened = quiet(client.query(`begin read only; ${settings(organisationId)}`));
    const answers = questions(askOn(client)).map(quiet);
    const closed = quiet(client.query('commit'));
    stream.uncork();
    await settle([opened, ...answers, closed]);
    return (await Promise.all(answers)) as { -readonly [K in keyof T]: Awaited<T[K]> };
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * What is sent in one turn of the event loop leaves as one packet instead of one per statement.
 * Returns what to call before each statement.
 */
function gatherMessage(client: pg.PoolClient): () => void {
  const { stream } = client.connection;
  let gathering = false;
  return () => {
    if (gathering) return;
    gathering = true;
    stream.cork();
    setImmediate(() => {
      gathering = false;
      stream.uncork();
    });
  };
}

function askOn(client: pg.PoolClient, beforeSending: () => void = () => undefined): Ask {
  return async <Row>(statement: Statement<Row>, values: readonly unknown[]) => {
    beforeSending();
    const result = await client.query({
      name: statement.name,
      text: statement.text,
      values: values as unknown[],
    });
    return result.rows as Row[];
  };
}

// drizzle binds what it prepares to the client it was built on: one per physical connection.
const orms = new WeakMap<pg.PoolClient, NodePgDatabase>();

function ormOf(client: pg.PoolClient): NodePgDatabase {
  let orm = orms.get(client);
  if (!orm) {
    orm = drizzle(client);
    orms.set(client, orm);
  }
  return orm;
}

/** The five-character SQLSTATE of a database error, or undefined. */
export function sqlState(error: unknown): string | undefined {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause !== null &&
    typeof cause === 'object' &&
    'code' in cause &&
    typeof cause.code === 'string'
    ? cause.code
    : undefined;
}

/** Name of the constraint a database error names, or undefined. */
export function violatedConstraint(error: unknown): string | undefined {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause !== null &&
    typeof cause === 'object' &&
    'constraint' in cause &&
    typeof cause.constraint === 'string'
    ? cause.constraint
    : undefined;
}

/**
 * The tenant, and plans made once per connection for any value: the tests look at those, and no
 * request pays for planning again.
 */
function settings(organisationId: string): string {
  if (!uuid.test(organisationId)) throw new Error('Not an organisation id');
  return `set local app.organisation_id = '${organisationId}'; set local plan_cache_mode = force_generic_plan`;
}

// A promise that is awaited later must not count as unhandled when it fails first.
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

async function settle(promises: readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(promises);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
