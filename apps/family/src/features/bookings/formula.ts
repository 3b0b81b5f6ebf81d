import type { CellView } from '@preau/domain/bookings/cell-view';
import type { Cents } from '@preau/domain/money/cents';
import type { Change } from './draft.ts';
import { type Cell, gestureOf } from './cell.ts';
import { wordOf } from './cell-name.ts';

/** How a day with a choice of formulas is summed up on its card. */
export type FormulaFace = {
  readonly view: CellView;
  readonly title: string;
  readonly detail: string;
  readonly cents: Cents | null;
};

/** Is the child expected in it, once the draft is confirmed? */
export const isHeld = (cell: Cell): boolean => cell.view.pressed;

/** The formulas of one day, as the one card that opens the choice. */
export function faceOf(options: readonly Cell[]): FormulaFace {
  const held = options.filter(isHeld);
  const told = options.find(({ view }) => toldOfADay.has(view.key));
  const shown = held[0] ?? told ?? bestOf(options);
  if (!shown) throw new Error('A day of formulas has at least one');
  if (held.length > 0) {
    return {
      view: shown.view,
      title: held.map((cell) => cell.unitLabel).join(' et '),
      detail: wordOf(shown),
      cents: held.reduce((total, cell) => total + cell.unitCents, 0) as Cents,
    };
  }
  const open = shown.view.tap === 'add';
  const waits = shown.view.tap === 'wait';
  return {
    view: shown.view,
    title: told ? shown.unitLabel : open ? 'Choisir une formule' : wordOf(shown),
    detail: told ? wordOf(shown) : detailOf(options, open, waits),
    cents: null,
  };
}

/** What became of a formula, said before what could be chosen instead. */
const toldOfADay: ReadonlySet<CellView['key']> = new Set([
  'remove',
  'pendingCancel',
  'refused',
  'expired',
] as const);

function detailOf(options: readonly Cell[], open: boolean, waits: boolean): string {
  if (open) return pricesOf(options);
  return waits ? 'Liste d’attente possible' : 'Voir pourquoi';
}

function pricesOf(options: readonly Cell[]): string {
  const count = options.filter(({ view }) => view.tap === 'add').length;
  return count > 1 ? `${count} formules possibles` : '1 formule possible';
}

/** One that can still be taken, else the first: it says why none can. */
const bestOf = (options: readonly Cell[]): Cell | undefined =>
  options.find(({ view }) => view.tap === 'add') ??
  options.find(({ view }) => view.tap === 'wait') ??
  options[0];

/** A set of formulas that can be held together; the empty one is « aucune ». */
export type FormulaChoice = {
  readonly id: string;
  readonly cells: readonly Cell[];
  readonly chosen: boolean;
  /** A formula of it is full: choosing it joins the waiting list. */
  readonly waits: boolean;
  /** Why it cannot be chosen: the cell that blocks it. */
  readonly blockedBy: Cell | undefined;
};

/**
 * The choices of a day: none, each formula alone, and what is held now where that is several.
 * Leaving a formula that can no longer be cancelled blocks every other choice.
 */
export function choicesOf(options: readonly Cell[]): readonly FormulaChoice[] {
  const held = options.filter(isHeld);
  const sets = [[], ...options.map((cell) => [cell]), ...(held.length > 1 ? [held] : [])];
  return sets.map((cells) => ({
    id: cells.map((cell) => cell.unit).join('+') || 'aucune',
    cells,
    chosen: cells.length === held.length && cells.every((cell) => held.includes(cell)),
    waits: cells.some((cell) => cell.view.key === 'wait' || gestureOf(cell) === 'wait'),
    blockedBy: blockerOf(options, cells),
  }));
}

function blockerOf(options: readonly Cell[], wanted: readonly Cell[]): Cell | undefined {
  return options.find((cell) => isHeld(cell) !== wanted.includes(cell) && !canToggle(cell));
}

const canToggle = (cell: Cell): boolean => gestureOf(cell) !== null;

/** What goes from what is held to the choice, as one gesture. */
export function changesTo(options: readonly Cell[], choice: FormulaChoice): readonly Change[] {
  return options.flatMap((cell): Change[] => {
    const { childId, sessionId } = cell;
    const gesture = gestureOf(cell);
    if (isHeld(cell) === choice.cells.includes(cell) || sessionId === null) return [];
    if (gesture === null) return [];
    const action = gesture === 'undo' ? null : gesture;
    return [{ childId, sessionId, action, cents: cell.gestureCents }];
  });
}
