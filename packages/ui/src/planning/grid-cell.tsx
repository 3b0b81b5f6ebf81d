import type { CellView } from '@preau/domain/bookings/cell-view';
import { Lock } from 'lucide-react';
import { cellLooks, isToggle } from './cell-looks.tsx';
import classes from './grid-cell.module.css';
import tones from './tones.module.css';

type GridCellProps = {
  readonly view: CellView;
  /** Service, child, full date, price and state: there is no room to write them. */
  readonly name: string;
  /** Written on paper, where there is neither hover nor colour. */
  readonly word: string;
  readonly row: number;
  readonly column: number;
  /** Does Tab reach this one? One cell of a grid is reached so, the others by arrows. */
  readonly reached: boolean;
  readonly selected: boolean;
  /** The first of its week, after a wider gap. */
  readonly opensWeek: boolean;
  /** Its tap shows a sheet before anything changes. */
  readonly asksFirst?: boolean;
};

/**
 * One day of one service in the month: an icon alone, its name spelt elsewhere. The grid listens for
 * all its cells; each says by `data-row` and `data-column` which one it is.
 */
export function GridCell(props: GridCellProps) {
  const { view, name, word, row, column, reached, selected, opensWeek } = props;
  const { asksFirst = false } = props;
  const { tone, Icon } = cellLooks[view.key];
  const changes = !asksFirst && isToggle(view);
  return (
    <td
      className={opensWeek ? `${classes.place} ${classes.opensWeek}` : classes.place}
      aria-selected={selected || undefined}
    >
      <button
        type="button"
        className={`${classes.cell} ${tones[tone]}`}
        tabIndex={reached ? 0 : -1}
        data-row={row}
        data-column={column}
        data-state={view.key}
        aria-label={view.locked ? `${name}, non modifiable en ligne` : name}
        aria-pressed={changes || view.pressed ? view.pressed : undefined}
        aria-disabled={view.tap === 'explain' || undefined}
        aria-haspopup={changes ? undefined : 'dialog'}
      >
        {Icon && view.key !== 'free' ? (
          <Icon size={16} strokeWidth={2.25} aria-hidden="true" />
        ) : null}
        {view.locked ? <Lock className={classes.lock} size={10} aria-hidden="true" /> : null}
        <span className={classes.printed} aria-hidden="true">
          {word}
        </span>
      </button>
    </td>
  );
}
