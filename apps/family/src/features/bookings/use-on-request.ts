import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { keptPlannings, type Planning } from './bookings.queries.ts';

/**
 * Whether the service accepts everything that is booked on the planning: what is chosen is then a
 * request, which is saved, rather than a cart. Told by the plannings seen so far.
 */
export function useOnRequest(): boolean {
  const client = useQueryClient();
  const subscribe = useCallback(
    (changed: () => void) => client.getQueryCache().subscribe(changed),
    [client],
  );
  return useSyncExternalStore(subscribe, () => isOnRequest(keptPlannings(client)));
}

export function isOnRequest(plannings: readonly Pick<Planning, 'rows'>[]): boolean {
  const rows = plannings.flatMap((planning) => planning.rows);
  return rows.length > 0 && rows.every(({ acceptance }) => acceptance === 'staff');
}
