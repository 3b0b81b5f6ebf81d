import type { CellView } from '@preau/domain/bookings/cell-view';
import { ChevronDown, Lock } from 'lucide-react';
import { cellLooks } from './cell-looks.tsx';
import classes from './formula-card.module.css';
import tones from './tones.module.css';

type FormulaCardProps = {
  readonly view: CellView;
  /** Day and formula, e.g. « Mer. 25 · Journée avec repas ». */
  readonly title: string;
  /** Site and state, e.g. « Les Tilleuls · réservé ». */
  readonly detail: string;
  /** Formatted amount, or nothing. */
  readonly price?: string | undefined;
  readonly onOpen: () => void;
};

/** A day where one formula among several is chosen: a wide card that opens the choice. */
export function FormulaCard({ view, title, detail, price, onOpen }: FormulaCardProps) {
  const { tone, Icon } = cellLooks[view.key];
  return (
    <button
      type="button"
      className={`${classes.card} ${tones[tone]}`}
      data-state={view.key}
      aria-haspopup="dialog"
      onClick={onOpen}
    >
      {Icon ? <Icon size={22} strokeWidth={2.25} aria-hidden="true" /> : null}
      <span className={classes.text}>
        <span className={classes.title}>{title}</span>
        <span className={classes.detail}>{detail}</span>
      </span>
      {price ? <span className={classes.price}>{price}</span> : null}
      {view.locked ? (
        <Lock size={18} aria-hidden="true" />
      ) : (
        <ChevronDown size={22} aria-hidden="true" />
      )}
    </button>
  );
}
