import type { Cents } from '../../money/cents.ts';
import type { Consequence, OccurrenceConsequence } from '../document.ts';
import { type Names, checkName } from './names.ts';
import type { Place } from './place.ts';
import { checkPrice } from './prices.ts';
import { checkAmount, checkPercent, checkShare, checkTimes } from './scalars.ts';

export type ConsequenceScope = {
  readonly names: Names;
  /** Of the activity. */
  readonly unitCodes: readonly string[];
};

/** What a consequence says of amounts. */
export function checkConsequence(
  place: Place,
  consequence: Consequence | OccurrenceConsequence,
  scope: ConsequenceScope,
): void {
  switch (consequence.kind) {
    case 'surcharge':
    case 'replacingPrice':
      return checkAmounts(place, consequence, scope);
    case 'percentSurcharge':
      return checkPercent(place.at(['percent']), consequence.percent);
    case 'multiple':
      return checkTimes(place.at(['times']), consequence.times);
    case 'billedInPart':
      return checkShare(place.at(['percent']), consequence.percent);
    case 'billedAtDiscretion':
      return checkDiscretion(place, consequence);
    case 'notStated':
      return place.unsaid('la conséquence n’est pas dite');
    case 'normal':
    case 'waitingList':
    case 'billedInFull':
    case 'credited':
    case 'refused':
    case 'free':
  }
}

/** The staff chooses a share between these. */
export function checkDiscretion(
  place: Place,
  { minPercent, maxPercent }: { readonly minPercent: number; readonly maxPercent: number },
): void {
  checkShare(place.at(['minPercent']), minPercent);
  checkShare(place.at(['maxPercent']), maxPercent);
  if (minPercent <= maxPercent) return;
  place.at(['maxPercent']).wrong(`la part la plus forte (${maxPercent} %) est sous la plus faible`);
}

/** An amount for each unit: its own, or that of all. */
function checkAmounts(
  place: Place,
  consequence: Extract<Consequence, { readonly kind: 'surcharge' | 'replacingPrice' }>,
  { names, unitCodes }: ConsequenceScope,
): void {
  const { centsByUnit = {} } = consequence;
  checkRow(place.at(['centsByUnit']), centsByUnit, unitCodes);
  if (consequence.kind === 'surcharge') checkAmount(place.at(['cents']), consequence.cents);
  else if (consequence.price !== undefined) {
    checkPrice(place.at(['price']), consequence.price, { names, runs: names.runs });
  }
  const forAll = consequence.kind === 'surcharge' ? consequence.cents : consequence.price;
  if (forAll !== undefined) return;
  for (const code of unitCodes) {
    if (Object.hasOwn(centsByUnit, code)) continue;
    place.wrong(
      `aucun ${consequence.kind === 'surcharge' ? 'supplément' : 'prix'} pour l’unité « ${code} »`,
    );
  }
}

function checkRow(
  place: Place,
  row: Readonly<Record<string, Cents>>,
  unitCodes: readonly string[],
): void {
  for (const [code, amount] of Object.entries(row)) {
    checkName(place.at([code]), 'units', code, unitCodes);
    checkAmount(place.at([code]), amount);
  }
}
