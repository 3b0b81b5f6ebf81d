import { formatDayLong, formatInstant } from '@preau/domain/explain/format-fr';
import type { Cents } from '@preau/domain/money/cents';
import { day } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { Button, buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { useQuery } from '@tanstack/react-query';
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
import { useGestures } from './use-gestures.ts';

/** What was done, line by line; a partial result is told as plainly as a full one. */
export function ReceiptPage() {
  const { id = '' } = useParams();
  const { data: organisation } = useOrganisation();
  const receipt = useQuery(confirmationQuery(id));
  if (receipt.data && organisation) {
    return <Receipt receipt={receipt.data} organisation={organisation} />;
  }
  return (
    <div className={classes.page}>
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
    </div>
  );
}

type ReceiptProps = { readonly receipt: Confirmation; readonly organisation: Organisation };

function Receipt({ receipt, organisation }: ReceiptProps) {
  const paths = usePaths();
  const done = receipt.lines.filter(({ result }) => result !== 'notDone');
  const notDone = receipt.lines.filter(({ result }) => result === 'notDone');
  return (
    <div className={classes.page}>
      <PageTitle>{titleOf(done.length, notDone.length)}</PageTitle>
      <Notice
        tone={notDone.length === 0 ? 'success' : 'warning'}
        title={resultWords(receipt.lines)}
        announced
      >
        {done.length > 0
          ? `Enregistré le ${formatInstant(fromIso(receipt.at), organisation.timeZone)}. Un récapitulatif vous est envoyé par e‑mail.`
          : 'Votre planning n’a pas changé.'}
      </Notice>
      {notDone.length > 0 ? (
        <section className={classes.results} aria-labelledby="titre-non-faits">
          <h2 id="titre-non-faits">Non enregistré</h2>
          <LineList
            groups={groupLines(notDone)}
            organisation={organisation}
            level={3}
            failed={() => true}
          />
          <WaitInstead lines={notDone.filter(canWait)} />
          <ContactCard organisation={organisation} />
        </section>
      ) : null}
      {done.length > 0 ? (
        <section className={classes.results} aria-labelledby="titre-faits">
          <h2 id="titre-faits">Enregistré</h2>
          <LineList
            groups={groupLines(done)}
            organisation={organisation}
            level={3}
            failed={() => false}
          />
          <p className={classes.total}>
            <span>Total</span>
            <span className={classes.amount}>{formatSigned(receipt.totalCents as Cents)}</span>
          </p>
        </section>
      ) : null}
      <div className={classes.actions}>
        <Link className={buttonClass('primary')} to={paths.planning()}>
          Revenir au planning
        </Link>
      </div>
    </div>
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

function titleOf(done: number, notDone: number): string {
  if (notDone === 0) return 'C’est enregistré';
  return done === 0 ? 'Rien n’a pu être enregistré' : 'Enregistré en partie';
}

/** `3 jours réservés · 1 jour annulé · 1 non enregistré`. */
function resultWords(lines: readonly ConfirmationLine[]): string {
  const count = (result: ConfirmationLine['result']) =>
    lines.filter((line) => line.result === result).length;
  const told = (number: number, one: string, many: string) =>
    number === 0 ? [] : [number === 1 ? `1 ${one}` : `${number} ${many}`];
  return [
    ...told(count('booked'), 'réservation', 'réservations'),
    ...told(count('cancelled'), 'annulation', 'annulations'),
    ...told(count('waitlisted'), 'mise en liste d’attente', 'mises en liste d’attente'),
    ...told(count('notDone'), 'ligne non enregistrée', 'lignes non enregistrées'),
  ].join(' · ');
}
