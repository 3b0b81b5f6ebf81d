import type { Instant } from '@preau/domain/time/instant';
import type { Tx } from '../../../platform/db/transaction.ts';
import { askTermsToAccept } from '../legal-page.queries.ts';
import { insertAcceptancesOf } from '../legal-page.store.ts';
import type { OrganisationRefusal } from '../organisations.errors.ts';

/**
 * An account accepts the terms of use: the version it was shown, which must still be in force.
 * @returns whether it already had, or why not.
 */
export async function acceptTerms(
  tx: Tx,
  accountId: string,
  version: number,
  now: Instant,
): Promise<{ readonly already: boolean } | { readonly refusal: OrganisationRefusal }> {
  const accepted = await insertAcceptancesOf(tx, [accountId], version, now);
  if (accepted.length > 0) return { already: false };
  const { organisationId } = tx;
  const stillToAccept = await askTermsToAccept(tx.ask, { organisationId, accountId });
  return stillToAccept ? { refusal: 'stale-terms' } : { already: true };
}
