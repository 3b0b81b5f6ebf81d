import { type DraftEvent, type DraftState, emptyDraft, reduceDraft } from './draft.ts';

/** Holds one draft outside of the pages: a session that ends takes nothing of it away. */
export type DraftStore = {
  readonly read: () => DraftState;
  readonly dispatch: (event: DraftEvent) => void;
  /** Calls back after each change; returns how to stop. */
  readonly subscribe: (changed: () => void) => () => void;
  /** Says whose draft it is: another household starts from nothing. */
  readonly claim: (householdId: string) => void;
};

export function createDraftStore(): DraftStore {
  const listeners = new Set<() => void>();
  let state = emptyDraft;
  let owner: string | undefined;

  const dispatch = (event: DraftEvent) => {
    const next = reduceDraft(state, event);
    if (next === state) return;
    state = next;
    for (const changed of listeners) changed();
  };

  return {
    read: () => state,
    dispatch,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    claim: (householdId) => {
      if (owner !== undefined && owner !== householdId) dispatch({ type: 'forgotten' });
      owner = householdId;
    },
  };
}
