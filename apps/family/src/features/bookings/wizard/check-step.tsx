import type { Cents } from '@preau/domain/money/cents';
import { Button, buttonClass } from '@preau/ui/actions/button';
import { EmptyState } from '@preau/ui/feedback/states';
import { useQuery } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import { Link } from 'react-router';
import { formatCounts, formatSigned } from '../../../shared/format.ts';
import { type Organisation, usePaths } from '../../../shared/organisation.ts';
import { cartQuery } from '../bookings.queries.ts';
import { CartLines } from '../cart-lines.tsx';
import { isBlocked } from '../cart-groups.ts';
import type { Cart, CartLine } from '../cart-types.ts';
import cartClasses from '../cart.module.css';
import { useSaveStatus } from '../draft-sync.tsx';
import { cellId } from '../draft.ts';
import { ElsewhereNotice } from '../elsewhere.tsx';
import { useConfirmation } from '../use-confirmation.ts';
import { useDraft, useDraftSummary } from '../use-draft.ts';
import { dueSentences, withoutMovingTerm } from './due-sentences.ts';
import { useBookingPlace } from './use-booking-place.ts';
import { OnItsWay, WizardPage } from './wizard-page.tsx';
import classes from './wizard.module.css';

/** « Vérifiez les informations », then « Confirmer la réservation ». */
export function CheckStep({ organisation }: { readonly organisation: Organisation }) {
  const { place } = useBookingPlace();
  const cart = useQuery(cartQuery());
  return (
    <WizardPage step="verification" place={place} title="Vérifiez votre réservation">
      {cart.data ? (
        <Checking cart={cart.data} receivedAt={cart.dataUpdatedAt} organisation={organisation} />
      ) : (
        <OnItsWay read={cart} failed="Votre réservation n’a pas pu être chargée" />
      )}
    </WizardPage>
  );
}

type CheckingProps = {
  readonly cart: Cart;
  /** The device's time when it came, in ms. */
  readonly receivedAt: number;
  readonly organisation: Organisation;
};

function Checking({ cart, receivedAt, organisation }: CheckingProps) {
  const paths = usePaths();
  const { place } = useBookingPlace();
  const { draft } = useDraft();
  const status = useSaveStatus();
  const confirmation = useConfirmation(cart, paths.bookingReceipt);
  const lines = cart.lines.filter((line) => draft.entries.has(cellId(line)));
  if (lines.length === 0 && status === 'saved') return <NothingChosen />;
  return (
    <>
      <ElsewhereNotice />
      <CartLines
        cart={cart}
        lines={lines.map((line) => withoutMovingTerm(line, receivedAt))}
        confirmation={confirmation}
        organisation={organisation}
        whole="Tout retirer"
      />
      <div className={classes.more}>
        <Link className={buttonClass('secondary')} to={paths.bookingStep('enfant', place)}>
          Ajouter un enfant ou une période
        </Link>
      </div>
      <Confirm
        lines={lines}
        totalCents={cart.totalCents as Cents}
        due={dueSentences(lines, receivedAt, organisation.timeZone)}
        busy={confirmation.busy || status !== 'saved'}
        onConfirm={confirmation.confirm}
      />
    </>
  );
}

type ConfirmProps = {
  readonly lines: readonly CartLine[];
  readonly totalCents: Cents;
  readonly due: readonly string[];
  readonly busy: boolean;
  readonly onConfirm: () => void;
};

function Confirm({ lines, totalCents, due, busy, onConfirm }: ConfirmProps) {
  const paths = usePaths();
  const { place } = useBookingPlace();
  const { adds, removes, waits } = useDraftSummary();
  const nothing = lines.every(isBlocked);
  return (
    <div className={`${cartClasses.checkout} ${classes.confirm}`}>
      <p className={cartClasses.total}>
        <span>
          Total <span className={classes.soft}>({formatCounts(adds, removes, waits)})</span>
        </span>
        <span className={cartClasses.amount}>{formatSigned(totalCents)}</span>
      </p>
      <div id="avant-de-confirmer">
        {nothing ? (
          <p className={classes.soft}>Aucun de ces jours ne peut être réservé en l’état.</p>
        ) : (
          due.map((sentence) => (
            <p key={sentence} className={classes.soft}>
              {sentence}
            </p>
          ))
        )}
      </div>
      <div className={cartClasses.actions}>
        {place.child && place.period ? (
          <Link className={buttonClass('secondary')} to={paths.bookingStep('planning', place)}>
            Modifier le planning
          </Link>
        ) : null}
        <Button
          busy={busy}
          aria-disabled={nothing || undefined}
          aria-describedby="avant-de-confirmer"
          onClick={nothing ? undefined : onConfirm}
        >
          Confirmer la réservation
        </Button>
      </div>
    </div>
  );
}

function NothingChosen() {
  const paths = usePaths();
  const { place } = useBookingPlace();
  const back = place.child && place.period ? ('planning' as const) : ('enfant' as const);
  return (
    <EmptyState
      icon={<CalendarPlus size={28} />}
      title="Aucun jour n’est choisi"
      action={
        <Link className={buttonClass('primary')} to={paths.bookingStep(back, place)}>
          {back === 'planning' ? 'Revenir au planning' : 'Nouvelle réservation'}
        </Link>
      }
    >
      Les jours que vous cochez dans le planning arrivent ici.
    </EmptyState>
  );
}
