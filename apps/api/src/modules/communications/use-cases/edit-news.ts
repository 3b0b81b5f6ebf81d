import type { Tx } from '../../../platform/db/transaction.ts';
import type { NewsRefusal } from '../news.errors.ts';
import type { NewsContent } from '../news.schemas.ts';
import { lockNews, rewriteNews, type Writer } from '../news.store.ts';

/**
 * Rewrites a piece of news, whatever its state.
 * @param revision the one it was rewritten from.
 * @returns why not, or nothing.
 */
export async function editNews(
  tx: Tx,
  { id, revision }: { readonly id: string; readonly revision: number },
  content: NewsContent,
  writer: Writer,
): Promise<NewsRefusal | undefined> {
  const kept = await lockNews(tx, id);
  if (!kept) return 'news-unknown';
  if (kept.revision !== revision) return 'stale-news';
  rewriteNews(tx, id, content, writer);
  return undefined;
}
