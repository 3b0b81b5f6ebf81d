import { useEffect, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import type { HouseholdFilter } from './households.queries.ts';

const filters: readonly HouseholdFilter[] = [
  'fileIncomplete',
  'neverInvited',
  'expired',
  'bounced',
];

/** What was typed, and the family opened from there, as the entry of the history keeps them. */
type Kept = { readonly typed: string; readonly opened: string | null };

const keptIn = (state: unknown): Kept => {
  const { typed, opened } = (state ?? {}) as Partial<Kept>;
  return {
    typed: typeof typed === 'string' ? typed : '',
    opened: typeof opened === 'string' ? opened : null,
  };
};

/** A word passes by its first letters: the server is asked once the fingers rest. */
const restMs = 150;

/**
 * Where one is in the list: the filter is in the address, the words typed are in the entry of the
 * history, so that coming back finds them and no name is ever in an address.
 */
export function useFamiliesPlace() {
  const paths = usePaths();
  const navigate = useNavigate();
  const location = useLocation();
  const [query] = useSearchParams();
  const kept = keptIn(location.state);
  const [typed, setTyped] = useState(kept.typed);
  const filter = filters.find((one) => one === query.get('etat')) ?? null;

  const keep = (change: Partial<Kept>, to = paths.families(filter)) =>
    void navigate(to, { replace: true, state: { ...kept, ...change } });

  useEffect(() => {
    if (typed === kept.typed) return;
    const timer = setTimeout(() => keep({ typed, opened: null }), restMs);
    return () => clearTimeout(timer);
  });

  return {
    /** As it stands in the field. */
    typed,
    /** As the server was asked. */
    searched: kept.typed.trim(),
    filter,
    /** The family one comes back from. */
    opened: kept.opened,
    type: setTyped,
    choose: (next: HouseholdFilter | null) => keep({ typed, opened: null }, paths.families(next)),
    /** Notes which family is opened, so that coming back finds the place. */
    noteOpened: (id: string) => keep({ typed, opened: id }),
  };
}
