import { useState } from 'react';

/** What is being written, by form, with who writes it. In memory only. */
const held = new Map<string, { readonly by: string; readonly value: unknown }>();

/**
 * A form that survives the page it is on: a session that ends sends to the sign-in page, and coming
 * back finds what was written. A form nobody changed is not held: it opens as it is on the server.
 * @param place which form; of one and the same shape wherever it is used.
 * @param by the account that writes: another one finds nothing.
 */
export function useHeldDraft<T>(place: string, by: string, start: () => T) {
  const [found] = useState(() => held.get(place));
  const isOwn = found?.by === by;
  const [value, setValue] = useState(() => (isOwn ? (found.value as T) : start()));
  return {
    value,
    /** It was begun before this page opened. */
    wasHeld: isOwn,
    setValue: (next: T) => {
      held.set(place, { by, value: next });
      setValue(next);
    },
    letGo: () => held.delete(place),
  };
}
