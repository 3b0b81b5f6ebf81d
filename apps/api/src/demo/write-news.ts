import { addDays } from '@preau/domain/time/day';
import { type Instant, localDayOf } from '@preau/domain/time/instant';
import { createNews } from '../modules/communications/communications.public.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { findOfficeAccount } from './accounts.store.ts';
import type { DemoTown } from './town.ts';

/** Writes the news of a town around today, by its administrator. */
export async function writeNews(tx: Tx, town: DemoTown, now: Instant): Promise<void> {
  const { news = [], document } = town;
  if (news.length === 0) return;
  const today = localDayOf(now, document.calendar.timeZone);
  const accountId = await findOfficeAccount(tx);
  for (const { from, until, published, ...words } of news) {
    const visibleUntil = until === null ? null : addDays(today, until);
    const content = { ...words, visibleFrom: addDays(today, from), visibleUntil };
    createNews(tx, content, published, { accountId, now });
  }
}
