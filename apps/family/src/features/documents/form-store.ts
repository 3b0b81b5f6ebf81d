import { useCallback, useSyncExternalStore } from 'react';
import { changeForm, emptyForm, type FormAction, type FormState } from './document-form.ts';

/*
 * The form outlives its page: a session that ends in the middle leads to the sign-in page and back,
 * and the photos are still there. It lives in memory alone, and each household has its own.
 */
const forms = new Map<string, FormState>();
const listeners = new Set<() => void>();

function formOf(householdId: string): FormState {
  const known = forms.get(householdId);
  if (known) return known;
  const fresh = emptyForm();
  forms.set(householdId, fresh);
  return fresh;
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** What a household is about to send. */
export function useDocumentForm(householdId: string) {
  const form = useSyncExternalStore(subscribe, () => formOf(householdId));
  const dispatch = useCallback(
    (action: FormAction) => {
      forms.set(householdId, changeForm(formOf(householdId), action));
      for (const changed of listeners) changed();
    },
    [householdId],
  );
  return { form, dispatch };
}
