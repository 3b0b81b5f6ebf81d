import { formatDayLong } from '@preau/domain/explain/format-fr';
import { useState } from 'react';
import { capitalised } from '@preau/ui/text/capitalised';
import type { Change } from './draft.ts';
import { useDraft } from './use-draft.ts';
import type { Cell, FormulaSection } from './week.ts';

export type OpenSheet =
  | { readonly kind: 'cell'; readonly cell: Cell }
  | {
      readonly kind: 'formula';
      readonly section: FormulaSection;
      readonly options: readonly Cell[];
    };

const told = {
  add: 'à ajouter',
  remove: 'à annuler',
  undo: 'changement retiré',
} as const;

/** What a tap on the planning does: a step of the draft, or a sheet that explains. */
export function useTaps(firstName: string) {
  const { dispatch } = useDraft();
  const [message, setMessage] = useState('');
  const [sheet, setSheet] = useState<OpenSheet | null>(null);

  const tap = (cell: Cell, title: string) => {
    const { view, childId, sessionId } = cell;
    if (sessionId === null || view.tap === 'explain' || view.tap === 'detail') {
      setSheet({ kind: 'cell', cell });
      return;
    }
    const action = view.tap === 'undo' ? null : view.tap;
    dispatch({
      type: 'gesture',
      changes: [{ childId, sessionId, action, cents: cell.gestureCents }],
    });
    setMessage(
      `${capitalised(title)}, ${firstName}, ${formatDayLong(cell.on)} : ${told[view.tap]}.`,
    );
  };

  const choose = (changes: readonly Change[], words: string) => {
    dispatch({ type: 'gesture', changes });
    setMessage(words);
    setSheet(null);
  };

  return {
    message,
    sheet,
    tap,
    choose,
    open: (section: FormulaSection, options: readonly Cell[]) =>
      setSheet({ kind: 'formula', section, options }),
    close: () => setSheet(null),
  };
}

export type Taps = ReturnType<typeof useTaps>;
