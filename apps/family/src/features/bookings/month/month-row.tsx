import { formatEuros } from '@preau/domain/money/cents';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { GridCell } from '@preau/ui/planning/grid-cell';
import { memo, useCallback, useSyncExternalStore } from 'react';
import { asksFirst } from '../cell.ts';
import { nameOf, wordOf } from '../cell-name.ts';
import { draftStore } from '../use-draft.ts';
import { type GridStore, selectedIn } from './grid-store.ts';
import { cellAt, type Month, type MonthRow as Row } from './month.ts';
import classes from './month.module.css';

type MonthRowProps = {
  readonly month: Month;
  readonly row: Row;
  readonly grid: GridStore;
};

/**
 * One service of one child over the month. It follows the draft, the cursor and the selection by
 * itself, and redraws only for what concerns it: a gesture on 900 cells costs one row.
 */
export const MonthRow = memo(function MonthRow({ month, row, grid }: MonthRowProps) {
  const { index } = row;
  useSyncExternalStore(
    draftStore.subscribe,
    useCallback(() => draftedIn(row), [row]),
  );
  const cursor = useSyncExternalStore(
    grid.subscribe,
    useCallback(() => {
      const at = grid.read().cursor;
      return at.row === index ? at.column : null;
    }, [grid, index]),
  );
  const selected = useSyncExternalStore(
    grid.subscribe,
    useCallback(() => selectedIn(grid.read(), index), [grid, index]),
  );
  const [from = 0, to = -1] = selected === '' ? [] : selected.split(':').map(Number);
  const draft = draftStore.read();
  return (
    <tr className={row.formulaOf === null ? undefined : classes.formula}>
      <th scope="row" className={classes.service}>
        <button
          type="button"
          className={classes.serviceButton}
          tabIndex={cursor === -1 ? 0 : -1}
          data-row={index}
          data-column={-1}
          aria-haspopup="dialog"
        >
          <VisuallyHidden>{serviceWords(row)}</VisuallyHidden>
          {row.formulaOf === null ? null : (
            <span className={classes.formulaOf} aria-hidden="true">
              {row.formulaOf}
            </span>
          )}
          <span className={classes.serviceName} aria-hidden="true">
            {row.label}
          </span>
          {row.price === null ? null : (
            <span className={classes.price} aria-hidden="true">
              {formatEuros(row.price)}
            </span>
          )}
        </button>
      </th>
      {month.columns.map((column, at) => {
        const cell = cellAt(month, { row: index, column: at }, draft);
        if (!cell) return null;
        return (
          <GridCell
            key={column.on}
            view={cell.view}
            name={`${nameOf(row.title, row.firstName, cell)}, ${wordOf(cell)}`}
            word={wordOf(cell)}
            row={index}
            column={at}
            reached={cursor === at}
            selected={at >= from && at <= to}
            opensWeek={column.opensWeek}
            asksFirst={asksFirst(cell)}
          />
        );
      })}
    </tr>
  );
});

function serviceWords({ title, firstName, price }: Row): string {
  const words = price === null ? [title, firstName] : [title, firstName, formatEuros(price)];
  return `${words.join(', ')} : actions`;
}

/** What the draft holds in a row, as a text: equal where nothing changed. */
function draftedIn(row: Row): string {
  const { entries } = draftStore.read();
  let text = '';
  for (const id of row.ids) text += id === null ? ' ' : (entries.get(id)?.action.charAt(0) ?? '.');
  return text;
}
