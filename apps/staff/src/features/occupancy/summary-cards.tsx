import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { counted } from '../../shared/format.ts';
import { usePaths } from '../../shared/organisation.ts';
import { useRequestCounts } from '../../shared/inbox/request-counts.ts';
import type { Occupancy } from './occupancy.queries.ts';
import classes from './summary-cards.module.css';

type SummaryCardsProps = { readonly summary: Occupancy['summary'] };

/** What matters today: who is expected, who waits for a place, what waits for an answer. */
export function SummaryCards({ summary }: SummaryCardsProps) {
  const { expected, openUnits, waiting, waitingWithPlace, offered } = summary;
  return (
    <dl className={classes.cards}>
      <Card
        title="Enfants attendus aujourd’hui"
        value={expected}
        detail={
          openUnits === 0
            ? 'aucun accueil ouvert'
            : `dans ${counted(openUnits, 'accueil ouvert', 'accueils ouverts')}`
        }
      />
      <Card
        title="Liste d’attente"
        value={waiting}
        detail={[
          waitingWithPlace === 0
            ? 'aucune place libre'
            : `dont ${waitingWithPlace} avec une place libre`,
          ...(offered > 0 ? [counted(offered, 'proposée', 'proposées')] : []),
        ].join(' · ')}
      />
      <RequestsCard />
    </dl>
  );
}

function RequestsCard() {
  const paths = usePaths();
  const data = useRequestCounts();
  if (!data) return null;
  const waiting = data.bookings + data.enrolments + data.documents;
  return (
    <Card
      title="Demandes à traiter"
      value={<Link to={paths.inbox}>{waiting}</Link>}
      detail={
        data.overdue > 0
          ? `dont ${data.overdue} en retard`
          : data.dueSoon > 0
            ? `dont ${data.dueSoon} à traiter bientôt`
            : 'aucune en retard'
      }
      isLate={data.overdue > 0}
    />
  );
}

type CardProps = {
  readonly title: string;
  readonly value: ReactNode;
  readonly detail: string;
  readonly isLate?: boolean;
};

function Card({ title, value, detail, isLate = false }: CardProps) {
  return (
    <div className={classes.card} data-late={isLate || undefined}>
      <dt>{title}</dt>
      <dd className={classes.value}>{value}</dd>
      <dd className={classes.detail}>{detail}</dd>
    </div>
  );
}
