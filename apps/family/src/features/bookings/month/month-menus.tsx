import { formatDayLong } from '@preau/domain/explain/format-fr';
import { isoWeekOf } from '@preau/domain/time/day';
import { Button } from '@preau/ui/actions/button';
import { Sheet } from '@preau/ui/overlays/sheet';
import { capitalised } from '@preau/ui/text/capitalised';
import { formatMonth, formatWeek } from '../../../shared/format.ts';
import type { Change } from '../draft.ts';
import { draftStore } from '../use-draft.ts';
import { strokeWords, useGestures } from '../use-gestures.ts';
import { mondayOf } from '@preau/domain/time/day';
import { cellAt, type Month, type MonthColumn, type MonthRow, type Spot } from './month.ts';
import classes from './month.module.css';
import { type Direction, strokeOver } from './strokes.ts';

export type OpenMenu =
  | { readonly kind: 'service'; readonly row: MonthRow }
  | { readonly kind: 'day'; readonly column: number };

/** One thing that can be done at once to several days. */
type Action = {
  readonly label: string;
  readonly changes: readonly Change[];
  readonly skipped: number;
};

type MonthMenusProps = {
  readonly menu: OpenMenu;
  readonly month: Month;
  readonly onRepeat: (row: MonthRow) => void;
  readonly onRules: (row: MonthRow) => void;
  readonly onClose: () => void;
};

/** All the days of a service, or all the services of a day, in one gesture. */
export function MonthMenus({ menu, month, onRepeat, onRules, onClose }: MonthMenusProps) {
  const gestures = useGestures();
  const { title, actions } =
    menu.kind === 'service' ? ofService(month, menu.row) : ofDay(month, menu.column);
  return (
    <Sheet
      title={title}
      onClose={onClose}
      actions={
        <Button variant="secondary" onClick={onClose}>
          Fermer
        </Button>
      }
    >
      <ul className={classes.menu}>
        {actions.map(({ label, changes, skipped }) => (
          <li key={label}>
            <Button
              variant="secondary"
              wide
              aria-disabled={changes.length === 0 || undefined}
              onClick={() => {
                if (changes.length === 0) return;
                gestures.make(changes, strokeWords(changes.length, skipped));
                onClose();
              }}
            >
              {label} {changes.length === 0 ? '(aucun jour)' : `(${daysWords(changes.length)})`}
            </Button>
          </li>
        ))}
        {menu.kind === 'service' ? (
          <>
            <li>
              <Button variant="secondary" wide onClick={() => onRepeat(menu.row)}>
                Répéter jusqu’à une date…
              </Button>
            </li>
            <li>
              <Button variant="secondary" wide onClick={() => onRules(menu.row)}>
                Voir les règles
              </Button>
            </li>
          </>
        ) : null}
      </ul>
    </Sheet>
  );
}

const daysWords = (count: number): string => (count > 1 ? `${count} jours` : '1 jour');

type Menu = { readonly title: string; readonly actions: readonly Action[] };

function ofService(month: Month, row: MonthRow): Menu {
  const spots = month.columns.map((_, column) => ({ row: row.index, column }));
  const weeks = Map.groupBy(month.columns, ({ on }) => mondayOf(on));
  const spotOf = (column: MonthColumn) => ({
    row: row.index,
    column: month.columns.indexOf(column),
  });
  const [first] = month.columns;
  const name = first ? formatMonth(first.on) : '';
  return {
    title: `${row.title} · ${row.firstName}`,
    actions: [
      stroke(month, `Réserver tout ${name}`, spots, 'on'),
      ...[...weeks].map(([monday, days]) =>
        stroke(
          month,
          `Réserver la semaine ${isoWeekOf(monday).week}, ${formatWeek(monday)}`,
          days.map(spotOf),
          'on',
        ),
      ),
      stroke(month, `Annuler tout ${name}`, spots, 'off'),
      forgetting(month, spots),
    ],
  };
}

function ofDay(month: Month, column: number): Menu {
  const on = month.columns[column]?.on;
  const spotsOf = (rows: readonly MonthRow[]) => rows.map(({ index }) => ({ row: index, column }));
  const all = spotsOf(month.rows);
  const several = month.groups.length > 1;
  return {
    title: on ? capitalised(formatDayLong(on)) : '',
    actions: [
      stroke(
        month,
        several ? 'Réserver tout le jour, pour tous' : 'Réserver tout le jour',
        all,
        'on',
      ),
      ...(several
        ? month.groups.map(({ child, rows }) =>
            stroke(month, `Réserver tout le jour pour ${child.firstName}`, spotsOf(rows), 'on'),
          )
        : []),
      stroke(
        month,
        several ? 'Annuler tout le jour, pour tous' : 'Annuler tout le jour',
        all,
        'off',
      ),
      forgetting(month, all),
    ],
  };
}

function stroke(month: Month, label: string, spots: readonly Spot[], direction: Direction): Action {
  return { label, ...strokeOver(month, spots, direction, draftStore.read()) };
}

/** Takes what these cells have in the draft out of it. */
function forgetting(month: Month, spots: readonly Spot[]): Action {
  const draft = draftStore.read();
  const changes = spots.flatMap((spot): Change[] => {
    const cell = cellAt(month, spot, draft);
    if (!cell || cell.sessionId === null || cell.view.tap !== 'undo') return [];
    const { childId, sessionId, gestureCents } = cell;
    return [{ childId, sessionId, action: null, cents: gestureCents }];
  });
  return { label: 'Effacer mes modifications', changes, skipped: 0 };
}
