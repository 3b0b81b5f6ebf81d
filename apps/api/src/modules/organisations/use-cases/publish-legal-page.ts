import type { Instant } from '@preau/domain/time/instant';
import type { Tx } from '../../../platform/db/transaction.ts';
import { insertNextPage, type NextPage } from '../legal-page.store.ts';
import type { OrganisationRefusal } from '../organisations.errors.ts';

/**
 * Publishes the version after the one it was written from. New terms of use are asked of every
 * parent at their next visit.
 */
export async function publishLegalPage(
  tx: Tx,
  page: NextPage,
  now: Instant,
): Promise<{ readonly version: number } | { readonly refusal: OrganisationRefusal }> {
  const version = await insertNextPage(tx, page, now);
  return version === undefined ? { refusal: 'stale-page' } : { version };
}
