import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { NewsState } from './news-states.ts';
import type { NewsContent } from './news.schemas.ts';

const insert = statement<never>(
  'news.insert',
  `insert into news (organisation_id, id, kind, title, body, important, visible_from, visible_until,
     state, updated_by, updated_at, published_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11::float8 / 1000),
     case when $9 = 'published' then to_timestamp($11::float8 / 1000) end)`,
);

const lock = statement<{ state: NewsState; revision: number }>(
  'news.lock',
  `select state, revision from news where organisation_id = $1 and id = $2 for no key update`,
);

const rewrite = statement<never>(
  'news.rewrite',
  `update news set kind = $3, title = $4, body = $5, important = $6, visible_from = $7,
     visible_until = $8, updated_by = $9, updated_at = to_timestamp($10::float8 / 1000),
     revision = revision + 1
   where organisation_id = $1 and id = $2`,
);

const setState = statement<never>(
  'news.set-state',
  `update news set state = $3, updated_by = $4, updated_at = to_timestamp($5::float8 / 1000),
     published_at = case when $3 = 'published' then to_timestamp($5::float8 / 1000) else published_at end,
     revision = revision + 1
   where organisation_id = $1 and id = $2`,
);

/** Who writes, and when. */
export type Writer = { readonly accountId: string; readonly now: Instant };

const valuesOf = ({ kind, title, body, important, visibleFrom, visibleUntil }: NewsContent) => [
  kind,
  title,
  body,
  important,
  visibleFrom,
  visibleUntil,
];

export function insertNews(
  tx: Tx,
  id: string,
  content: NewsContent,
  state: NewsState,
  { accountId, now }: Writer,
): void {
  tx.write(insert, [tx.organisationId, id, ...valuesOf(content), state, accountId, now]);
}

/** State and revision, kept from being changed by anybody else until the commit. */
export async function lockNews(
  tx: Tx,
  id: string,
): Promise<{ readonly state: NewsState; readonly revision: number } | undefined> {
  const [found] = await tx.ask(lock, [tx.organisationId, id]);
  return found;
}

export function rewriteNews(tx: Tx, id: string, content: NewsContent, writer: Writer): void {
  const { accountId, now } = writer;
  tx.write(rewrite, [tx.organisationId, id, ...valuesOf(content), accountId, now]);
}

export function setNewsState(tx: Tx, id: string, state: NewsState, writer: Writer): void {
  tx.write(setState, [tx.organisationId, id, state, writer.accountId, writer.now]);
}
