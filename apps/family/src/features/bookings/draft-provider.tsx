import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type Dispatch,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import { failureOf, isSignedOut } from '../../shared/api.ts';
import { type Cart, cartQuery, keepCart, keptCart, saveChanges } from './bookings.queries.ts';
import { countsOf, type DraftEvent, type DraftState, emptyDraft, reduceDraft } from './draft.ts';

/** `waiting`: not saved and no answer; it is sent again by itself. */
export type SaveStatus = 'saved' | 'saving' | 'waiting';

type DraftContext = {
  readonly draft: DraftState;
  readonly dispatch: Dispatch<DraftEvent>;
  readonly cart: Cart | undefined;
  readonly status: SaveStatus;
};

const Context = createContext<DraftContext | null>(null);

const debounceMs = 250;
const retryMs = 4_000;
const giveUpMs = 15_000;
/** The API's own bound on one request. */
const mostChangesPerBatch = 400;

type DraftProviderProps = {
  /** The draft belongs to a household: another one signing in starts from its own. */
  readonly householdId: string | undefined;
  readonly children: ReactNode;
};

/** Holds the draft above the pages, so that a session that ends loses nothing. */
export function DraftProvider({ householdId, children }: DraftProviderProps) {
  const [draft, dispatch] = useReducer(reduceDraft, emptyDraft);
  const { data: cart } = useQuery({ ...cartQuery(), enabled: householdId !== undefined });
  const owner = useRef(householdId);

  useEffect(() => {
    if (householdId === undefined) return;
    if (owner.current !== undefined && owner.current !== householdId) {
      dispatch({ type: 'forgotten' });
    }
    owner.current = householdId;
  }, [householdId]);

  useEffect(() => {
    if (cart) dispatch({ type: 'loaded', lines: cart.lines });
  }, [cart]);

  const status = useSavedDraft(draft, dispatch, householdId !== undefined);
  const value = useMemo(() => ({ draft, dispatch, cart, status }), [draft, cart, status]);
  return <Context value={value}>{children}</Context>;
}

/**
 * Saves what is pending, a moment after the last gesture. One batch at a time: two under way could
 * reach the server in the wrong order.
 */
function useSavedDraft(
  { pending }: DraftState,
  dispatch: Dispatch<DraftEvent>,
  signedIn: boolean,
): SaveStatus {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState(0);

  useEffect(() => {
    if (pending.size === 0 || !signedIn || busy) return;
    const save = async () => {
      const sent = [...pending.values()].slice(0, mostChangesPerBatch);
      setBusy(true);
      try {
        const cart = await saveChanges(sent, AbortSignal.timeout(giveUpMs));
        dispatch({ type: 'saved', sent, lines: cart.lines });
        keepCart(client, cart);
        setFailures(0);
      } catch (error) {
        if (isRefusal(error) && !isSignedOut(error)) {
          // Refused for good: given up, and what the server holds is shown instead.
          dispatch({ type: 'saved', sent, lines: keptCart(client)?.lines ?? [] });
        } else {
          setFailures((count) => count + 1);
        }
        if (isRefusal(error)) await client.invalidateQueries();
      } finally {
        setBusy(false);
      }
    };
    const timer = setTimeout(() => void save(), failures === 0 ? debounceMs : retryMs);
    return () => clearTimeout(timer);
  }, [pending, failures, busy, signedIn, client, dispatch]);

  useEffect(() => {
    const retryNow = () => setFailures(0);
    window.addEventListener('online', retryNow);
    return () => window.removeEventListener('online', retryNow);
  }, []);

  if (pending.size === 0) return 'saved';
  return failures > 0 ? 'waiting' : 'saving';
}

function isRefusal(error: unknown): boolean {
  const failure = failureOf(error);
  return (
    failure.kind === 'problem' && failure.problem.status < 500 && failure.problem.status !== 429
  );
}

export function useDraft(): DraftContext {
  const value = useContext(Context);
  if (!value) throw new Error('useDraft outside of DraftProvider');
  return value;
}

export type DraftSummary = {
  readonly adds: number;
  readonly removes: number;
  readonly totalCents: number;
  /** True until the server's quote is known: unit prices of the grid are added up meanwhile. */
  readonly estimated: boolean;
};

/** Counts and amount of the draft: the server's quote, or an estimate while it is on its way. */
export function useDraftSummary(): DraftSummary {
  const { draft, cart } = useDraft();
  return useMemo(() => summaryOf(draft, cart), [draft, cart]);
}

/** The quote, corrected by what is not saved yet. */
export function summaryOf(draft: DraftState, cart: Cart | undefined): DraftSummary {
  const counts = countsOf(draft.entries);
  let totalCents = cart?.totalCents ?? 0;
  for (const { childId, sessionId, action, cents } of draft.pending.values()) {
    const quoted = cart?.lines.find(
      (line) => line.childId === childId && line.sessionId === sessionId,
    );
    totalCents += (action === null ? 0 : cents) - (quoted?.cents ?? 0);
  }
  return { ...counts, totalCents, estimated: draft.pending.size > 0 };
}
