import { Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import classes from './attendance.module.css';

/** The shape of a day while it is on its way. */
export function TodaySkeleton() {
  return (
    <div className={classes.facility} aria-busy="true">
      <VisuallyHidden>Chargement de la journée…</VisuallyHidden>
      <Skeleton width="12rem" height="1.5rem" />
      <Skeleton height="4rem" />
      <Skeleton height="4rem" />
      <Skeleton height="4rem" />
    </div>
  );
}
