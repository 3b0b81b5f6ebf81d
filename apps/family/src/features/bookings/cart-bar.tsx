import type { Cents } from '@preau/domain/money/cents';
import { buttonClass, IconButton } from '@preau/ui/actions/button';
import { BottomBar } from '@preau/ui/navigation/bottom-bar';
import { ShoppingCart, Undo2 } from 'lucide-react';
import { Link } from 'react-router';
import { formatCounts, formatSigned } from '../../shared/format.ts';
import { usePaths } from '../../shared/organisation.ts';
import classes from './cart.module.css';
import { useSaveStatus } from './draft-sync.tsx';
import { useDraftBeside, useDraftSummary } from './use-draft.ts';
import { useGestures } from './use-gestures.ts';

/** The draft on a phone: undo, what it costs, and the way to the cart. Hidden while it is empty. */
export function CartBar() {
  const paths = usePaths();
  const draft = useDraftBeside();
  const { undo } = useGestures();
  const status = useSaveStatus();
  const { adds, removes, waits, totalCents, estimated } = useDraftSummary();
  const canUndo = draft.past.length > 0;
  if (adds + removes + waits === 0 && !canUndo) return null;
  const counts = formatCounts(adds, removes, waits);
  return (
    <div className={classes.bar}>
      <BottomBar
        label="Panier en cours"
        leading={
          <IconButton
            label="Défaire le dernier changement"
            bordered
            disabled={!canUndo}
            onClick={undo}
          >
            <Undo2 size={22} aria-hidden="true" />
          </IconButton>
        }
        title={`${formatSigned(totalCents as Cents)}${estimated ? ' (estimé)' : ''}`}
        detail={status === 'waiting' ? `${counts} · en attente du réseau` : counts}
        action={
          <Link to={paths.cart} className={buttonClass('primary')}>
            <ShoppingCart size={20} aria-hidden="true" />
            Vérifier
          </Link>
        }
      />
    </div>
  );
}
