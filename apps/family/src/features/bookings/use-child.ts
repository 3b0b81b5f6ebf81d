import { useSearchParams } from 'react-router';
import { type Me, useMe } from '../../shared/session.ts';

export type Child = Me['children'][number];

/** The child on screen: that of the address, else the first of the household. */
export function useChild() {
  const { data: me } = useMe();
  const [query, setQuery] = useSearchParams();
  const children = me?.children ?? [];
  const asked = query.get('enfant');
  const child = children.find(({ id }) => id === asked) ?? children[0];
  const showChild = (id: string) =>
    setQuery(
      (previous) => {
        const next = new URLSearchParams(previous);
        next.set('enfant', id);
        return next;
      },
      { replace: true },
    );
  return { children, child, showChild };
}
