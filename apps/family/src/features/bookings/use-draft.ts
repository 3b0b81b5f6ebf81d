import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { cartQuery } from './bookings.queries.ts';
import { createDraftStore } from './draft-store.ts';
import { type DraftSummary, summaryOf } from './summary.ts';

/** The one draft of the page: it outlives the screens and the session, never the tab. */
export const draftStore = createDraftStore();

export function useDraft() {
  const draft = useSyncExternalStore(draftStore.subscribe, draftStore.read);
  return { draft, dispatch: draftStore.dispatch };
}

/** The draft in a line: counts, amount, and whether that amount is the server's. */
export function useDraftSummary(): DraftSummary {
  const { draft } = useDraft();
  const { data: cart } = useQuery(cartQuery());
  return useMemo(() => summaryOf(draft, cart), [draft, cart]);
}
