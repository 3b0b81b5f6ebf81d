import { formatDayLong } from '@preau/domain/explain/format-fr';
import { type Cents, formatEuros } from '@preau/domain/money/cents';
import { day } from '@preau/domain/time/day';
import { Tag } from '@preau/ui/feedback/tag';
import { TriangleAlert } from 'lucide-react';
import { explainContext, type Organisation } from '../../shared/organisation.ts';
import classes from './requests.module.css';
import type { RequestDay } from './requests.queries.ts';
import { sentencesOf } from '../../shared/sentences.ts';
import { isPending } from './request-days-left.ts';
import { placesWords } from './request-words.ts';

/** What became of a day, as the office reads it. */
const stateWords: Readonly<Record<RequestDay['state'], string>> = {
  requested: 'Demandé',
  waitlisted: 'En liste d’attente',
  offered: 'Place proposée',
  awaitingPayment: 'À payer',
  confirmed: 'Réservé',
  cancellationRequested: 'Annulation demandée',
  absenceDeclared: 'Absence signalée',
  attended: 'Présent',
  absentExcused: 'Absent excusé',
  absentUnexcused: 'Absent',
  refused: 'Refusé',
  cancelled: 'Annulé',
  cancelledLate: 'Annulé hors délai',
  expired: 'Non payé, annulé',
  declined: 'Place refusée',
  lapsed: 'Sans suite',
};

type RequestDaysProps = {
  readonly days: readonly RequestDay[];
  readonly chosen: ReadonlySet<string>;
  /** Absent where nothing can be answered. */
  readonly onChoose?: (bookingId: string, chosen: boolean) => void;
  readonly organisation: Organisation;
  readonly kind: 'booking' | 'cancellation';
};

/** The days of a request, each with the places left that day; those chosen are answered. */
export function RequestDays({ days, chosen, onChoose, organisation, kind }: RequestDaysProps) {
  return (
    <ul className={classes.days} aria-label="Jours demandés">
      {days.map((one) => (
        <li
          key={one.bookingId}
          className={classes.day}
          data-blocked={(isPending(one) && !one.canAccept) || undefined}
        >
          {onChoose ? (
            <label className={classes.dayLine}>
              <input
                type="checkbox"
                checked={chosen.has(one.bookingId)}
                onChange={({ currentTarget }) => onChoose(one.bookingId, currentTarget.checked)}
              />
              <DayWords one={one} />
            </label>
          ) : (
            <p className={classes.dayLine}>
              <DayWords one={one} />
            </p>
          )}
          <DayFacts one={one} kind={kind} organisation={organisation} />
        </li>
      ))}
    </ul>
  );
}

function DayWords({ one }: { readonly one: RequestDay }) {
  return (
    <span>
      <span className={classes.dayName}>{formatDayLong(day(one.on))}</span>
      <span className={classes.soft}> {one.unitLabel}</span>
    </span>
  );
}

type DayFactsProps = {
  readonly one: RequestDay;
  readonly kind: 'booking' | 'cancellation';
  readonly organisation: Organisation;
};

function DayFacts({ one, kind, organisation }: DayFactsProps) {
  const [why] = sentencesOf(one.why, explainContext(organisation));
  const isWaiting = one.state === 'requested';
  return (
    <p className={classes.dayFacts}>
      {kind === 'booking' && isWaiting ? <span>{placesWords(one)}</span> : null}
      {isPending(one) ? null : <span>{stateWords[one.state]}</span>}
      <span className={classes.price}>{formatEuros(one.cents as Cents)}</span>
      {isWaiting && !one.canAccept && why ? (
        <Tag tone="warning" icon={<TriangleAlert size={16} />}>
          {why}
        </Tag>
      ) : null}
    </p>
  );
}
