import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { CountBadge } from '@preau/ui/navigation/count-badge';
import { CalendarCheck, Inbox, Newspaper, Settings, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useRequestCounts } from '../shared/inbox/request-counts.ts';
import { usePaths } from '../shared/organisation.ts';
import { administers, type Me, seesFamilies } from '../shared/session.ts';
import classes from './main-navigation.module.css';

type Entry = {
  readonly to: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** What waits there. */
  readonly count?: number;
};

/** The page of an entry, or one below it. */
const isWithin = (pathname: string, to: string) => pathname === to || pathname.startsWith(`${to}/`);

/** At the foot of a phone, in the header of a tablet, at the side of a desk. */
export function MainNavigation({ me }: { readonly me: Me }) {
  const paths = usePaths();
  const { pathname } = useLocation();
  const counts = useRequestCounts(seesFamilies(me));
  const waiting = (counts?.bookings ?? 0) + (counts?.enrolments ?? 0) + (counts?.documents ?? 0);
  const entries: readonly Entry[] = [
    { to: paths.today(), label: 'Aujourd’hui', icon: <CalendarCheck size={22} /> },
    ...(seesFamilies(me)
      ? [{ to: paths.inbox, label: 'Demandes', icon: <Inbox size={22} />, count: waiting }]
      : []),
    ...(seesFamilies(me)
      ? [
          { to: paths.families(), label: 'Familles', icon: <Users size={22} /> },
          { to: paths.news, label: 'Actualités', icon: <Newspaper size={22} /> },
        ]
      : []),
    ...(administers(me)
      ? [{ to: paths.settings, label: 'Réglages', icon: <Settings size={22} /> }]
      : []),
  ];
  return (
    <nav className={classes.navigation} aria-label="Navigation principale">
      {entries.map(({ to, label, icon, count = 0 }) => (
        <Link
          key={to}
          to={to}
          className={classes.entry}
          aria-current={isWithin(pathname, to) ? 'page' : undefined}
        >
          <span aria-hidden="true" className={classes.icon}>
            {icon}
          </span>
          {label}
          <span className={classes.count}>
            <CountBadge count={count} />
          </span>
          {count > 0 ? <VisuallyHidden>{`, ${count} à traiter`}</VisuallyHidden> : null}
        </Link>
      ))}
    </nav>
  );
}
