import { useSearchParams } from 'react-router';
import { type InboxState, inboxStates } from './documents.queries.ts';

/** Words of the address. */
const words: Readonly<Record<InboxState, string>> = {
  sent: 'a-traiter',
  accepted: 'acceptees',
  refused: 'refusees',
};

/** What is looked at, as the address says: reloaded or sent to a colleague, it is the same. */
export function useInboxPlace() {
  const [search, setSearch] = useSearchParams();
  const state = inboxStates.find((one) => words[one] === search.get('etat')) ?? 'sent';
  return {
    state,
    selected: search.get('demande'),
    showState: (next: InboxState) =>
      setSearch(next === 'sent' ? {} : { etat: words[next] }, { replace: true }),
    /** The query of a document's address; `null` = none is chosen. */
    queryOf: (id: string | null): string => {
      const query = new URLSearchParams({
        ...(state === 'sent' ? {} : { etat: words[state] }),
        ...(id === null ? {} : { demande: id }),
      });
      return query.size > 0 ? `?${query}` : '';
    },
    select: (id: string | null) =>
      setSearch(
        { ...(state === 'sent' ? {} : { etat: words[state] }), ...(id ? { demande: id } : {}) },
        { replace: true },
      ),
  };
}
