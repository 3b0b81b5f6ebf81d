import type { Cart } from './cart-types.ts';
import { countsOf, type DraftState } from './draft.ts';

export type DraftSummary = {
  readonly adds: number;
  readonly removes: number;
  /** Change of what is owed, in cents. */
  readonly totalCents: number;
  /** True until the server's quote is known: unit prices of the grid are added up meanwhile. */
  readonly estimated: boolean;
};

/** Counts and amount of the draft: the quote, corrected by what is not saved yet. */
export function summaryOf(draft: DraftState, cart: Cart | undefined): DraftSummary {
  let totalCents = cart?.totalCents ?? 0;
  for (const { childId, sessionId, action, cents } of draft.pending.values()) {
    const quoted = cart?.lines.find(
      (line) => line.childId === childId && line.sessionId === sessionId,
    );
    totalCents += (action === null ? 0 : cents) - (quoted?.cents ?? 0);
  }
  return { ...countsOf(draft.entries), totalCents, estimated: draft.pending.size > 0 };
}
