import type { Cents } from '@preau/domain/money/cents';
import { Button } from '@preau/ui/actions/button';
import { counted, formatSigned } from '../../shared/format.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { type Change, usePreview } from './bookings.queries.ts';
import classes from './bookings-panel.module.css';

type ChangesBarProps = {
  readonly householdId: string;
  readonly changes: readonly Change[];
  readonly onClear: () => void;
  readonly onCheck: () => void;
};

/** What is about to be done and what it costs; nothing is done before it was read. */
export function ChangesBar({ householdId, changes, onClear, onCheck }: ChangesBarProps) {
  const preview = usePreview(householdId, changes);
  return (
    <section className={classes.changes} aria-label="Changements à enregistrer">
      <p>
        {counted(changes.length, 'changement', 'changements')}
        {' · '}
        {preview.error ? (
          problemMessage(preview.error)
        ) : preview.data && !preview.isPlaceholderData ? (
          <span className={classes.amount}>{formatSigned(preview.data.totalCents as Cents)}</span>
        ) : (
          <span className={classes.soft}>calcul du montant…</span>
        )}
      </p>
      <Button variant="quiet" onClick={onClear}>
        Tout effacer
      </Button>
      <Button onClick={onCheck}>Vérifier</Button>
    </section>
  );
}
