import type { Organisation } from '../../shared/organisation.ts';
import { LateSheet } from './late-sheet.tsx';
import type { Taps } from './use-taps.ts';

const loadCell = () => import('./cell-sheet/cell-sheet.tsx');
const loadFormula = () => import('./formula-sheet.tsx');
const loadOffer = () => import('./offers/offer-of.tsx');
const loadRepeat = () => import('./period/repeat-sheet.tsx');
const loadRules = () => import('./rules/rules-sheet.tsx');
const loadCopy = () => import('./period/copy-sheet.tsx');

type PlanningSheetsProps = { readonly taps: Taps; readonly organisation: Organisation };

/** The sheet a tap opened, if any. */
export function PlanningSheets({ taps, organisation }: PlanningSheetsProps) {
  const { sheet, close } = taps;
  const common = { organisation, onClose: close };
  switch (sheet?.kind) {
    case 'cell':
      return (
        <LateSheet load={loadCell} onClose={close}>
          {({ CellSheet }) => (
            <CellSheet
              {...sheet}
              {...common}
              onRule={taps.rules}
              onConfirm={() => taps.confirm(sheet.cell, sheet.title, sheet.firstName)}
            />
          )}
        </LateSheet>
      );
    case 'formula':
      return (
        <LateSheet load={loadFormula} onClose={close}>
          {({ FormulaSheet }) => (
            <FormulaSheet {...sheet} {...common} onChoose={taps.choose} onRule={taps.rules} />
          )}
        </LateSheet>
      );
    case 'offer':
      return (
        <LateSheet load={loadOffer} onClose={close}>
          {({ OfferOf }) => <OfferOf bookingId={sheet.bookingId} {...common} />}
        </LateSheet>
      );
    case 'repeat':
      return (
        <LateSheet load={loadRepeat} onClose={close}>
          {({ RepeatSheet }) => <RepeatSheet start={sheet.start} {...common} />}
        </LateSheet>
      );
    case 'copy':
      return (
        <LateSheet load={loadCopy} onClose={close}>
          {({ CopySheet }) => <CopySheet start={sheet.start} {...common} />}
        </LateSheet>
      );
    case 'rules':
      // What led here may be another sheet: each is fetched by itself.
      return (
        <LateSheet key="rules" load={loadRules} onClose={close}>
          {({ RulesSheet }) => <RulesSheet start={sheet.start} onClose={close} />}
        </LateSheet>
      );
    case undefined:
      return null;
  }
}
