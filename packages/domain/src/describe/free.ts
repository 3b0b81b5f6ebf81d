import type { ActivityRules, ReglementDocument } from '../reglement/document.ts';

/** Whether nothing is ever paid for that activity: then nothing is said of paying. */
export function isFree(
  { adjustments = [] }: ReglementDocument,
  { units, booking, presence }: ActivityRules,
): boolean {
  return (
    adjustments.length === 0 &&
    presence === undefined &&
    units.every(
      ({ prices, extras = [] }) =>
        extras.length === 0 &&
        prices.every(({ price }) => price.kind === 'flat' && price.cents === 0),
    ) &&
    booking.every(({ consequence }) => ['normal', 'refused'].includes(consequence.kind))
  );
}
