import { useSearchParams } from 'react-router';
import { requestStates, type RequestsShown } from './requests.queries.ts';

/** Words of the address. */
const words: Readonly<Record<RequestsShown, string>> = {
  pending: 'a-repondre',
  overdue: 'en-retard',
  toPay: 'a-payer',
  answered: 'repondues',
};

/** What is looked at, as the address says: reloaded or sent to a colleague, it is the same. */
export function useRequestsPlace() {
  const [search, setSearch] = useSearchParams();
  const state = requestStates.find((one) => words[one] === search.get('etat')) ?? 'pending';
  const facility = search.get('site');
  const queryOf = (next: {
    readonly state?: RequestsShown;
    readonly facility?: string | null;
    readonly selected?: string | null;
  }) => {
    const place = { state, facility, selected: null, ...next };
    return new URLSearchParams({
      ...(place.state === 'pending' ? {} : { etat: words[place.state] }),
      ...(place.facility === null ? {} : { site: place.facility }),
      ...(place.selected === null ? {} : { demande: place.selected }),
    });
  };
  return {
    state,
    facility,
    selected: search.get('demande'),
    showState: (next: RequestsShown) => setSearch(queryOf({ state: next }), { replace: true }),
    showFacility: (next: string | null) =>
      setSearch(queryOf({ facility: next }), { replace: true }),
    select: (selected: string | null) => setSearch(queryOf({ selected }), { replace: true }),
    /** The query of a request's address; `null` = none is chosen. */
    queryTo: (selected: string | null): string => {
      const query = queryOf({ selected });
      return query.size > 0 ? `?${query}` : '';
    },
  };
}

export type RequestsPlace = ReturnType<typeof useRequestsPlace>;
