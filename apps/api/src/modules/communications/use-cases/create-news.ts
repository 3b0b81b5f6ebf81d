import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import type { NewsContent } from '../news.schemas.ts';
import { insertNews, type Writer } from '../news.store.ts';

/** Writes a piece of news, published or as a draft. Returns its id. */
export function createNews(tx: Tx, content: NewsContent, publish: boolean, writer: Writer): string {
  const id = newId();
  insertNews(tx, id, content, publish ? 'published' : 'draft', writer);
  return id;
}
