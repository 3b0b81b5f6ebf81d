import { useEffect, useState } from 'react';
import type { Changes } from './changes.ts';

/** Changes not recorded yet, of the household last shown. */
let held: { readonly householdId: string; readonly by: string; readonly changes: Changes } | null =
  null;

/**
 * Changes that survive the page: a session that ends sends to the sign-in page, and coming back
 * finds them. In memory only, and for the account that made them.
 */
export function useHeldChanges(householdId: string, by: string) {
  const [changes, setChanges] = useState<Changes>(() =>
    held?.householdId === householdId && held.by === by ? held.changes : new Map(),
  );
  useEffect(() => {
    held = { householdId, by, changes };
  }, [householdId, by, changes]);
  return [changes, setChanges] as const;
}
