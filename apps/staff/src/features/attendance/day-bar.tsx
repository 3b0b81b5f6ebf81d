import { addDays, type Day } from '@preau/domain/time/day';
import { Button, IconButton } from '@preau/ui/actions/button';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { DateJump } from './date-jump.tsx';
import classes from './day-bar.module.css';

type DayBarProps = {
  readonly shown: Day | null;
  readonly isPresent: boolean;
  /** `null` goes back to the present day. */
  readonly onChoose: (on: Day | null) => void;
};

/** From a day to the next, back to the present one, or straight to a date. */
export function DayBar({ shown, isPresent, onChoose }: DayBarProps) {
  const step = (count: number) => {
    if (shown !== null) onChoose(addDays(shown, count));
  };
  return (
    <div className={classes.bar}>
      <div className={classes.steps}>
        <IconButton label="Jour précédent" bordered onClick={() => step(-1)}>
          <ChevronLeft size={24} aria-hidden="true" />
        </IconButton>
        <Button
          variant="secondary"
          aria-disabled={isPresent || undefined}
          onClick={() => (isPresent ? undefined : onChoose(null))}
        >
          Aujourd’hui
        </Button>
        <IconButton label="Jour suivant" bordered onClick={() => step(1)}>
          <ChevronRight size={24} aria-hidden="true" />
        </IconButton>
      </div>
      <DateJump shown={shown} onChoose={onChoose} />
    </div>
  );
}
