import type { Day } from '@preau/domain/time/day';
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
} from 'react';
import { type GridStore, selectionOf } from './grid-store.ts';
import { moveFrom } from './grid-moves.ts';
import type { Month, Spot } from './month.ts';
import { spotsBetween } from './strokes.ts';

export type GridActions = {
  /** One cell, one service's name or one day's name is pressed. */
  readonly press: (spot: Spot) => void;
  /** A gesture over several cells; the first one says which way. */
  readonly paint: (spots: readonly Spot[]) => void;
  /** The rectangle changed: how many cells it has. */
  readonly select: (count: number) => void;
  /** A key leads to a day of another month, on the same row. */
  readonly leave: (on: Day, row: number) => void;
};

/**
 * The grid's keys and mouse, heard once for all its cells: arrows, Home, End, Page Up and Down move
 * the focus; with Shift they draw a rectangle that Space then fills; Escape drops it. A mouse pressed
 * and moved paints along its row; a finger scrolls.
 */
export function useGridEvents(month: Month, grid: GridStore, actions: GridActions) {
  useDrag(grid, actions);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const spot = spotOf(event.target);
    if (!spot || event.altKey || event.metaKey) return;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (!event.repeat) press(spot, grid, actions);
      return;
    }
    if (event.key === 'Escape') {
      grid.change({ anchor: null, drag: null });
      return;
    }
    const move = moveFrom(month, spot, { key: event.key, ctrl: event.ctrlKey });
    if (!move) return;
    event.preventDefault();
    if ('leaves' in move) {
      grid.change({ anchor: null });
      actions.leave(move.leaves, spot.row);
      return;
    }
    go(event.currentTarget, spot, move.to, event.shiftKey, grid, actions);
  };
  return {
    onKeyDown,
    // Space would press the button a second time when it is released.
    onKeyUp: (event: KeyboardEvent) => {
      if (event.key === ' ') event.preventDefault();
    },
    onClick: (event: MouseEvent) => {
      const spot = spotOf(event.target);
      if (spot) press(spot, grid, actions);
    },
    onFocus: (event: FocusEvent) => {
      const spot = spotOf(event.target);
      if (spot) grid.change({ cursor: spot, focused: true });
    },
    onBlur: (event: FocusEvent<HTMLTableElement>) => {
      if (event.currentTarget.contains(event.relatedTarget)) return;
      grid.change({ focused: false });
    },
    onPointerDown: (event: PointerEvent) => {
      const spot = spotOf(event.target);
      if (event.pointerType !== 'mouse' || event.button !== 0) return;
      grid.change({ anchor: null, drag: isCell(spot) ? { from: spot, to: spot } : null });
    },
    onPointerOver: (event: PointerEvent) => {
      if (event.pointerType === 'mouse') hover(spotOf(event.target), grid);
    },
    onPointerLeave: () => grid.change({ hovered: null }),
  };
}

export type GridEvents = ReturnType<typeof useGridEvents>;

/** The button of a spot, where the table has one. */
export function buttonAt(table: HTMLTableElement, { row, column }: Spot): HTMLElement | null {
  return table.querySelector(`[data-row="${row}"][data-column="${column}"]`);
}

function press(spot: Spot, grid: GridStore, actions: GridActions): void {
  const { anchor, cursor } = grid.read();
  if (anchor && isCell(cursor)) {
    grid.change({ anchor: null });
    actions.paint(spotsFrom(anchor, cursor));
    return;
  }
  actions.press(spot);
}

function go(
  table: HTMLTableElement,
  from: Spot,
  to: Spot,
  extends_: boolean,
  grid: GridStore,
  actions: GridActions,
): void {
  if (!extends_) {
    grid.change({ anchor: null });
    buttonAt(table, to)?.focus();
    return;
  }
  // A rectangle is of cells: it stops before the names of services and days.
  if (!isCell(from) || !isCell(to)) return;
  const anchor = grid.read().anchor ?? from;
  grid.change({ anchor });
  buttonAt(table, to)?.focus();
  actions.select(spotsBetween(anchor, to).length);
}

/** The cells of a gesture, the one it began on first: it says which way. */
function spotsFrom(start: Spot, end: Spot): readonly Spot[] {
  const spots = spotsBetween(start, end);
  const isStart = ({ row, column }: Spot) => row === start.row && column === start.column;
  return [start, ...spots.filter((spot) => !isStart(spot))];
}

/** A drag ends wherever the button is released; one that never left its cell is a click. */
function useDrag(grid: GridStore, actions: GridActions): void {
  useEffect(() => {
    const release = () => {
      const { drag } = grid.read();
      if (!drag) return;
      const painted = selectionOf(grid.read()) !== null && drag.from.column !== drag.to.column;
      grid.change({ drag: null });
      if (painted) actions.paint(spotsFrom(drag.from, drag.to));
    };
    const drop = () => grid.change({ drag: null });
    window.addEventListener('pointerup', release);
    window.addEventListener('pointercancel', drop);
    return () => {
      window.removeEventListener('pointerup', release);
      window.removeEventListener('pointercancel', drop);
    };
  }, [grid, actions]);
}

/** What the mouse is on; while it drags, the row it began on is followed. */
function hover(spot: Spot | null, grid: GridStore): void {
  const { drag } = grid.read();
  const hovered = isCell(spot) ? spot : null;
  if (!drag || !hovered) grid.change({ hovered });
  else grid.change({ hovered, drag: { ...drag, to: { ...drag.from, column: hovered.column } } });
}

function isCell(spot: Spot | null): spot is Spot {
  return spot !== null && spot.row >= 0 && spot.column >= 0;
}

function spotOf(target: EventTarget): Spot | null {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  if (!button) return null;
  return { row: Number(button.dataset['row']), column: Number(button.dataset['column']) };
}
