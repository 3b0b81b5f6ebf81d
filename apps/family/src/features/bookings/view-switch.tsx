import { Link, useSearchParams } from 'react-router';
import { useView, type View, viewAddress } from './use-view.ts';
import classes from './view-switch.module.css';

const labels: readonly (readonly [View, string])[] = [
  ['week', 'Semaine'],
  ['month', 'Mois'],
  ['period', 'Période'],
];

/** Semaine · Mois · Période. The month is not offered where it has no room. */
export function ViewSwitch() {
  const [query] = useSearchParams();
  const shown = useView();
  return (
    <nav className={classes.switch} aria-label="Vue du planning">
      {labels.map(([view, label]) => (
        <Link
          key={view}
          to={viewAddress(query, view)}
          className={classes.view}
          data-view={view}
          aria-current={view === shown ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
