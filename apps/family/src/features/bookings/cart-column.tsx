import type { Cents } from '@preau/domain/money/cents';
import { Button, buttonClass, IconButton } from '@preau/ui/actions/button';
import { useQuery } from '@tanstack/react-query';
import { Redo2, ShoppingCart, Undo2 } from 'lucide-react';
import { Link } from 'react-router';
import { formatCounts, formatSigned } from '../../shared/format.ts';
import { usePaths } from '../../shared/organisation.ts';
import { cartQuery } from './bookings.queries.ts';
import { summariesOf } from './cart-groups.ts';
import type { CartLine } from './cart-types.ts';
import classes from './cart.module.css';
import { useSaveStatus } from './draft-sync.tsx';
import { cellId, type Entry } from './draft.ts';
import { paymentSentences } from './cart-words.ts';
import { quotientsIn } from './wire-reasons.ts';
import { useDraftBeside, useDraftSummary } from './use-draft.ts';
import { useGestures } from './use-gestures.ts';

type CartColumnProps = {
  readonly timeZone: string;
  /** Everything is a request: it is saved at the foot of the planning, not here. */
  readonly onRequest: boolean;
};

/** The draft on a desk: always visible beside the planning. */
export function CartColumn({ timeZone, onRequest }: CartColumnProps) {
  const draft = useDraftBeside();
  const { data: cart } = useQuery(cartQuery());
  const lines = cart?.lines.filter((line) => draft.entries.has(cellId(line))) ?? [];
  return (
    <aside className={classes.column} aria-labelledby="titre-panier">
      <ColumnHead title={onRequest ? 'Demandes' : 'Panier'} />
      {draft.entries.size === 0 ? (
        <p className={classes.muted}>
          {onRequest
            ? 'Rien à enregistrer. Touchez les cases du planning pour demander ou annuler des jours.'
            : 'Votre panier est vide. Choisissez des jours dans le planning pour les ajouter ou les annuler.'}
        </p>
      ) : (
        <>
          <ul>
            {summariesOf(lines).map((summary) => (
              <li key={summary.key} className={classes.summaryLine}>
                <span>
                  <strong>
                    {summary.childFirstName} · {summary.service}
                  </strong>
                  <span className={classes.muted}>{summary.detail}</span>
                </span>
                <strong className={classes.amount} data-negative={summary.cents < 0 || undefined}>
                  {formatSigned(summary.cents as Cents)}
                </strong>
              </li>
            ))}
          </ul>
          <ColumnFoot
            lines={lines}
            entries={draft.entries}
            timeZone={timeZone}
            onRequest={onRequest}
          />
        </>
      )}
    </aside>
  );
}

function ColumnHead({ title }: { readonly title: string }) {
  const draft = useDraftBeside();
  const { undo, redo } = useGestures();
  return (
    <div className={classes.columnHead}>
      <h2 id="titre-panier">
        <ShoppingCart size={20} aria-hidden="true" /> {title}
      </h2>
      <span className={classes.steps}>
        <Button
          variant="secondary"
          disabled={draft.past.length === 0}
          icon={<Undo2 size={18} aria-hidden="true" />}
          onClick={undo}
        >
          Défaire
        </Button>
        <IconButton label="Refaire" bordered disabled={draft.future.length === 0} onClick={redo}>
          <Redo2 size={18} aria-hidden="true" />
        </IconButton>
      </span>
    </div>
  );
}

type ColumnFootProps = CartColumnProps & {
  readonly lines: readonly CartLine[];
  readonly entries: ReadonlyMap<string, Entry>;
};

function ColumnFoot({ lines, entries, timeZone, onRequest }: ColumnFootProps) {
  const paths = usePaths();
  const gestures = useGestures();
  const status = useSaveStatus();
  const { adds, removes, waits, totalCents, estimated } = useDraftSummary();
  const empty = () => {
    const changes = [...entries.values()].map((entry) => ({ ...entry, action: null }));
    gestures.make(changes, 'Panier vidé');
  };
  const quotients = quotientsIn(lines);
  return (
    <>
      {quotients === '' ? null : <p className={classes.muted}>{quotients}</p>}
      <div>
        <p className={classes.total}>
          <span>{estimated ? 'Total estimé' : 'Total'}</span>
          <span className={classes.amount}>{formatSigned(totalCents as Cents)}</span>
        </p>
        <p className={classes.muted}>
          {formatCounts(adds, removes, waits)}. {paymentSentences(lines, timeZone).join(' ')}
        </p>
      </div>
      {status === 'waiting' ? (
        <p className={classes.muted}>En attente du réseau pour enregistrer.</p>
      ) : null}
      <Link to={paths.cart} className={buttonClass(onRequest ? 'secondary' : 'primary', true)}>
        {onRequest ? 'Voir le détail' : 'Vérifier et confirmer'}
      </Link>
      {onRequest ? null : (
        <Button variant="secondary" wide onClick={empty}>
          Vider le panier
        </Button>
      )}
    </>
  );
}
