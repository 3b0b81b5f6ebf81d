import { useEffect, useState } from 'react';
import type { HouseholdDraft } from './draft.ts';

/** The sheet being filled in, with whom it belongs to: `null` once it was sent or given up. */
let held: { readonly place: string; readonly by: string; readonly draft: HouseholdDraft } | null =
  null;

/**
 * A form that survives the page it is on: a session that ends sends to the sign-in page, and coming
 * back finds what was typed. In memory only, and for the account that typed it.
 * @param place which form: a household's id, or that of a new one.
 */
export function useHeldDraft(place: string, by: string, start: () => HouseholdDraft) {
  const [draft, setDraft] = useState(() =>
    held?.place === place && held.by === by ? held.draft : start(),
  );
  useEffect(() => {
    held = { place, by, draft };
  }, [place, by, draft]);
  return {
    draft,
    setDraft,
    letGo: () => {
      held = null;
    },
  };
}
