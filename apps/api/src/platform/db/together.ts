import { createHash } from 'node:crypto';
import type { Statement } from './statement.ts';
import type { Ask, Tx } from './transaction.ts';

type Asked = {
  readonly statement: Statement<unknown>;
  readonly values: readonly unknown[];
  readonly resolve: (rows: never[]) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Asks several questions as one statement. On a hot path each statement costs the server and the
 * client more than most of what it reads (decision 9), while each module keeps its own question.
 *
 * All see one snapshot: what must be read after a lock is granted goes after the lock, not with it.
 * Rows come back as JSON: days, ids, numbers and arrays as usual, instants as text, no bytes.
 * Whatever is asked later by the same functions is asked on its own.
 */
export function askTogether<const T extends readonly Promise<unknown>[]>(
  ask: Ask,
  questions: (ask: Ask) => T,
): T {
  const asked: Asked[] = [];
  let sent = false;
  const gather: Ask = <Row>(statement: Statement<Row>, values: readonly unknown[]) => {
    if (sent) return ask(statement, values);
    return new Promise<Row[]>((resolve, reject) => {
      asked.push({ statement, values, resolve, reject });
    });
  };
  const answers = questions(gather);
  sent = true;
  answerAll(ask, asked);
  return answers;
}

function answerAll(ask: Ask, asked: readonly Asked[]): void {
  const merged = mergedQuestion(asked.map(({ statement }) => statement));
  const answered = ask(
    merged,
    asked.flatMap(({ values }) => values),
  );
  answered.then(
    ([row]) => {
      for (const [index, { resolve }] of asked.entries())
        resolve((row?.[`q${index}`] ?? []) as never[]);
    },
    (error: unknown) => {
      for (const { reject } of asked) reject(error);
    },
  );
}

/**
 * Sends several writes as one statement, in the message of the commit. They see one snapshot, not
 * each other: no row may be touched by two of them. Constraints are checked when all are done.
 */
export function writeTogether(tx: Tx, writes: (tx: Tx) => void): void {
  const gathered: { statement: Statement<unknown>; values: readonly unknown[] }[] = [];
  writes({ ...tx, write: (statement, values) => gathered.push({ statement, values }) });
  if (gathered.length === 0) return;
  tx.write(
    mergedWrite(gathered.map(({ statement }) => statement)),
    gathered.flatMap(({ values }) => values),
  );
}

const mergedQuestion = merger<Record<string, unknown[]>>((parts) =>
  [
    'select',
    parts
      .map(
        (part, index) =>
          `(select coalesce(json_agg(to_json(r)), '[]') from (${part}) as r) as q${index}`,
      )
      .join(',\n'),
  ].join(' '),
);

const mergedWrite = merger<never>(
  (parts) =>
    `with ${parts.map((part, index) => `w${index} as (${part})`).join(',\n')} select 1 as written`,
);

/** Composes statements into one, once per combination; parameters are counted on. */
function merger<Row>(
  compose: (parts: readonly string[]) => string,
): (statements: readonly Statement<unknown>[]) => Statement<Row> {
  const known = new Map<string, Statement<Row>>();
  return (statements) => {
    const key = statements.map(({ name }) => name).join(' ');
    let merged = known.get(key);
    if (!merged) {
      const text = compose(renumbered(statements));
      // Stable across processes: a pooler in between may share what is prepared.
      const name = `merged.${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
      merged = { name, text };
      known.set(key, merged);
    }
    return merged;
  };
}

function renumbered(statements: readonly Statement<unknown>[]): string[] {
  let offset = 0;
  return statements.map(({ text }) => {
    const start = offset;
    let most = 0;
    const shifted = text.replace(/\$(\d+)/g, (_, digits: string) => {
      most = Math.max(most, Number(digits));
      return `$${Number(digits) + start}`;
    });
    offset += most;
    return shifted;
  });
}
