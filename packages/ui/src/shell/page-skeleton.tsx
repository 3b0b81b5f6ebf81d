import { Skeleton } from '../feedback/states.tsx';
import { VisuallyHidden } from '../feedback/visually-hidden.tsx';
import classes from './page-skeleton.module.css';

/** A page on its way. */
export function PageSkeleton() {
  return (
    <div className={classes.skeleton} aria-busy="true">
      <VisuallyHidden>Chargement…</VisuallyHidden>
      <Skeleton width="55%" height="1.75rem" />
      <Skeleton height="3rem" />
      <Skeleton height="3rem" />
      <Skeleton height="3rem" />
    </div>
  );
}
