import type { CellView } from '@preau/domain/bookings/cell-view';
import { Lock } from 'lucide-react';
import { memo } from 'react';
import { VisuallyHidden } from '../feedback/visually-hidden.tsx';
import { cellLooks, isToggle } from './cell-looks.tsx';
import classes from './planning-cell.module.css';
import tones from './tones.module.css';

type PlanningCellProps = {
  readonly view: CellView;
  /** Service, child, full date and price, in this order: the state's word is added last. */
  readonly name: string;
  /** Short date, shown where there is no room for columns. */
  readonly day?: string;
  /** Replaces the state's word where a more exact one is known, e.g. « Férié ». */
  readonly word?: string | undefined;
  /** Its tap shows a sheet before anything changes. */
  readonly asksFirst?: boolean;
  readonly onTap: () => void;
};

/**
 * One day of one service for one child. A toggle where it can be changed; where it cannot, it stays
 * in the tab order and its tap explains why (`aria-disabled`, never `disabled`).
 */
export const PlanningCell = memo(function PlanningCell({
  view,
  name,
  day,
  word,
  asksFirst = false,
  onTap,
}: PlanningCellProps) {
  const { tone, Icon } = cellLooks[view.key];
  const shown = word ?? view.word;
  const changes = !asksFirst && isToggle(view);
  return (
    <button
      type="button"
      className={`${classes.cell} ${tones[tone]}`}
      data-state={view.key}
      aria-pressed={changes || view.pressed ? view.pressed : undefined}
      aria-disabled={view.tap === 'explain' || undefined}
      aria-haspopup={changes ? undefined : 'dialog'}
      onClick={onTap}
    >
      <VisuallyHidden>{name}, </VisuallyHidden>
      {day ? (
        <span className={classes.day} aria-hidden="true">
          {day}
        </span>
      ) : null}
      {Icon ? <Icon size={20} strokeWidth={2.25} aria-hidden="true" /> : null}
      <span className={classes.word} data-word>
        {shown}
      </span>
      {view.locked ? (
        <>
          <VisuallyHidden>, non modifiable en ligne</VisuallyHidden>
          <Lock className={classes.lock} size={14} aria-hidden="true" />
        </>
      ) : null}
    </button>
  );
});
