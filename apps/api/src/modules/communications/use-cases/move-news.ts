import type { Tx } from '../../../platform/db/transaction.ts';
import { type NewsMove, stateAfter } from '../news-states.ts';
import type { NewsRefusal } from '../news.errors.ts';
import { lockNews, setNewsState, type Writer } from '../news.store.ts';

/**
 * Publishes a piece of news, or withdraws it from the families.
 * @param revision the one that was on the screen of who decides.
 * @returns why not, or nothing.
 */
export async function moveNews(
  tx: Tx,
  { id, revision }: { readonly id: string; readonly revision: number },
  move: NewsMove,
  writer: Writer,
): Promise<NewsRefusal | undefined> {
  const kept = await lockNews(tx, id);
  if (!kept) return 'news-unknown';
  if (kept.revision !== revision) return 'stale-news';
  const state = stateAfter(move, kept.state);
  if (!state) return 'news-moved';
  setNewsState(tx, id, state, writer);
  return undefined;
}
