import type { Organisation } from '../../shared/organisation.ts';
import { CellSheet } from './cell-sheet.tsx';
import { FormulaSheet } from './formula-sheet.tsx';
import type { Taps } from './use-taps.ts';

type PlanningSheetsProps = { readonly taps: Taps; readonly organisation: Organisation };

/** The sheet a tap opened, if any. */
export function PlanningSheets({ taps, organisation }: PlanningSheetsProps) {
  const { sheet, close } = taps;
  switch (sheet?.kind) {
    case 'cell':
      return <CellSheet {...sheet} organisation={organisation} onClose={close} />;
    case 'formula':
      return (
        <FormulaSheet
          {...sheet}
          organisation={organisation}
          onChoose={taps.choose}
          onClose={close}
        />
      );
    case undefined:
      return null;
  }
}
