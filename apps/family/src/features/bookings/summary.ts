import type { Cart } from './cart-types.ts';
import { cellId, countsOf, type DraftCounts, type DraftState } from './draft.ts';

export type DraftSummary = DraftCounts & {
  /** Change of what is owed, in cents. */
  readonly totalCents: number;
  /** True until the server's quote is known: unit prices of the grid are added up meanwhile. */
  readonly estimated: boolean;
};

/** Counts and amount of the draft: the quote, corrected by what is not saved yet. */
export function summaryOf(draft: DraftState, cart: Cart | undefined): DraftSummary {
  const { pending } = draft;
  let totalCents = cart?.totalCents ?? 0;
  if (pending.size > 0) {
    const quoted = new Map(cart?.lines.map((line) => [cellId(line), line.cents]));
    for (const [id, { action, cents }] of pending) {
      totalCents += (action === null || action === 'wait' ? 0 : cents) - (quoted.get(id) ?? 0);
    }
  }
  return { ...countsOf(draft.entries), totalCents, estimated: pending.size > 0 };
}
