import { CalendarCheck, CircleUser, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { usePaths } from '../shared/organisation.ts';
import { type Me, seesFamilies } from '../shared/session.ts';
import classes from './main-navigation.module.css';

type Entry = { readonly to: string; readonly label: string; readonly icon: ReactNode };

/** At the foot of a phone, in the header of a tablet, at the side of a desk. */
export function MainNavigation({ me }: { readonly me: Me }) {
  const paths = usePaths();
  const { pathname } = useLocation();
  const entries: readonly Entry[] = [
    { to: paths.today(), label: 'Aujourd’hui', icon: <CalendarCheck size={22} /> },
    ...(seesFamilies(me)
      ? [{ to: paths.families, label: 'Familles', icon: <Users size={22} /> }]
      : []),
    { to: paths.account, label: 'Mon compte', icon: <CircleUser size={22} /> },
  ];
  return (
    <nav className={classes.navigation} aria-label="Navigation principale">
      {entries.map(({ to, label, icon }) => (
        <Link
          key={to}
          to={to}
          className={classes.entry}
          aria-current={pathname === to ? 'page' : undefined}
        >
          <span aria-hidden="true" className={classes.icon}>
            {icon}
          </span>
          {label}
        </Link>
      ))}
    </nav>
  );
}
