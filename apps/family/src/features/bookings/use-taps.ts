import { formatDayLong } from '@preau/domain/explain/format-fr';
import { capitalised } from '@preau/ui/text/capitalised';
import { useMemo, useState } from 'react';
import { asksFirst, type Cell, type Gesture, gestureOf } from './cell.ts';
import type { Change } from './draft.ts';
import type { CopyStart } from './period/copy-sheet.tsx';
import type { RepeatStart } from './period/repeat-sheet.tsx';
import { useGestures } from './use-gestures.ts';
import type { RulesStart } from './rules/rules-sheet.tsx';
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
  | { readonly kind: 'copy'; readonly start: CopyStart }
  | { readonly kind: 'rules'; readonly start: RulesStart };

/** What a gesture does, as it is said once done. */
function told(cell: Cell, gesture: Gesture): string {
  switch (gesture) {
    case 'add':
      return cell.ways.acceptance === 'staff' ? 'à demander' : 'à ajouter';
    case 'wait':
      return 'à mettre en liste d’attente';
    case 'remove':
      return cell.view.key === 'pendingAdd' ? 'demande à retirer' : 'à annuler';
    case 'undo':
      return 'changement retiré';
  }
}

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
      const { childId, sessionId, gestureCents } = cell;
      const gesture = gestureOf(cell);
      if (sessionId === null || gesture === null) return;
      const action = gesture === 'undo' ? null : gesture;
      const words = tapWords(cell, title, firstName, told(cell, gesture));
      gestures.make([{ childId, sessionId, action, cents: gestureCents }], words);
    };
    return {
      sheet,
      explain,
      tap: (cell: Cell, title: string, firstName: string) => {
        const changes = cell.view.tap !== 'detail' && gestureOf(cell) !== null;
        if (changes && !asksFirst(cell)) change(cell, title, firstName);
        else explain(cell, title, firstName);
      },
      /** Does what the sheet of a cell proposes: wait, withdraw, give up, ask again. */
      confirm: (cell: Cell, title: string, firstName: string) => {
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
      rules: (start: RulesStart) => setSheet({ kind: 'rules', start }),
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
  const gesture = gestureOf(cell);
  return gesture === null ? '' : told(cell, gesture);
}
