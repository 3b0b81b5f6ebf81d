import { formatDayLong, formatInstant } from '@preau/domain/explain/format-fr';
import type { Cents } from '@preau/domain/money/cents';
import { day } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { Button, buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ContactCard } from '../../shared/contact-card.tsx';
import { formatSigned } from '../../shared/format.ts';
import { type Organisation, useOrganisation, usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { type Confirmation, type ConfirmationLine, confirmationQuery } from './bookings.queries.ts';
import { canWait, groupLines, waitFor } from './cart-groups.ts';
import classes from './cart.module.css';
import { LineList } from './line-list.tsx';
import { PaymentTerm } from './payment-term.tsx';
import { partsOf, receiptTitle, resultWords, termOf } from './receipt-words.ts';
import { useGestures } from './use-gestures.ts';

/** What was done, line by line; a partial result is told as plainly as a full one. */
export function ReceiptPage() {
  const { id = '' } = useParams();
  const { data: organisation } = useOrganisation();
  const receipt = useQuery(confirmationQuery(id));
  if (receipt.data && organisation) {
    return (
      <div className={classes.page}>
        <Receipt receipt={receipt.data} organisation={organisation} />
        <BackToPlanning receipt={receipt.data} />
      </div>
    );
  }
  return (
    <div className={classes.page}>
      <ReceiptOnItsWay receipt={receipt} />
    </div>
  );
}

/** The place of a receipt that is being read, or could not be. */
export function ReceiptOnItsWay({
  receipt,
}: {
  readonly receipt: UseQueryResult<Confirmation, unknown>;
}) {
  return (
    <>
      <PageTitle>Confirmation</PageTitle>
      {receipt.error ? (
        <ErrorState
          title="La confirmation n’a pas pu être affichée"
          onRetry={() => void receipt.refetch()}
          retrying={receipt.isFetching}
        >
          {problemMessage(receipt.error)}
        </ErrorState>
      ) : (
        <Skeleton height="12rem" />
      )}
    </>
  );
}

type ReceiptProps = { readonly receipt: Confirmation; readonly organisation: Organisation };

/** The lines of a confirmation by what they came to, and what is to be done about them. */
export function Receipt({ receipt, organisation }: ReceiptProps) {
  const { timeZone } = organisation;
  const parts = partsOf(receipt.lines);
  const { notDone } = parts;
  const done = receipt.lines.length - notDone.length;
  return (
    <>
      <PageTitle>{receiptTitle(parts)}</PageTitle>
      <Notice
        tone={notDone.length === 0 ? 'success' : 'warning'}
        title={resultWords(receipt.lines)}
        announced
      >
        {done > 0
          ? `Enregistré le ${formatInstant(fromIso(receipt.at), timeZone)}. Un récapitulatif vous est envoyé par e‑mail.`
          : 'Votre planning n’a pas changé.'}
      </Notice>
      {notDone.length > 0 ? (
        <Part title="Non enregistré" lines={notDone} organisation={organisation} failed>
          <WaitInstead lines={notDone.filter(canWait)} />
          <ContactCard organisation={organisation} />
        </Part>
      ) : null}
      <Part
        title="À payer"
        lines={parts.toPay}
        organisation={organisation}
        lead={
          <PaymentTerm lines={parts.toPay} confirmedAt={receipt.at} organisation={organisation} />
        }
      />
      <Part title="Demandé" lines={parts.requested} organisation={organisation}>
        <Notice title={termOf(parts.requested, timeZone, 'Réponse au plus tard le')}>
          Vous la recevrez par e‑mail ; elle sera aussi dans « Mes demandes de réservation ».
        </Notice>
      </Part>
      <Part title="Enregistré" lines={parts.done} organisation={organisation} />
      {done > 0 ? (
        <p className={classes.total}>
          <span>{parts.requested.length > 0 ? 'Total si tout est accepté' : 'Total'}</span>
          <span className={classes.amount}>{formatSigned(receipt.totalCents as Cents)}</span>
        </p>
      ) : null}
    </>
  );
}

function BackToPlanning({ receipt }: { readonly receipt: Confirmation }) {
  const paths = usePaths();
  const { requested, toPay } = partsOf(receipt.lines);
  return (
    <div className={classes.actions}>
      <Link className={buttonClass('primary')} to={paths.planning()}>
        Revenir au planning
      </Link>
      {requested.length + toPay.length > 0 ? (
        <Link className={buttonClass('secondary')} to={paths.bookingRequests}>
          Voir mes demandes
        </Link>
      ) : null}
    </div>
  );
}

type PartProps = {
  readonly title: string;
  readonly lines: readonly ConfirmationLine[];
  readonly organisation: Organisation;
  readonly failed?: boolean;
  /** What presses, before the lines. */
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
};

/** Lines that came to the same, under what they came to; nothing where there are none. */
function Part({ title, lines, organisation, failed = false, lead, children }: PartProps) {
  const titleId = useId();
  if (lines.length === 0) return null;
  return (
    <section className={classes.results} aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {lead}
      <LineList
        groups={groupLines(lines)}
        organisation={organisation}
        level={3}
        failed={() => failed}
      />
      {children}
    </section>
  );
}

/** Days that became full meanwhile: their waiting list, through the cart as everything else. */
function WaitInstead({ lines }: { readonly lines: readonly ConfirmationLine[] }) {
  const paths = usePaths();
  const navigate = useNavigate();
  const gestures = useGestures();
  if (lines.length === 0) return null;
  const several = lines.length > 1;
  const wait = () => {
    const words = `${lines.length} ${several ? 'jours' : 'jour'} à mettre en liste d’attente`;
    gestures.make(lines.map(waitFor), words);
    void navigate(paths.cart);
  };
  return (
    <Notice
      title={several ? `${lines.length} jours sont devenus complets` : 'Un jour est devenu complet'}
      actions={<Button onClick={wait}>Mettre en liste d’attente</Button>}
    >
      {lines.map(({ on }) => formatDayLong(day(on))).join(', ')}. Vous serez prévenu si une place se
      libère.
    </Notice>
  );
}
