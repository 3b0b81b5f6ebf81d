import { formatDayLong } from '@preau/domain/explain/format-fr';
import { capitalised } from '@preau/ui/text/capitalised';
import { useMemo, useState } from 'react';
import type { Cell } from './cell.ts';
import type { Change } from './draft.ts';
import { useGestures } from './use-gestures.ts';
import type { FormulaSection } from './week.ts';

export type OpenSheet =
  | {
      readonly kind: 'cell';
      readonly cell: Cell;
      readonly title: string;
      readonly firstName: string;
    }
  | {
      readonly kind: 'formula';
      readonly section: FormulaSection;
      readonly options: readonly Cell[];
      readonly firstName: string;
    };

const told = {
  add: 'à ajouter',
  remove: 'à annuler',
  undo: 'changement retiré',
} as const;

/** What a tap on the planning does: a step of the draft, or a sheet that explains. */
export function useTaps() {
  const gestures = useGestures();
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  return useMemo(() => {
    const explain = (cell: Cell, title: string, firstName: string) =>
      setSheet({ kind: 'cell', cell, title, firstName });
    return {
      sheet,
      explain,
      tap: (cell: Cell, title: string, firstName: string) => {
        const { view, childId, sessionId, gestureCents } = cell;
        if (sessionId === null || !isGesture(view.tap)) {
          explain(cell, title, firstName);
          return;
        }
        const action = view.tap === 'undo' ? null : view.tap;
        const words = tapWords(cell, title, firstName, told[view.tap]);
        gestures.make([{ childId, sessionId, action, cents: gestureCents }], words);
      },
      choose: (changes: readonly Change[], words: string) => {
        gestures.make(changes, words);
        setSheet(null);
      },
      open: (section: FormulaSection, options: readonly Cell[], firstName: string) =>
        setSheet({ kind: 'formula', section, options, firstName }),
      close: () => setSheet(null),
    };
  }, [sheet, gestures]);
}

export type Taps = ReturnType<typeof useTaps>;

/** `Étude dirigée, Léa, mardi 1er décembre : à ajouter`. */
export function tapWords(cell: Cell, title: string, firstName: string, done: string): string {
  return `${capitalised(title)}, ${firstName}, ${formatDayLong(cell.on)} : ${done}`;
}

/** What the next tap of a cell does, as it is said once done. */
export function toldOf(cell: Cell): string {
  return isGesture(cell.view.tap) ? told[cell.view.tap] : '';
}

const isGesture = (tap: Cell['view']['tap']): tap is keyof typeof told => Object.hasOwn(told, tap);
