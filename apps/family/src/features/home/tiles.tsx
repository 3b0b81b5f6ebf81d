import { CalendarDays, CircleUser, Euro, FileText, History, Phone } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { type Organisation, usePaths } from '../../shared/organisation.ts';
import { useOffers, useRefusedDocuments } from '../../shared/waiting-for-you.ts';
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
  const { features, labels } = organisation;
  const titleId = useId();
  const paths = usePaths();
  const offers = useOffers().data?.items.length ?? 0;
  const refused = useRefusedDocuments(features.requests).length;
  const tiles: readonly Tile[] = [
    {
      to: paths.planning(),
      label: labels.bookings,
      icon: <CalendarDays size={24} />,
      counted: counted(offers, 'place proposée', 'places proposées'),
    },
    ...(features.invoices
      ? [{ to: paths.invoices, label: labels.invoices, icon: <Euro size={24} /> }]
      : []),
    ...(features.requests
      ? [
          {
            to: paths.documents,
            label: labels.requests,
            icon: <FileText size={24} />,
            counted: counted(refused, 'document refusé', 'documents refusés'),
          },
        ]
      : []),
    { to: paths.history, label: 'Historique', icon: <History size={24} /> },
    { to: paths.contact, label: 'Contact', icon: <Phone size={24} /> },
    { to: paths.account, label: 'Mon compte', icon: <CircleUser size={24} /> },
  ];
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

const counted = (count: number, one: string, many: string): string | null =>
  count === 0 ? null : `${count}\u00a0${count > 1 ? many : one}`;
