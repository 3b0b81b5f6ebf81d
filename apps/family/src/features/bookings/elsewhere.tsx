import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { refreshBookings } from './bookings.queries.ts';
import { changesSince } from './cart-changes.ts';
import type { Cart } from './cart-types.ts';
import classes from './cart.module.css';
import { cellId } from './draft.ts';
import { touchedElsewhere } from './own-changes.ts';

type Told = { readonly changes: readonly string[]; readonly by: string | null };

const nothing: Told = { changes: [], by: null };
const listeners = new Set<() => void>();
let told = nothing;

function tell(what: Told): void {
  told = what;
  for (const changed of listeners) changed();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Compares each cart that arrives with the one before: what another window changed is told. */
export function useCartElsewhere(cart: Cart | undefined): void {
  const client = useQueryClient();
  const seen = useRef<Cart | undefined>(undefined);
  useEffect(() => {
    const before = seen.current;
    seen.current = cart;
    if (!before || !cart || before.revision === cart.revision) return;
    const touched = touchedElsewhere(before.lines, cart.lines);
    if (touched.size === 0) return;
    const isTouched = (line: Cart['lines'][number]) => touched.has(cellId(line));
    tell({
      changes: changesSince(before.lines.filter(isTouched), cart.lines.filter(isTouched)),
      by: cart.updatedBy,
    });
    void refreshBookings(client);
  }, [cart, client]);
}

/** In another window, or by the other parent: line by line, until it is read. */
export function ElsewhereNotice() {
  const { changes, by } = useSyncExternalStore(subscribe, () => told);
  if (changes.length === 0) return null;
  return (
    <div className={classes.elsewhere}>
      <Notice
        tone="info"
        title={by === null ? 'Le panier a changé ailleurs' : `Le panier a changé ailleurs (${by})`}
        announced
        actions={
          <Button variant="secondary" onClick={() => tell(nothing)}>
            J’ai compris
          </Button>
        }
      >
        <ul className={classes.changes}>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
