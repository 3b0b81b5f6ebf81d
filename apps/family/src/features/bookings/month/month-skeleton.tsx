import { Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import classes from './month.module.css';

const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The shape of a month while it is on its way. */
export function MonthSkeleton() {
  return (
    <div className={classes.skeleton} aria-busy="true">
      <VisuallyHidden>Chargement du mois…</VisuallyHidden>
      {rows.map((row) => (
        <Skeleton key={row} height="1.875rem" />
      ))}
    </div>
  );
}
