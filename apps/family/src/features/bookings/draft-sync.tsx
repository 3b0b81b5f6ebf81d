import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { failureOf, isSignedOut } from '@preau/api-client/failure';
import { cartQuery, keepCart, keptCart, previewKey, saveChanges } from './bookings.queries.ts';
import { useCartElsewhere } from './elsewhere.tsx';
import { noteOwn } from './own-changes.ts';
import { draftStore, useDraft } from './use-draft.ts';

/** `waiting`: not saved and no answer; it is sent again by itself. */
export type SaveStatus = 'saved' | 'saving' | 'waiting';

const Status = createContext<SaveStatus>('saved');

const debounceMs = 250;
const retryMs = 4_000;
const giveUpMs = 15_000;
/** The API's own bound on one request. */
const mostChangesPerBatch = 2_000;

type DraftSyncProps = { readonly householdId: string; readonly children: ReactNode };

/** Keeps the draft and the server alike for as long as a parent of the household is signed in. */
export function DraftSync({ householdId, children }: DraftSyncProps) {
  const { data: cart } = useQuery(cartQuery());

  useEffect(() => draftStore.claim(householdId), [householdId]);
  useEffect(() => {
    if (cart) draftStore.dispatch({ type: 'loaded', lines: cart.lines });
  }, [cart]);

  useCartElsewhere(cart);

  return <Status value={useSaving()}>{children}</Status>;
}

export function useSaveStatus(): SaveStatus {
  return useContext(Status);
}

/**
 * Saves what is pending, a moment after the last gesture. One batch at a time: two under way could
 * reach the server in the wrong order.
 */
function useSaving(): SaveStatus {
  const client = useQueryClient();
  const { pending } = useDraft().draft;
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState(0);

  useEffect(() => {
    if (pending.size === 0 || busy) return;
    const save = async () => {
      const sent = [...pending.values()].slice(0, mostChangesPerBatch);
      setBusy(true);
      noteOwn(sent);
      try {
        const answer = await saveChanges(sent, AbortSignal.timeout(giveUpMs));
        const cart = await keepCart(client, answer);
        draftStore.dispatch({ type: 'saved', sent, lines: cart.lines });
        void client.invalidateQueries({ queryKey: previewKey });
        setFailures(0);
      } catch (error) {
        const refused = isRefusal(error);
        if (refused && !isSignedOut(error)) {
          // Refused for good: given up, and what the server holds is shown instead.
          draftStore.dispatch({ type: 'saved', sent, lines: keptCart(client)?.lines ?? [] });
        } else {
          setFailures((count) => count + 1);
        }
        if (refused) await client.invalidateQueries();
      } finally {
        setBusy(false);
      }
    };
    const timer = setTimeout(() => void save(), failures === 0 ? debounceMs : retryMs);
    return () => clearTimeout(timer);
  }, [pending, failures, busy, client]);

  useEffect(() => {
    const retryNow = () => setFailures(0);
    window.addEventListener('online', retryNow);
    return () => window.removeEventListener('online', retryNow);
  }, []);

  if (pending.size === 0) return 'saved';
  return failures > 0 ? 'waiting' : 'saving';
}

/** An answer that would be the same again, as opposed to silence or a busy server. */
function isRefusal(error: unknown): boolean {
  const failure = failureOf(error);
  if (failure.kind !== 'problem') return false;
  return failure.problem.status < 500 && failure.problem.status !== 429;
}
