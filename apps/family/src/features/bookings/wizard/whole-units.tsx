import { formatClock } from '@preau/domain/explain/format-fr';
import { formatEuros } from '@preau/domain/money/cents';
import { Button } from '@preau/ui/actions/button';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { CheckCheck } from 'lucide-react';
import { strokeWords, useGestures } from '../use-gestures.ts';
import { waysWords } from '../ways.ts';
import { type DayRange, type PeriodWeek, type WholeUnit, wholeUnits } from './period-weeks.ts';
import type { Child } from './use-booking-place.ts';
import classes from './wizard.module.css';

type WholeUnitsProps = {
  readonly weeks: readonly PeriodWeek[];
  readonly range: DayRange;
  readonly child: Child;
};

/** What can be booked, at what hours and price; and all of it at once. */
export function WholeUnits({ weeks, range, child }: WholeUnitsProps) {
  return (
    <ul className={classes.units}>
      {wholeUnits(weeks, range).map((unit) => (
        <Unit key={unit.unit} unit={unit} child={child} />
      ))}
    </ul>
  );
}

function Unit({ unit, child }: { readonly unit: WholeUnit; readonly child: Child }) {
  const gestures = useGestures();
  const { label, startsAt, endsAt, cents, ways, changes } = unit;
  const told = [
    `${formatClock(startsAt)} – ${formatClock(endsAt)}`,
    ...(cents === null ? [] : [formatEuros(cents)]),
    waysWords(ways) ?? [],
  ].flat();
  const nothing = changes.length === 0;
  const take = () => {
    if (nothing) return;
    gestures.make(changes, `${label}, ${child.firstName} : ${strokeWords(changes.length, 0)}`);
  };
  return (
    <li className={classes.unit}>
      <span className={classes.cardText}>
        <strong>{label}</strong>
        <span className={classes.soft}>{told.join(' · ')}</span>
      </span>
      <Button
        variant="secondary"
        icon={<CheckCheck size={20} aria-hidden="true" />}
        aria-disabled={nothing || undefined}
        onClick={take}
      >
        Tout cocher
        <VisuallyHidden>
          {` : ${label}${nothing ? ', aucun jour libre ne reste à cocher' : `, ${changes.length} jours`}`}
        </VisuallyHidden>
      </Button>
    </li>
  );
}
