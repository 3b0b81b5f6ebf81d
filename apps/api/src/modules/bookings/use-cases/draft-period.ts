import type { Instant } from '@preau/domain/time/instant';
import type { z } from 'zod';
import type { FamilyClaims } from '../../../platform/auth/actor.ts';
import { askTogether } from '../../../platform/db/together.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { askCart } from '../cart.queries.ts';
import { touchCart, writeDraft } from '../cart.store.ts';
import type { Period, PeriodCell } from '../period-cells.ts';
import { decidePeriod } from '../period-decision.ts';
import type { draftedPeriodSchema } from '../period.schemas.ts';
import { askQuotients } from '../planning.queries.ts';
import { quoteCart } from '../quote-cart.ts';
import type { RulesOn } from '../rules.ts';
import { askPeriodFacts, periodFacts } from './preview-period.ts';

export type DraftPeriod = {
  readonly claims: FamilyClaims;
  readonly period: Period;
  readonly cells: readonly PeriodCell[];
  readonly reglementOn: RulesOn;
  readonly now: Instant;
};

/**
 * Drafts what the preview of the same period said would be done, and answers with the new quote
 * and each gesture with what it replaced. The draft's row is taken first, as for every gesture.
 */
export async function draftPeriod(
  tx: Tx,
  { claims, period, cells, reglementOn, now }: DraftPeriod,
): Promise<z.infer<typeof draftedPeriodSchema>> {
  const { organisationId, householdId, accountId } = claims;
  touchCart(tx, householdId, accountId, now);
  const scope = { organisationId, householdId, period, cells };
  const facts = await Promise.all(askPeriodFacts(tx.ask, scope));
  const { changes } = decidePeriod(periodFacts(facts, cells, reglementOn), now);
  writeDraft(tx, householdId, changes);
  const [[head], rows, places, quotients] = await Promise.all(
    askTogether(tx.ask, (ask) => [
      ...askCart(ask, organisationId, householdId),
      askQuotients(ask, organisationId, householdId),
    ]),
  );
  const cart = quoteCart({ head, rows, places, quotients, reglementOn }, now);
  return { cart, changes: [...changes] };
}
