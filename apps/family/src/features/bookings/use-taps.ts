import { formatDayLong } from '@preau/domain/explain/format-fr';
import { capitalised } from '@preau/ui/text/capitalised';
import { useMemo, useState } from 'react';
import type { Cell } from './cell.ts';
import type { Change } from './draft.ts';
import type { CopyStart } from './period/copy-sheet.tsx';
import type { RepeatStart } from './period/repeat-sheet.tsx';
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
    }
  | { readonly kind: 'offer'; readonly bookingId: string }
  | { readonly kind: 'repeat'; readonly start: RepeatStart }
  | { readonly kind: 'copy'; readonly start: CopyStart };

const told = {
  add: 'à ajouter',
  wait: 'à mettre en liste d’attente',
  remove: 'à annuler',
  undo: 'changement retiré',
} as const;

/** What a tap on the planning does: a step of the draft, or a sheet that explains. */
export function useTaps() {
  const gestures = useGestures();
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  return useMemo(() => {
    /** The sheet of a cell that changes nothing by itself. */
    const explain = (cell: Cell, title: string, firstName: string) => {
      const { view, queue } = cell;
      if (view.tap === 'offer' && queue) setSheet({ kind: 'offer', bookingId: queue.bookingId });
      else setSheet({ kind: 'cell', cell, title, firstName });
    };
    const change = (cell: Cell, title: string, firstName: string) => {
      const { view, childId, sessionId, gestureCents } = cell;
      if (sessionId === null || !isGesture(view.tap)) return;
      const action = view.tap === 'undo' ? null : view.tap;
      const words = tapWords(cell, title, firstName, told[view.tap]);
      gestures.make([{ childId, sessionId, action, cents: gestureCents }], words);
    };
    return {
      sheet,
      explain,
      tap: (cell: Cell, title: string, firstName: string) => {
        // Waiting is proposed first: it is not what one expects of a full day.
        const asks = cell.view.tap === 'wait' || !isGesture(cell.view.tap);
        if (cell.sessionId === null || asks) explain(cell, title, firstName);
        else change(cell, title, firstName);
      },
      /** Joins the waiting list of a full day. */
      wait: (cell: Cell, title: string, firstName: string) => {
        change(cell, title, firstName);
        setSheet(null);
      },
      choose: (changes: readonly Change[], words: string) => {
        gestures.make(changes, words);
        setSheet(null);
      },
      open: (section: FormulaSection, options: readonly Cell[], firstName: string) => {
        const offered = options.find(({ view }) => view.tap === 'offer');
        if (offered) explain(offered, section.title, firstName);
        else setSheet({ kind: 'formula', section, options, firstName });
      },
      repeat: (start: RepeatStart) => setSheet({ kind: 'repeat', start }),
      copy: (start: CopyStart) => setSheet({ kind: 'copy', start }),
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
