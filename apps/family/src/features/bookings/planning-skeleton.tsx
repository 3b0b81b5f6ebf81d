import { Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import classes from './planning.module.css';

const services = ['matin', 'midi', 'soir', 'etude'];
const columns = [1, 2, 3, 4, 5];

/** The shape of a week while it is on its way. */
export function PlanningSkeleton() {
  return (
    <div className={classes.sections} aria-busy="true">
      <VisuallyHidden>Chargement de la semaine…</VisuallyHidden>
      {services.map((service) => (
        <div key={service} className={classes.service}>
          <Skeleton width="45%" height="1.5rem" />
          <div className={classes.cells}>
            {columns.map((column) => (
              <Skeleton key={column} height="3.5rem" />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
