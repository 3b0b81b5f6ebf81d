import { useSearchParams } from 'react-router';
import { type Me, useMe } from '../../shared/session.ts';

export type Child = Me['children'][number];

/** In the address, where all the children are shown. */
const everyone = 'tous';

/** The child on screen: that of the address, else the first; `null` where all are. */
export function useChild() {
  const { data: me } = useMe();
  const [query, setQuery] = useSearchParams();
  const children = me?.children ?? [];
  const asked = query.get('enfant');
  const child =
    asked === everyone && children.length > 1
      ? null
      : (children.find(({ id }) => id === asked) ?? children[0] ?? null);
  const showChild = (id: string | null) =>
    setQuery(
      (previous) => {
        const next = new URLSearchParams(previous);
        next.set('enfant', id ?? everyone);
        return next;
      },
      { replace: true },
    );
  return { children, child, showChild };
}
