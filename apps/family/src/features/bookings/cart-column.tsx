import type { Cents } from '@preau/domain/money/cents';
import { Button, buttonClass } from '@preau/ui/actions/button';
import { useQuery } from '@tanstack/react-query';
import { ShoppingCart, Undo2 } from 'lucide-react';
import { Link } from 'react-router';
import { formatCounts, formatSigned } from '../../shared/format.ts';
import { usePaths } from '../../shared/organisation.ts';
import classes from './cart.module.css';
import { cartQuery } from './bookings.queries.ts';
import { groupLines } from './cart-groups.ts';
import { useSaveStatus } from './draft-sync.tsx';
import { useDraft, useDraftSummary } from './use-draft.ts';

/** The draft on a desk: always visible beside the week. */
export function CartColumn() {
  const paths = usePaths();
  const { draft, dispatch } = useDraft();
  const { data: cart } = useQuery(cartQuery());
  const status = useSaveStatus();
  const { adds, removes, totalCents, estimated } = useDraftSummary();
  const empty = adds + removes === 0;
  return (
    <aside className={classes.column} aria-labelledby="titre-panier">
      <div className={classes.columnHead}>
        <h2 id="titre-panier">
          <ShoppingCart size={20} aria-hidden="true" /> Panier
        </h2>
        <Button
          variant="secondary"
          disabled={draft.past.length === 0}
          icon={<Undo2 size={18} aria-hidden="true" />}
          onClick={() => dispatch({ type: 'undo' })}
        >
          Défaire
        </Button>
      </div>
      {empty ? (
        <p className={classes.muted}>
          Votre panier est vide. Choisissez des jours dans la semaine pour les ajouter ou les
          annuler.
        </p>
      ) : (
        <>
          <ul>
            {groupLines(cart?.lines ?? []).map((group) => (
              <li key={group.key} className={classes.summaryLine}>
                <span>
                  <strong>
                    {group.childFirstName} · {group.service}
                  </strong>
                  <span className={classes.muted}>
                    {formatCounts(
                      group.lines.filter(({ action }) => action === 'add').length,
                      group.lines.filter(({ action }) => action === 'remove').length,
                    )}
                  </span>
                </span>
                <strong className={classes.amount}>{formatSigned(group.cents as Cents)}</strong>
              </li>
            ))}
          </ul>
          <p className={classes.total}>
            <span>{estimated ? 'Total estimé' : 'Total'}</span>
            <span className={classes.amount}>{formatSigned(totalCents as Cents)}</span>
          </p>
          <p className={classes.muted}>{formatCounts(adds, removes)}</p>
          {status === 'waiting' ? (
            <p className={classes.muted}>En attente du réseau pour enregistrer.</p>
          ) : null}
          <Link to={paths.cart} className={buttonClass('primary', true)}>
            Vérifier
          </Link>
        </>
      )}
    </aside>
  );
}
