import { useEffect, useSyncExternalStore } from 'react';
import { draftStore } from './use-draft.ts';

/**
 * Fetches the pages that follow a first gesture, while there is a network: without one, what was
 * chosen could not be looked at, nor reloaded without being lost.
 */
export function usePreparedCart(): void {
  const touched = useSyncExternalStore(
    draftStore.subscribe,
    () => draftStore.read().past.length > 0,
  );
  useEffect(() => {
    if (!touched) return;
    for (const page of [import('./cart-page.tsx'), import('./receipt-page.tsx')]) {
      // Without a network it is fetched when it is opened.
      page.catch(() => undefined);
    }
  }, [touched]);
}
