/**
 * A named statement: prepared once per connection by PostgreSQL, then only executed.
 * `Row` is the shape of one result row as `pg` delivers it; it is the caller's promise.
 */
export type Statement<Row> = {
  readonly name: string;
  readonly text: string;
  /** Carries the row type; never read. */
  readonly row?: Row;
};

const names = new Set<string>();

/**
 * Declares a prepared statement.
 * @throws Error when two statements share a name: PostgreSQL would run the first for both.
 */
export function statement<Row>(name: string, text: string): Statement<Row> {
  if (names.has(name)) throw new Error(`Two statements are named ${name}`);
  names.add(name);
  return { name, text };
}
