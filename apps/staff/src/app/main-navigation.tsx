import { CalendarCheck, Users } from 'lucide-react';
import { NavLink } from 'react-router';
import { usePaths } from '../shared/organisation.ts';
import { type Me, seesFamilies } from '../shared/session.ts';
import classes from './layout.module.css';

/** Pages the signed-in person's roles open. */
export function MainNavigation({ me }: { readonly me: Me }) {
  const paths = usePaths();
  return (
    <nav className={classes.nav} aria-label="Navigation principale">
      <NavLink to={paths.today()} className={classes.link ?? ''}>
        <CalendarCheck size={22} aria-hidden="true" />
        Aujourd’hui
      </NavLink>
      {seesFamilies(me) ? (
        <NavLink to={paths.families} className={classes.link ?? ''}>
          <Users size={22} aria-hidden="true" />
          Familles
        </NavLink>
      ) : null}
    </nav>
  );
}
