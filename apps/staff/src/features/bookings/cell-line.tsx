import { formatDayLong } from '@preau/domain/explain/format-fr';
import { Button } from '@preau/ui/actions/button';
import { History } from 'lucide-react';
import { explainContext, useOrganisation } from '../../shared/organisation.ts';
import classes from './bookings-panel.module.css';
import type { Cell } from './changes.ts';
import { sentencesOf } from '../../shared/sentences.ts';

type CellLineProps = {
  readonly cell: Cell | null;
  readonly onTell: (bookingId: string) => void;
};

/** The cell under the keyboard or the finger, spelt in full, with why; the way to its history. */
export function CellLine({ cell, onTell }: CellLineProps) {
  const { data: organisation } = useOrganisation();
  if (cell === null || !organisation) {
    return (
      <div className={classes.line}>
        <p className={classes.soft}>
          Choisissez un jour : ajouter ou annuler, délai dépassé compris. Rien n’est enregistré
          avant votre validation.
        </p>
      </div>
    );
  }
  const { bookingId, title, firstName, on, view, word } = cell;
  return (
    <div className={classes.line}>
      <p>
        <strong>
          {title}, {firstName}, {formatDayLong(on)}
        </strong>{' '}
        : {word ?? view.word}. {sentencesOf(cell.reasons, explainContext(organisation)).join(' ')}
      </p>
      {bookingId === null ? null : (
        <Button
          variant="secondary"
          icon={<History size={18} aria-hidden="true" />}
          onClick={() => onTell(bookingId)}
        >
          Historique de ce jour
        </Button>
      )}
    </div>
  );
}
