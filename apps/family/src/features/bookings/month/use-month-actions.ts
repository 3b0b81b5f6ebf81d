import type { Day } from '@preau/domain/time/day';
import { useMemo } from 'react';
import { announcer } from '../announcements.tsx';
import { asksFirst } from '../cell.ts';
import { draftStore } from '../use-draft.ts';
import { strokeWords, useGestures } from '../use-gestures.ts';
import { type Taps, tapWords, toldOf } from '../use-taps.ts';
import type { GridStore } from './grid-store.ts';
import type { OpenMenu } from './month-menus.tsx';
import { cellAt, type Month, type MonthRow } from './month.ts';
import { directionOf, rivalsOf, strokeOver } from './strokes.ts';
import type { GridActions } from './use-grid-events.ts';

type MonthActionsOf = {
  readonly month: Month;
  readonly show: (month: Day) => void;
  readonly taps: Taps;
  readonly openMenu: (menu: OpenMenu) => void;
  readonly grid: GridStore;
};

/** What keys and mouse do to the month: steps of the draft, sheets, another month. */
export function useMonthActions({ month, show, taps, openMenu, grid }: MonthActionsOf) {
  const gestures = useGestures();
  const { explain } = taps;
  return useMemo((): GridActions => {
    const pressCell = (row: MonthRow, column: number) => {
      const spot = { row: row.index, column };
      const draft = draftStore.read();
      const cell = cellAt(month, spot, draft);
      const direction = cell && directionOf(cell);
      if (!cell) return;
      if (!direction || asksFirst(cell)) {
        explain(cell, row.title, row.firstName);
        return;
      }
      const { changes } = strokeOver(month, [spot], direction, draft);
      const [rival] = rivalsOf(month, row, column, draft);
      if (changes.length > 0) {
        gestures.make(changes, tapWords(cell, row.title, row.firstName, toldOf(cell)));
      } else if (rival) {
        explain(rival, row.title, row.firstName);
      }
    };
    return {
      press: (spot) => {
        const row = month.rows[spot.row];
        const column = month.columns[spot.column];
        if (row && column) pressCell(row, spot.column);
        else if (row) openMenu({ kind: 'service', row });
        else if (column) openMenu({ kind: 'day', column: spot.column });
      },
      paint: (spots) => {
        const [first] = spots;
        const draft = draftStore.read();
        const start = first && cellAt(month, first, draft);
        const direction = start && directionOf(start);
        if (!direction) {
          announcer.say('La première case ne peut pas changer : rien n’est modifié.');
          return;
        }
        const { changes, skipped } = strokeOver(month, spots, direction, draft);
        gestures.make(changes, strokeWords(changes.length, skipped));
      },
      select: (count) => announcer.say(count > 1 ? `${count} cases choisies` : '1 case choisie'),
      leave: (on, row) => {
        grid.change({ arrival: { on, rowKey: month.rows[Math.max(row, 0)]?.key ?? '' } });
        show(on);
      },
    };
  }, [month, show, explain, gestures, openMenu, grid]);
}
