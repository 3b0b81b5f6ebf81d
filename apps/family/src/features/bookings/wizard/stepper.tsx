import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { Check } from 'lucide-react';
import { Link } from 'react-router';
import { usePaths } from '../../../shared/organisation.ts';
import { type BookingPlace, type BookingStep, bookingSteps } from '../../../shared/paths.ts';
import classes from './stepper.module.css';

const titles: Readonly<Record<BookingStep | 'termine', string>> = {
  enfant: 'Enfant',
  periode: 'Période',
  planning: 'Planning',
  verification: 'Vérification',
  termine: 'Terminé',
};

const steps = [...bookingSteps, 'termine'] as const;

type StepperProps = {
  readonly current: (typeof steps)[number];
  readonly place?: BookingPlace;
};

/**
 * Where one is. What is behind can be gone back to, with all that was chosen; once it is confirmed,
 * nothing is behind any more.
 */
export function Stepper({ current, place = {} }: StepperProps) {
  const paths = usePaths();
  const at = steps.indexOf(current);
  return (
    <nav className={classes.stepper} aria-label="Étapes de la réservation">
      <ol>
        {steps.map((step, index) => {
          const done = index < at;
          const back = done && current !== 'termine' && step !== 'termine';
          const mark = (
            <span className={classes.mark} aria-hidden="true">
              {done ? <Check size={16} strokeWidth={3} /> : index + 1}
            </span>
          );
          return (
            <li
              key={step}
              className={classes.step}
              data-done={done || undefined}
              aria-current={index === at ? 'step' : undefined}
            >
              {back ? (
                <Link className={classes.inner} to={paths.bookingStep(step, place)}>
                  {mark}
                  <span className={classes.title}>{titles[step]}</span>
                  <VisuallyHidden> : revenir à cette étape</VisuallyHidden>
                </Link>
              ) : (
                <span className={classes.inner}>
                  {mark}
                  <span className={classes.title}>{titles[step]}</span>
                  {done ? <VisuallyHidden> : fait</VisuallyHidden> : null}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
