import type { Price } from '../document.ts';
import { checkBands } from './bands.ts';
import type { Place } from './place.ts';
import {
  checkAmount,
  checkBounds,
  checkChange,
  checkClock,
  checkCount,
  checkDecimals,
  checkPercent,
  checkQuotient,
  checkTimes,
} from './scalars.ts';
import { type PriceScope, checkKeys, checkNumberKeys, childrenWords } from './selectors.ts';

export type { PriceScope } from './selectors.ts';

type PriceOf<Kind extends Price['kind']> = Extract<Price, { readonly kind: Kind }>;

/** Everything a price says, and the prices it is made of. */
export function checkPrice(place: Place, price: Price, scope: PriceScope): void {
  if ('without' in price && price.without !== undefined) {
    checkPrice(place.at(['without']), price.without, scope);
  }
  if ('rounding' in price) {
    checkCount(place.at(['rounding', 'toCents']), price.rounding?.toCents, 'centimes');
  }
  switch (price.kind) {
    case 'flat':
      return checkAmount(place.at(['cents']), price.cents);
    case 'quotientBands':
      return checkBands(place, price, scope);
    case 'effortRate':
      checkPercent(place.at(['percent']), price.percent);
      return checkBounds(place, price.floorCents, price.capCents);
    case 'affine':
      checkDecimals(place.at(['slope']), price.slope, 6);
      checkChange(place.at(['interceptCents']), price.interceptCents);
      checkTimes(place.at(['times']), price.times);
      return checkBounds(place, price.floorCents, price.capCents);
    case 'sliding':
      return checkPoints(place.at(['points']), price);
    case 'by':
      return checkCases(place, price, scope);
    case 'timeBlocks':
      return checkBlocks(place, price, scope);
    case 'byClock':
      return checkClockSteps(place.at(['steps']), price, scope);
    case 'sum':
      if (price.parts.length === 0) place.at(['parts']).wrong('la somme n’a aucune partie');
      return price.parts.forEach((part, at) =>
        checkPrice(place.at(['parts', at, 'price'], `« ${part.label} »`), part.price, scope),
      );
    case 'share':
      checkPercent(place.at(['percent']), price.percent);
      return checkPrice(place.at(['of']), price.of, scope);
    case 'bounded':
      checkBounds(place, price.floorCents, price.capCents);
      if (price.floorCents === undefined && price.capCents === undefined) {
        place.wrong('ni plancher (floorCents) ni plafond (capCents)');
      }
      return checkPrice(place.at(['of']), price.of, scope);
    case 'familyDay':
      checkNumberKeys(place.at(['cents']), Object.keys(price.cents), false, childrenWords);
      return Object.entries(price.cents).forEach(([key, amount]) =>
        checkAmount(place.at(['cents', key]), amount),
      );
    case 'perPeriod':
      checkCount(place.at(['proRata', 'outOf']), price.proRata?.outOf, 'jours');
      return checkPrice(place.at(['price']), price.price, scope);
    case 'notStated':
      return place.unsaid('le prix n’est pas dit');
  }
}

function checkPoints(place: Place, { points }: PriceOf<'sliding'>): void {
  if (points.length < 2) place.wrong('il faut deux points au moins');
  points.forEach(({ quotient, cents }, at) => {
    checkQuotient(place.at([at, 'quotient']), quotient);
    checkAmount(place.at([at, 'cents']), cents);
    const before = points[at - 1]?.quotient;
    if (before === undefined || quotient > before) return;
    place
      .at([at, 'quotient'])
      .wrong(`les points ne sont pas dans l’ordre : ${quotient} suit ${before}`);
  });
}

function checkCases(
  place: Place,
  { what, cases, otherwise }: PriceOf<'by'>,
  scope: PriceScope,
): void {
  checkKeys(place.at(['cases']), what, Object.keys(cases), otherwise !== undefined, scope);
  for (const [key, price] of Object.entries(cases)) {
    checkPrice(place.at(['cases', key], `« ${key} »`), price, scope);
  }
  if (otherwise !== undefined) checkPrice(place.at(['otherwise']), otherwise, scope);
}

function checkBlocks(place: Place, price: PriceOf<'timeBlocks'>, scope: PriceScope): void {
  const { from, until } = price;
  checkCount(place.at(['minutes']), price.minutes, 'minutes');
  checkCount(place.at(['maxBlocks']), price.maxBlocks, 'tranches');
  checkClock(place.at(['from']), from);
  checkClock(place.at(['until']), until);
  if (from !== undefined && until !== undefined && until <= from) {
    place.at(['until']).wrong(`la fin (${until}) ne suit pas le début (${from})`);
  }
  checkPrice(place.at(['price']), price.price, scope);
}

/** Hours that follow one another, of which the last has none. */
function checkClockSteps(place: Place, { steps }: PriceOf<'byClock'>, scope: PriceScope): void {
  const last = steps.at(-1);
  if (last === undefined) return place.wrong('aucune heure');
  steps.forEach(({ upTo, price }, at) => {
    const here = place.at([at]);
    const before = steps[at - 1];
    checkClock(here.at(['upTo']), upTo ?? undefined);
    if (before?.upTo === null) here.wrong('elle suit celle qui n’a pas d’heure');
    else if (before !== undefined && upTo !== null && upTo <= before.upTo) {
      here.at(['upTo']).wrong(`les heures ne sont pas dans l’ordre : ${upTo} suit ${before.upTo}`);
    }
    checkPrice(here.at(['price']), price, scope);
  });
  if (last.upTo !== null) place.unsaid(`aucun tarif après ${last.upTo}`);
}
