import { formatMonth } from '../../../shared/format.ts';
import { Button, IconButton } from '@preau/ui/actions/button';
import { capitalised } from '@preau/ui/text/capitalised';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import classes from './month.module.css';
import type { MonthOnScreen } from './use-month.ts';

/** The month's name and the ways to the others. */
export function MonthHeader({ shown }: { readonly shown: MonthOnScreen }) {
  return (
    <div className={classes.header}>
      <h2 aria-live="polite">{capitalised(formatMonth(shown.month))}</h2>
      <IconButton label="Mois précédent" onClick={shown.showPrevious}>
        <ChevronLeft size={24} aria-hidden="true" />
      </IconButton>
      <IconButton label="Mois suivant" onClick={shown.showNext}>
        <ChevronRight size={24} aria-hidden="true" />
      </IconButton>
      <Button
        variant="secondary"
        aria-disabled={shown.isPresent || undefined}
        onClick={shown.showPresent}
      >
        Aujourd’hui
      </Button>
    </div>
  );
}
