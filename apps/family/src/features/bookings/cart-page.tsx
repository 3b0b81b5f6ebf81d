import { formatDayLong } from '@preau/domain/explain/format-fr';
import type { Cents } from '@preau/domain/money/cents';
import { day } from '@preau/domain/time/day';
import { Button, buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState, ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { useQuery } from '@tanstack/react-query';
import { ShoppingCart, Trash2 } from 'lucide-react';
import { Link } from 'react-router';
import { problemCodeOf } from '@preau/api-client/failure';
import { formatCounts, formatSigned } from '../../shared/format.ts';
import { type Organisation, useOrganisation, usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { cartQuery } from './bookings.queries.ts';
import { changesSince } from './cart-changes.ts';
import type { Cart, CartLine } from './cart-types.ts';
import { canWait, groupLines, isBlocked, waitFor } from './cart-groups.ts';
import { confirmWords, lacksDays, paymentSentences } from './cart-words.ts';
import classes from './cart.module.css';
import { useSaveStatus } from './draft-sync.tsx';
import { cellId } from './draft.ts';
import { LineList } from './line-list.tsx';
import { useConfirmation } from './use-confirmation.ts';
import { useDraft, useDraftSummary } from './use-draft.ts';

/** Everything that would change, with its price and its reasons, before anything does. */
export function CartPage() {
  const { data: organisation } = useOrganisation();
  const cart = useQuery(cartQuery());
  return (
    <div className={classes.page}>
      <PageTitle>Vérifier le panier</PageTitle>
      {cart.data && organisation ? (
        <CartContents cart={cart.data} organisation={organisation} />
      ) : cart.error ? (
        <ErrorState
          title="Le panier n’a pas pu être chargé"
          onRetry={() => void cart.refetch()}
          retrying={cart.isFetching}
        >
          {problemMessage(cart.error)}
        </ErrorState>
      ) : (
        <div aria-busy="true">
          <VisuallyHidden>Chargement…</VisuallyHidden>
          <Skeleton height="12rem" />
        </div>
      )}
    </div>
  );
}

type CartContentsProps = { readonly cart: Cart; readonly organisation: Organisation };

function CartContents({ cart, organisation }: CartContentsProps) {
  const { draft, dispatch } = useDraft();
  const status = useSaveStatus();
  const confirmation = useConfirmation(cart);
  const lines = cart.lines.filter((line) => draft.entries.has(cellId(line)));

  if (lines.length === 0 && status === 'saved') return <EmptyCart />;
  const takeOut = (taken: readonly CartLine[]) =>
    dispatch({ type: 'gesture', changes: taken.map((line) => ({ ...line, action: null })) });
  const wait = (full: readonly CartLine[]) =>
    dispatch({ type: 'gesture', changes: full.map(waitFor) });
  return (
    <>
      <CartNotices
        error={confirmation.error}
        changes={changesSince(confirmation.seen, cart.lines)}
        blocked={lines.filter(isBlocked).length}
        lacking={lines.filter(lacksDays).length}
      />
      <LineList
        groups={groupLines(lines)}
        organisation={organisation}
        level={2}
        renderAction={(line) => (
          <>
            {isBlocked(line) && canWait(line) ? (
              <LineButton
                line={line}
                words="Mettre en liste d’attente"
                onPress={() => wait([line])}
              />
            ) : null}
            <LineButton line={line} words="Retirer" onPress={() => takeOut([line])} />
          </>
        )}
      />
      <div>
        <Button
          variant="quiet"
          icon={<Trash2 size={18} aria-hidden="true" />}
          onClick={() => takeOut(lines)}
        >
          Vider le panier
        </Button>
      </div>
      <Checkout
        totalCents={cart.totalCents as Cents}
        lines={lines}
        timeZone={organisation.timeZone}
        busy={confirmation.busy || status !== 'saved'}
        onConfirm={confirmation.confirm}
      />
    </>
  );
}

type CartNoticesProps = {
  readonly error: unknown;
  /** Since the attempt that failed. */
  readonly changes: readonly string[];
  readonly blocked: number;
  /** Lines that only lack others of the same week or month. */
  readonly lacking: number;
};

function CartNotices({ error, changes, blocked, lacking }: CartNoticesProps) {
  const stale = problemCodeOf(error)?.startsWith('cart-') ?? false;
  return (
    <>
      {error ? (
        <Notice tone={stale ? 'warning' : 'error'} announced>
          {problemMessage(error)}
          {stale && changes.length > 0 ? (
            <ul className={classes.changes}>
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          ) : null}
        </Notice>
      ) : null}
      {blocked > 0 ? (
        <Notice
          tone="warning"
          title={
            blocked > 1
              ? `${blocked} lignes ne pourront pas être enregistrées`
              : 'Une ligne ne pourra pas être enregistrée'
          }
        >
          {blockedAdvice(blocked, lacking)}
        </Notice>
      ) : null}
    </>
  );
}

function blockedAdvice(blocked: number, lacking: number): string {
  const them = blocked > 1 ? 'les' : 'la';
  return lacking > 0
    ? `Il manque des jours pour atteindre le minimum demandé. Ajoutez-en depuis le planning, retirez-${them}, ou validez le reste.`
    : `Vous pouvez ${them} retirer, ou valider le reste.`;
}

type LineButtonProps = {
  readonly line: CartLine;
  readonly words: string;
  readonly onPress: () => void;
};

function LineButton({ line, words, onPress }: LineButtonProps) {
  return (
    <Button variant="quiet" onClick={onPress}>
      {words}
      <VisuallyHidden>
        {` ${line.unitLabel}, ${line.childFirstName}, ${formatDayLong(day(line.on))}`}
      </VisuallyHidden>
    </Button>
  );
}

type CheckoutProps = {
  readonly totalCents: Cents;
  readonly lines: readonly CartLine[];
  readonly timeZone: string;
  readonly busy: boolean;
  readonly onConfirm: () => void;
};

function Checkout({ totalCents, lines, timeZone, busy, onConfirm }: CheckoutProps) {
  const { adds, removes, waits } = useDraftSummary();
  return (
    <div className={classes.checkout}>
      <p className={classes.total}>
        <span>
          Total <span className={classes.muted}>({formatCounts(adds, removes, waits)})</span>
        </span>
        <span className={classes.amount}>{formatSigned(totalCents)}</span>
      </p>
      {paymentSentences(lines, timeZone).map((sentence) => (
        <p key={sentence} className={classes.muted}>
          {sentence}
        </p>
      ))}
      <Button wide busy={busy} onClick={onConfirm}>
        {confirmWords(lines)}
      </Button>
    </div>
  );
}

function EmptyCart() {
  const paths = usePaths();
  return (
    <EmptyState
      icon={<ShoppingCart size={28} />}
      title="Votre panier est vide."
      action={
        <Link className={buttonClass('primary')} to={paths.planning()}>
          Choisir des jours
        </Link>
      }
    >
      Les jours que vous ajoutez ou annulez dans le planning arrivent ici.
    </EmptyState>
  );
}
