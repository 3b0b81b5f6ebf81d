import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { afterPaint } from './after-paint.ts';
import { cartQuery } from './bookings.queries.ts';
import type { DraftState } from './draft.ts';
import { createDraftStore } from './draft-store.ts';
import { type DraftSummary, summaryOf } from './summary.ts';

/** The one draft of the page: it outlives the screens and the session, never the tab. */
export const draftStore = createDraftStore();

export function useDraft() {
  const draft = useSyncExternalStore(draftStore.subscribe, draftStore.read);
  return { draft, dispatch: draftStore.dispatch };
}

const subscribeAfterPaint = afterPaint(draftStore.subscribe);

/** The draft for what stands beside the cells: one picture later, so that they answer at once. */
export function useDraftBeside(): DraftState {
  return useSyncExternalStore(subscribeAfterPaint, draftStore.read);
}

/** The draft in a line: counts, amount, and whether that amount is the server's. */
export function useDraftSummary(): DraftSummary {
  const draft = useDraftBeside();
  const { data: cart } = useQuery(cartQuery());
  return useMemo(() => summaryOf(draft, cart), [draft, cart]);
}
