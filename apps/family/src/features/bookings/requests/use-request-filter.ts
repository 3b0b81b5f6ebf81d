import { useSearchParams } from 'react-router';
import { type RequestStatus, statusOf } from './request-words.ts';
import type { OwnRequest } from './requests.queries.ts';

type Wanted = 'pending' | 'toPay' | 'refused';

/** Which requests are shown. */
export type RequestFilter = {
  /** `null`: everybody's. */
  readonly childId: string | null;
  /** `null`: all of them. */
  readonly status: Wanted | null;
  readonly shows: (request: OwnRequest) => boolean;
  readonly showChild: (childId: string | null) => void;
  readonly showStatus: (status: Wanted | null) => void;
  readonly clear: () => void;
};

/** In the address. */
const words: Readonly<Record<Wanted, string>> = {
  pending: 'en-attente',
  toPay: 'a-payer',
  refused: 'refusees',
};

/** A request refused in part is among those refused. */
const wantedOf: Readonly<Partial<Record<RequestStatus, Wanted>>> = {
  pending: 'pending',
  toPay: 'toPay',
  refused: 'refused',
  partly: 'refused',
};

/** By child and by state, kept in the address. */
export function useRequestFilter(): RequestFilter {
  const [query, setQuery] = useSearchParams();
  const childId = query.get('enfant');
  const status = wantedIn(query.get('etat'));
  const set = (name: string, value: string | null) =>
    setQuery(
      (previous) => {
        const next = new URLSearchParams(previous);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return {
    childId,
    status,
    shows: (request) =>
      (childId === null || request.child.id === childId) &&
      (status === null || wantedOf[statusOf(request)] === status),
    showChild: (id) => set('enfant', id),
    showStatus: (wanted) => set('etat', wanted === null ? null : words[wanted]),
    clear: () => setQuery({}, { replace: true }),
  };
}

function wantedIn(word: string | null): Wanted | null {
  const known = Object.entries(words) as [Wanted, string][];
  return known.find(([, text]) => text === word)?.[0] ?? null;
}
