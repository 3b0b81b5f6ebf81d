import type { Cents } from '@preau/domain/money/cents';
import { Button, buttonClass } from '@preau/ui/actions/button';
import { EmptyState, ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { useQuery } from '@tanstack/react-query';
import { ShoppingCart } from 'lucide-react';
import { Link } from 'react-router';
import { formatCounts, formatSigned } from '../../shared/format.ts';
import { type Organisation, useOrganisation, usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { cartQuery } from './bookings.queries.ts';
import { CartLines } from './cart-lines.tsx';
import type { Cart, CartLine } from './cart-types.ts';
import { confirmWords, paymentSentences } from './cart-words.ts';
import classes from './cart.module.css';
import { useSaveStatus } from './draft-sync.tsx';
import { cellId } from './draft.ts';
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
  const { draft } = useDraft();
  const status = useSaveStatus();
  const confirmation = useConfirmation(cart);
  const lines = cart.lines.filter((line) => draft.entries.has(cellId(line)));

  if (lines.length === 0 && status === 'saved') return <EmptyCart />;
  return (
    <>
      <CartLines
        cart={cart}
        lines={lines}
        confirmation={confirmation}
        organisation={organisation}
        whole="Vider le panier"
      />
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
