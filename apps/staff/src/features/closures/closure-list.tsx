import { formatDayShort } from '@preau/domain/explain/format-fr';
import { fromIso, localDayOf } from '@preau/domain/time/instant';
import { Button } from '@preau/ui/actions/button';
import { EmptyState } from '@preau/ui/feedback/states';
import { CalendarCheck } from 'lucide-react';
import { counted } from '../../shared/format.ts';
import { useOrganisation } from '../../shared/organisation.ts';
import classes from './calendar-page.module.css';
import { daysWords, scopeWords } from './closure-words.ts';
import type { Closure } from './closures.queries.ts';

type ClosureListProps = {
  readonly closures: readonly Closure[];
  readonly onRemove: (closure: Closure) => void;
};

/** The closures of the year, in order. */
export function ClosureList({ closures, onRemove }: ClosureListProps) {
  if (closures.length === 0) {
    return (
      <EmptyState icon={<CalendarCheck size={28} />} title="Aucune fermeture cette année">
        Déclarez une grève, un pont ou des travaux : les familles sont prévenues et ce qui était
        réservé est annulé.
      </EmptyState>
    );
  }
  return (
    <section className={classes.panel} aria-label="Fermetures">
      <h2>Fermetures</h2>
      <ul className={classes.closures}>
        {closures.map((closure) => (
          <ClosureLine key={closure.id} closure={closure} onRemove={() => onRemove(closure)} />
        ))}
      </ul>
    </section>
  );
}

type ClosureLineProps = { readonly closure: Closure; readonly onRemove: () => void };

function ClosureLine({ closure, onRemove }: ClosureLineProps) {
  const { from, until, label, cancelled, canRemove } = closure;
  return (
    <li>
      <div>
        <h3>{label}</h3>
        <p>{daysWords(from, until)}</p>
        <p className={classes.soft}>
          {scopeWords(closure)}
          {cancelled > 0
            ? ` · ${counted(cancelled, 'réservation annulée', 'réservations annulées')}`
            : ''}
          <DeclaredBy closure={closure} />
        </p>
      </div>
      <Button
        variant="secondary"
        aria-label={`Retirer la fermeture « ${label} »`}
        aria-disabled={!canRemove || undefined}
        title={
          canRemove ? undefined : 'Cette fermeture a commencé : elle ne peut plus être retirée.'
        }
        onClick={() => (canRemove ? onRemove() : undefined)}
      >
        {canRemove ? 'Retirer' : 'Commencée'}
      </Button>
    </li>
  );
}

function DeclaredBy({ closure: { declaredBy, declaredAt } }: { readonly closure: Closure }) {
  const { data: organisation } = useOrganisation();
  if (declaredBy === null || declaredAt === null || !organisation) return null;
  const on = localDayOf(fromIso(declaredAt), organisation.timeZone);
  return ` · déclarée par ${declaredBy} le ${formatDayShort(on)}`;
}
