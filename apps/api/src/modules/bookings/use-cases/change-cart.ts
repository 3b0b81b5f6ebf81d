import type { Instant } from '@preau/domain/time/instant';
import type { FamilyClaims } from '../../../platform/auth/actor.ts';
import { askTogether } from '../../../platform/db/together.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { askRules } from '../rules.ts';
import { askCart } from '../cart.queries.ts';
import { closeDraft, touchCart, writeDraft } from '../cart.store.ts';
import type { DraftChange } from '../draft-change.ts';
import { askQuotients } from '../planning.queries.ts';
import { type Cart, quoteCart } from '../quote-cart.ts';

export type ChangeCart = {
  readonly claims: FamilyClaims;
  /** Gestures on cells, or `clear` for an empty draft. */
  readonly changes: readonly DraftChange[] | 'clear';
  readonly now: Instant;
};

/**
 * Changes the household's draft and answers with its new quote. The draft's row is taken first:
 * two tabs change it one after the other, each seeing the other's gestures.
 * A child or session that is not theirs violates a foreign key (the route answers 404).
 */
export async function changeCart(tx: Tx, command: ChangeCart): Promise<Cart> {
  const { claims, changes, now } = command;
  const { organisationId, householdId, accountId } = claims;
  if (changes === 'clear') {
    closeDraft(tx, householdId, accountId, now);
  } else {
    touchCart(tx, householdId, accountId, now);
    writeDraft(tx, householdId, changes);
  }
  const [[head], rows, places, quotients, rules] = await Promise.all(
    askTogether(tx.ask, (ask) => [
      ...askCart(ask, organisationId, householdId),
      askQuotients(ask, organisationId, householdId),
      askRules(ask, organisationId),
    ]),
  );
  return quoteCart({ head, rows, places, quotients, reglementOn: rules }, now);
}
