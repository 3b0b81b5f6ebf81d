import pg from 'pg';

// Days stay `YYYY-MM-DD` text and bigint counts become numbers; instants stay Date.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
// Arrays of values that hold neither commas nor quotes need no general parser.
const arrayOf = { date: 1182, uuid: 2951, integer: 1007 } as const;
const items = (text: string): string[] => (text === '{}' ? [] : text.slice(1, -1).split(','));
types.setTypeParser(arrayOf.date, items);
types.setTypeParser(arrayOf.uuid, items);
types.setTypeParser(arrayOf.integer, (text: string) => items(text).map(Number));
types.setTypeParser(pg.types.builtins.INT8, (text: string) => Number(text));

export type Database = {
  readonly pool: pg.Pool;
  close(): Promise<void>;
};

/**
 * A pool of pipelining connections: the statements of one transaction leave in one message
 * instead of waiting for each other. Cursors and COPY need another pool.
 * @param url PostgreSQL address of the role the caller acts as.
 * @param size most connections open at once.
 */
export function openDatabase(url: string, size: number): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    pipeline: true,
    types,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: 'preau',
  });
  // An idle connection that dies is replaced at the next use; the event must have a listener.
  pool.on('error', () => undefined);
  return { pool, close: () => pool.end() };
}
