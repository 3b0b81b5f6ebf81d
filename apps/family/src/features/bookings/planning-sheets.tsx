import { lazy, Suspense } from 'react';
import type { Organisation } from '../../shared/organisation.ts';
import { CellSheet } from './cell-sheet.tsx';
import { FormulaSheet } from './formula-sheet.tsx';
import type { Taps } from './use-taps.ts';

const OfferOf = lazy(async () => ({
  default: (await import('./offers/offer-of.tsx')).OfferOf,
}));

const RepeatSheet = lazy(async () => ({
  default: (await import('./period/repeat-sheet.tsx')).RepeatSheet,
}));
const CopySheet = lazy(async () => ({
  default: (await import('./period/copy-sheet.tsx')).CopySheet,
}));

type PlanningSheetsProps = { readonly taps: Taps; readonly organisation: Organisation };

/** The sheet a tap opened, if any. */
export function PlanningSheets({ taps, organisation }: PlanningSheetsProps) {
  const { sheet, close } = taps;
  switch (sheet?.kind) {
    case 'cell':
      return (
        <CellSheet
          {...sheet}
          organisation={organisation}
          onWait={() => taps.wait(sheet.cell, sheet.title, sheet.firstName)}
          onClose={close}
        />
      );
    case 'formula':
      return (
        <FormulaSheet
          {...sheet}
          organisation={organisation}
          onChoose={taps.choose}
          onClose={close}
        />
      );
    case 'offer':
      return (
        <Suspense fallback={null}>
          <OfferOf bookingId={sheet.bookingId} organisation={organisation} onClose={close} />
        </Suspense>
      );
    case 'repeat':
      return (
        <Suspense fallback={null}>
          <RepeatSheet start={sheet.start} organisation={organisation} onClose={close} />
        </Suspense>
      );
    case 'copy':
      return (
        <Suspense fallback={null}>
          <CopySheet start={sheet.start} organisation={organisation} onClose={close} />
        </Suspense>
      );
    case undefined:
      return null;
  }
}
