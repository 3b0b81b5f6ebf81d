import type { Adjustment, Price, QuantityDiscount, ReglementDocument } from '../document.ts';
import { checkConditions } from './conditions.ts';
import { type Names, checkCodes, checkName, checkNames } from './names.ts';
import type { Place } from './place.ts';
import { checkPrice } from './prices.ts';
import {
  checkAmount,
  checkChange,
  checkCount,
  checkDecimals,
  checkShare,
  checkTimes,
} from './scalars.ts';

/** What changes a price, and what is off a number of them. */
export function checkAdjustments(place: Place, document: ReglementDocument, names: Names): void {
  const { adjustments = [], quantityDiscounts = [] } = document;
  checkCodes(place.at(['adjustments']), adjustments, 'l’ajustement', 'défini');
  adjustments.forEach((adjustment, at) => {
    const here = place.at(['adjustments', at], `ajustement « ${adjustment.code} »`);
    checkAdjustment(here, adjustment, document, names);
  });
  checkCodes(place.at(['quantityDiscounts']), quantityDiscounts, 'la remise', 'définie');
  quantityDiscounts.forEach((discount, at) => {
    const here = place.at(['quantityDiscounts', at], `remise « ${discount.code} »`);
    checkDiscount(here, discount, names);
  });
}

function checkAdjustment(
  place: Place,
  { units, when, effect }: Adjustment,
  document: ReglementDocument,
  names: Names,
): void {
  checkNames(place.at(['units']), 'units', units, names.units);
  checkConditions(place.at(['when']), when, names);
  const here = place.at(['effect']);
  switch (effect.kind) {
    case 'add':
      return checkChange(here.at(['cents']), effect.cents);
    case 'addByUnit':
      if (Object.keys(effect.centsByUnit).length === 0) here.wrong('aucun montant');
      return Object.entries(effect.centsByUnit).forEach(([code, amount]) => {
        const row = here.at(['centsByUnit', code]);
        checkName(row, 'units', code, units ?? names.units);
        checkChange(row, amount);
      });
    case 'percent':
      checkDecimals(here.at(['percent']), effect.percent, 4);
      if (effect.percent >= -100 && effect.percent !== 0) return;
      return here
        .at(['percent'])
        .wrong(
          `${effect.percent} % est impossible : au plus 100 % sont retirés, et 0 % ne change rien`,
        );
    case 'multiply':
      return checkTimes(here.at(['times']), effect.times);
    case 'bandShift':
      return checkShift(here.at(['by']), effect.by, units, document);
    case 'replace':
      return checkPrice(here.at(['price']), effect.price, { names, runs: names.runs });
  }
}

/** Only a table has bands to go up or down in. */
function checkShift(
  place: Place,
  by: number,
  units: readonly string[] | undefined,
  { activities }: ReglementDocument,
): void {
  if (!Number.isInteger(by) || by === 0) place.wrong(`${by} n’est pas un nombre de tranches`);
  const prices = activities
    .flatMap((activity) => activity.units)
    .filter(({ code }) => units?.includes(code) ?? true)
    .flatMap((unit) => unit.prices.map(({ price }) => price));
  if (prices.some(hasBands)) return;
  place.wrong('aucune de ces unités n’a de tranches de quotient');
}

function hasBands(price: Price): boolean {
  switch (price.kind) {
    case 'quotientBands':
      return true;
    case 'by':
      return [...Object.values(price.cases), ...(price.otherwise ? [price.otherwise] : [])].some(
        hasBands,
      );
    case 'timeBlocks':
    case 'perPeriod':
      return hasBands(price.price);
    case 'byClock':
      return price.steps.some((step) => hasBands(step.price));
    case 'sum':
      return price.parts.some((part) => hasBands(part.price));
    case 'share':
    case 'bounded':
      return hasBands(price.of);
    case 'flat':
    case 'effortRate':
    case 'affine':
    case 'sliding':
    case 'familyDay':
    case 'notStated':
      return false;
  }
}

function checkDiscount(place: Place, { units, when, steps }: QuantityDiscount, names: Names): void {
  checkNames(place.at(['units']), 'units', units, names.units);
  checkConditions(place.at(['when']), when, names);
  if (steps.length === 0) place.at(['steps']).wrong('aucun seuil');
  steps.forEach(({ from, cents, percent, price }, at) => {
    const here = place.at(['steps', at]);
    checkCount(here.at(['from']), from, 'fois');
    checkAmount(here.at(['cents']), cents);
    checkShare(here.at(['percent']), percent);
    if (price) checkPrice(here.at(['price']), price, { names, runs: names.runs });
    if ([cents, percent, price].filter((one) => one !== undefined).length !== 1) {
      here.wrong('un seuil a un montant (cents), une part (percent) ou un prix (price), un seul');
    }
    const before = steps[at - 1]?.from ?? 0;
    if (from > before) return;
    here.at(['from']).wrong(`les seuils ne vont pas croissant : ${from} suit ${before}`);
  });
}
