import { useSyncExternalStore } from 'react';

/** From here on a month fits beside what one of its days holds. */
const wide = '(min-width: 60rem)';

/** Does the screen have room for a month? Where nobody can tell, it has. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => globalThis.matchMedia?.(wide).matches ?? true);
}

function subscribe(changed: () => void): () => void {
  const media = globalThis.matchMedia?.(wide);
  media?.addEventListener('change', changed);
  return () => media?.removeEventListener('change', changed);
}
