import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { CountBadge } from '@preau/ui/navigation/count-badge';
import { ShoppingCart } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { useDraftSummary } from '../features/bookings/use-draft.ts';
import { usePaths } from '../shared/organisation.ts';
import classes from './layout.module.css';

/** The cart, from everywhere, with how much waits in it. */
export function CartLink() {
  const paths = usePaths();
  const { pathname } = useLocation();
  const { adds, removes, waits } = useDraftSummary();
  const count = adds + removes + waits;
  const said = count > 1 ? `, ${count} modifications` : count === 1 ? ', 1 modification' : '';
  return (
    <Link
      to={paths.cart}
      className={classes.cart}
      aria-current={pathname === paths.cart ? 'page' : undefined}
    >
      <span className={classes.cartIcon} aria-hidden="true">
        <ShoppingCart size={24} />
        <span className={classes.cartCount}>
          <CountBadge count={count} />
        </span>
      </span>
      <span className={classes.cartWord}>Panier</span>
      {said ? <VisuallyHidden>{said}</VisuallyHidden> : null}
    </Link>
  );
}
