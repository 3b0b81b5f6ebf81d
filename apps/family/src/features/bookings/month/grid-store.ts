import type { Day } from '@preau/domain/time/day';
import { type Rectangle, rectangleOf } from './strokes.ts';
import type { Spot } from './month.ts';

export type GridState = {
  /** The one cell that Tab reaches. */
  readonly cursor: Spot;
  /** Where the rectangle that ends at the cursor began. */
  readonly anchor: Spot | null;
  /** Between where the mouse was pressed and where it is. */
  readonly drag: { readonly from: Spot; readonly to: Spot } | null;
  readonly hovered: Spot | null;
  /** Whether the focus is inside: the cursor is then what one looks at. */
  readonly focused: boolean;
  /** What one looks at, or looked at last. */
  readonly looked: Spot | null;
  /** A cell of another month that the keyboard is on its way to. */
  readonly arrival: { readonly on: Day; readonly rowKey: string } | null;
};

/** Where the reader is in the grid, kept beside React so that one row redraws, not all of them. */
export type GridStore = {
  readonly read: () => GridState;
  readonly change: (part: Partial<GridState>) => void;
  /** Calls back after each change; returns how to stop. */
  readonly subscribe: (changed: () => void) => () => void;
};

/** Before any month was there, the cursor is nowhere. */
export const nowhere: Spot = { row: 0, column: -2 };

export function createGridStore(cursor: Spot = nowhere): GridStore {
  const listeners = new Set<() => void>();
  let state: GridState = {
    cursor,
    anchor: null,
    drag: null,
    hovered: null,
    focused: false,
    looked: null,
    arrival: null,
  };
  return {
    read: () => state,
    change: (part) => {
      const next = { ...state, ...part };
      const { hovered, focused, cursor, looked } = next;
      state = { ...next, looked: hovered ?? (focused ? cursor : looked) };
      for (const changed of listeners) changed();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** The cells a gesture would change: those the mouse passes over, or the keyboard's rectangle. */
export function selectionOf({ anchor, cursor, drag }: GridState): Rectangle | null {
  if (drag) return rectangleOf(drag.from, drag.to);
  return anchor ? rectangleOf(anchor, cursor) : null;
}

/** Columns selected in one row, as `from:to`: a text, so that equal ones are the same. */
export function selectedIn(state: GridState, row: number): string {
  const rectangle = selectionOf(state);
  if (!rectangle || row < rectangle.top || row > rectangle.bottom) return '';
  return `${rectangle.left}:${rectangle.right}`;
}
