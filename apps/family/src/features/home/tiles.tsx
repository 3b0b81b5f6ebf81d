import {
  CalendarDays,
  CircleUser,
  Euro,
  FileText,
  History,
  Inbox,
  Phone,
  UserRoundCheck,
} from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { accountLabel, type Organisation, usePaths } from '../../shared/organisation.ts';
import {
  useMissingDocuments,
  useOffers,
  useOwnRequests,
  useRefusedDocuments,
} from '../../shared/waiting-for-you.ts';
import { useEnrolmentsUnderWay } from './home.queries.ts';
import classes from './tiles.module.css';

type Tile = {
  readonly to: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** What is to be seen there; nothing is not counted. */
  readonly counted?: string | null;
};

/** Every part of the portal that is on, with what is to be seen there. */
export function Tiles({ organisation }: { readonly organisation: Organisation }) {
  const titleId = useId();
  const tiles = useTiles(organisation);
  return (
    <nav aria-labelledby={titleId} className={classes.section}>
      <h2 id={titleId}>Votre espace</h2>
      <ul className={classes.tiles}>
        {tiles.map(({ to, label, icon, counted: said }) => (
          <li key={to}>
            <Link className={classes.tile} to={to}>
              <span className={classes.icon} aria-hidden="true">
                {icon}
              </span>
              <span>{label}</span>
              {said ? <span className={classes.count}>{said}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function useTiles({ features, labels }: Organisation): readonly Tile[] {
  const paths = usePaths();
  const offers = useOffers().data?.items.length ?? 0;
  const invoices: Tile = { to: paths.invoices, label: labels.invoices, icon: <Euro size={24} /> };
  const enrolments: Tile = {
    to: paths.enrolments,
    label: labels.enrolments,
    icon: <UserRoundCheck size={24} />,
    counted: counted(useEnrolmentsUnderWay(features.enrolments), 'en cours', 'en cours'),
  };
  const documents: Tile = {
    to: paths.documents,
    label: labels.requests,
    icon: <FileText size={24} />,
    counted: useDocumentsWords(features.requests),
  };
  return [
    {
      to: paths.planning(),
      label: labels.bookings,
      icon: <CalendarDays size={24} />,
      counted: counted(offers, 'place proposée', 'places proposées'),
    },
    ...useRequestsTile(),
    ...(features.enrolments ? [enrolments] : []),
    ...(features.invoices ? [invoices] : []),
    ...(features.requests ? [documents] : []),
    { to: paths.history, label: 'Historique', icon: <History size={24} /> },
    { to: paths.contact, label: 'Contact', icon: <Phone size={24} /> },
    { to: paths.account, label: accountLabel(labels), icon: <CircleUser size={24} /> },
  ];
}

/** Requests have a tile once there are some: where all is booked at once there are none. */
function useRequestsTile(): readonly Tile[] {
  const paths = usePaths();
  const { data } = useOwnRequests();
  if (!data || data.items.length === 0) return [];
  const { pending, toPay } = data.counts;
  return [
    {
      to: paths.bookingRequests,
      label: 'Mes demandes de réservation',
      icon: <Inbox size={24} />,
      counted: counted(toPay, 'à payer', 'à payer') ?? counted(pending, 'en attente', 'en attente'),
    },
  ];
}

/** What is refused comes before what is expected: it was already sent once. */
function useDocumentsWords(on: boolean): string | null {
  const refused = useRefusedDocuments(on).length;
  const missing = useMissingDocuments(on).length;
  return (
    counted(refused, 'document refusé', 'documents refusés') ??
    counted(missing, 'document attendu', 'documents attendus')
  );
}

const counted = (count: number, one: string, many: string): string | null =>
  count === 0 ? null : `${count}\u00a0${count > 1 ? many : one}`;
