import { formatDayLong } from '@preau/domain/explain/format-fr';
import type { Cents } from '@preau/domain/money/cents';
import { day } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { Sheet } from '@preau/ui/overlays/sheet';
import { capitalised } from '@preau/ui/text/capitalised';
import { formatDate, formatMoment, formatSigned } from '../../shared/format.ts';
import { explainContext, useOrganisation } from '../../shared/organisation.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { type BookingHistory, useBookingHistory } from './bookings.queries.ts';
import classes from './bookings-panel.module.css';
import { sentencesOf } from '../../shared/sentences.ts';
import { serviceName, stateWords } from './sentences.ts';
import { whoWords } from './who-words.ts';

type HistorySheetProps = { readonly bookingId: string; readonly onClose: () => void };

/** The life of one booking: who, when, by which rule, at which price. */
export function HistorySheet({ bookingId, onClose }: HistorySheetProps) {
  const history = useBookingHistory(bookingId);
  const { data } = history;
  return (
    <Sheet title="Historique de la réservation" onClose={onClose}>
      {data ? (
        <>
          <p>
            <strong>
              {data.booking.childFirstName} {data.booking.childLastName},{' '}
              {serviceName(data.booking.activityLabel, data.booking.unitLabel)}
            </strong>
            <br />
            {capitalised(formatDayLong(day(data.booking.on)))} · {data.booking.facility}
            <br />
            {stateWords[data.booking.state]} · {data.booking.householdName}
          </p>
          <ol className={classes.entries}>
            {data.changes.map((change) => (
              <ChangeEntry key={`${change.id} ${change.at}`} change={change} />
            ))}
          </ol>
        </>
      ) : history.error ? (
        <ErrorState
          title="L’historique n’a pas pu être chargé"
          onRetry={() => void history.refetch()}
          retrying={history.isFetching}
        >
          {problemMessage(history.error)}
        </ErrorState>
      ) : (
        <div aria-busy="true">
          <VisuallyHidden>Chargement…</VisuallyHidden>
          <Skeleton height="5rem" />
        </div>
      )}
    </Sheet>
  );
}

function ChangeEntry({ change }: { readonly change: BookingHistory['changes'][number] }) {
  const { data: organisation } = useOrganisation();
  if (!organisation) return null;
  const { at, who, channel, from, to, cents, note, reglement } = change;
  const reasons = [...change.reasons, ...change.priceReasons];
  return (
    <li>
      <p className={classes.lineHead}>
        <strong>
          {from === null ? '' : `${stateWords[from]} → `}
          {stateWords[to]}
        </strong>
        <span className={classes.amount}>{formatSigned(cents as Cents)}</span>
      </p>
      <p className={classes.small}>
        {capitalised(formatMoment(fromIso(at), organisation.timeZone))}
        {who === null ? '' : `, ${whoWords(who)}`}
        {channel === null ? '' : channel === 'online' ? ', en ligne' : ', par le service'}
      </p>
      <p>{sentencesOf(reasons, explainContext(organisation)).join(' ')}</p>
      {note === null ? null : <p className={classes.note}>{note}</p>}
      {reglement === null ? null : (
        <p className={classes.small}>
          Règlement appliqué : {reglement.title}, en vigueur depuis le{' '}
          {formatDate(day(reglement.validFrom))}.
        </p>
      )}
    </li>
  );
}
