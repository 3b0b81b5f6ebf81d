import { formatDayLong, formatInstant } from '@preau/domain/explain/format-fr';
import { formatEuros } from '@preau/domain/money/cents';
import { Info } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { formatSigned } from '../../../shared/format.ts';
import { explainContext, type Organisation } from '../../../shared/organisation.ts';
import { awaitedInShort } from '../awaited.ts';
import type { Cell } from '../cell.ts';
import { wordOf } from '../cell-name.ts';
import { sentencesOf } from '../sentences.ts';
import { isAboutPrice } from '../wire-reasons.ts';
import { useDraft } from '../use-draft.ts';
import { waysWords } from '../ways.ts';
import { topicOf } from '../rules/rule-topic.ts';
import { SeeRule } from '../rules/see-rule.tsx';
import type { Taps } from '../use-taps.ts';
import type { GridStore } from './grid-store.ts';
import { cellAt, type Month } from './month.ts';
import classes from './month.module.css';

type StatusLineProps = {
  readonly month: Month;
  readonly grid: GridStore;
  readonly organisation: Organisation;
  readonly onRule: Taps['rules'];
};

/**
 * The cell under the mouse, or the one that has the focus, spelt in full under the grid. It stays
 * once one has left it, so that its rule can be reached.
 */
export function StatusLine({ month, grid, organisation, onRule }: StatusLineProps) {
  const { draft } = useDraft();
  const spot = useSyncExternalStore(grid.subscribe, () => grid.read().looked);
  const row = spot ? month.rows[spot.row] : undefined;
  const cell = spot ? cellAt(month, spot, draft) : null;
  return (
    <div className={classes.status}>
      <Info size={18} aria-hidden="true" />
      {row && cell ? (
        <>
          <span>
            <strong>
              {row.title} · {row.firstName} · {formatDayLong(cell.on)}
            </strong>{' '}
            — {factsOf(cell, organisation).join(' · ')}
          </span>
          <SeeRule
            onSee={() => {
              const topic = cell.view.tap === 'add' ? 'prices' : topicOf(cell);
              onRule({ activity: cell.activity, title: row.title, topic });
            }}
          />
        </>
      ) : (
        <span>Survolez une case, ou allez‑y avec les flèches, pour en lire le détail.</span>
      )}
    </div>
  );
}

/** `À ajouter · 2,60 € · modifiable jusqu’au vendredi 4 décembre à 16 h 30 · 11 places restantes`. */
function factsOf(cell: Cell, organisation: Organisation): readonly string[] {
  const { view, sessionId, limitAt, placesLeft, unitCents, gestureCents } = cell;
  const context = explainContext(organisation);
  if (sessionId === null || view.tap === 'explain') {
    const why = sentencesOf(
      cell.reasons.filter((reason) => !isAboutPrice(reason)),
      context,
    );
    return [wordOf(cell), ...why.slice(0, 1)];
  }
  const awaited = awaitedInShort(cell, organisation.timeZone);
  if (awaited !== null) {
    return view.key === 'waitlisted'
      ? [wordOf(cell), awaited, 'rien n’est facturé d’ici là']
      : [wordOf(cell), formatEuros(unitCents), awaited];
  }
  const open = view.tap === 'add' || view.tap === 'undo' || view.tap === 'remove';
  const ways = view.pressed && view.key !== 'add' ? null : waysWords(cell.ways);
  return [
    wordOf(cell),
    formatEuros(unitCents),
    ...(open && ways !== null ? [ways] : []),
    ...(view.tap === 'remove' && gestureCents !== 0
      ? [`annuler : ${formatSigned(gestureCents)}`]
      : []),
    ...(open && limitAt !== null
      ? [`modifiable jusqu’au ${formatInstant(limitAt, organisation.timeZone)}`]
      : []),
    ...(open && placesLeft !== null ? [placesWords(placesLeft)] : []),
  ];
}

function placesWords(places: number): string {
  if (places === 0) return 'aucune place restante';
  return places === 1 ? '1 place restante' : `${places} places restantes`;
}
