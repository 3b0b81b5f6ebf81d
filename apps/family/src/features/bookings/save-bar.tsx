import type { Cents } from '@preau/domain/money/cents';
import { Button, IconButton } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { BottomBar } from '@preau/ui/navigation/bottom-bar';
import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useNavigate } from 'react-router';
import { formatSigned } from '../../shared/format.ts';
import { usePaths } from '../../shared/organisation.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { cartQuery } from './bookings.queries.ts';
import { isBlocked } from './cart-groups.ts';
import type { Cart } from './cart-types.ts';
import classes from './cart.module.css';
import { useSaveStatus } from './draft-sync.tsx';
import { cellId } from './draft.ts';
import { requestCounts } from './request-counts.ts';
import { useConfirmation } from './use-confirmation.ts';
import { useDraftBeside, useDraftSummary } from './use-draft.ts';
import { useGestures } from './use-gestures.ts';

/**
 * « Annuler » and « Enregistrer » at the foot of a planning on which everything is a request: saving
 * sends it. What could not be sent is looked at first. Hidden while there is nothing to save.
 */
export function SaveBar() {
  const { data: cart } = useQuery(cartQuery());
  const draft = useDraftBeside();
  if (!cart || (draft.entries.size === 0 && draft.past.length === 0)) return null;
  return <Bar cart={cart} />;
}

function Bar({ cart }: { readonly cart: Cart }) {
  const paths = usePaths();
  const navigate = useNavigate();
  const draft = useDraftBeside();
  const gestures = useGestures();
  const status = useSaveStatus();
  const confirmation = useConfirmation(cart);
  const { totalCents, estimated, ...counts } = useDraftSummary();
  const nothing = draft.entries.size === 0;
  const blocked = cart.lines.some((line) => isBlocked(line) && draft.entries.has(cellId(line)));
  const forget = () => {
    if (nothing) return;
    const changes = [...draft.entries.values()].map((entry) => ({ ...entry, action: null }));
    gestures.make(changes, 'Modifications annulées');
  };
  const save = () => {
    if (nothing) return;
    // Which days would not go, and why, is told line by line there.
    if (blocked) void navigate(paths.cart);
    else confirmation.confirm();
  };
  return (
    <div className={`${classes.bar} ${classes.saveBar}`}>
      {confirmation.error ? (
        <Notice tone="error" announced>
          {problemMessage(confirmation.error)}
        </Notice>
      ) : null}
      <BottomBar
        label="Modifications à enregistrer"
        leading={
          <IconButton
            label="Défaire le dernier changement"
            bordered
            disabled={draft.past.length === 0}
            onClick={gestures.undo}
          >
            <Undo2 size={22} aria-hidden="true" />
          </IconButton>
        }
        title={`${formatSigned(totalCents as Cents)}${estimated ? ' (estimé)' : ''}`}
        detail={`${requestCounts(counts)}${status === 'waiting' ? ' · en attente du réseau' : ''}`}
        action={
          <span className={classes.saveActions}>
            <Button variant="secondary" aria-disabled={nothing || undefined} onClick={forget}>
              Annuler
            </Button>
            <Button
              busy={confirmation.busy || (status !== 'saved' && !nothing)}
              aria-disabled={nothing || undefined}
              onClick={save}
            >
              Enregistrer
            </Button>
          </span>
        }
      />
    </div>
  );
}
