import { isClockTime } from '../../time/instant.ts';
import { isDay } from '../../time/day.ts';
import type { ReglementDocument, UnitRules } from '../document.ts';
import { checkCodes, checkName } from './names.ts';
import type { Place } from './place.ts';
import { type PriceScope, checkPrice } from './prices.ts';
import { checkDay } from './scalars.ts';

/** The hours, the neighbours and the prices of a unit. */
export function checkUnit(
  place: Place,
  unit: UnitRules,
  siblings: readonly string[],
  document: ReglementDocument,
  scope: PriceScope,
): void {
  const { startsAt, endsAt, extras = [] } = unit;
  if (!isClockTime(startsAt) || !isClockTime(endsAt)) {
    place.at(['endsAt']).wrong(`horaire illisible (${startsAt} – ${endsAt})`);
  } else if (startsAt >= endsAt) {
    place.at(['endsAt']).wrong(`la fin (${endsAt}) ne suit pas le début (${startsAt})`);
  }
  if (unit.parts.length === 0) place.at(['parts']).wrong('aucune partie de journée');
  unit.excludes.forEach((excluded, at) => {
    const here = place.at(['excludes', at]);
    if (excluded === unit.code) here.wrong('elle s’exclut elle-même');
    else checkName(here, 'units', excluded, siblings);
  });
  checkDatedPrices(place.at(['prices']), unit, document, scope);
  checkCodes(place.at(['extras']), extras, 'le supplément', 'défini');
  extras.forEach(({ code, price }, at) =>
    checkPrice(place.at(['extras', at, 'price'], `supplément « ${code} »`), price, scope),
  );
}

/** Prices in the order of their dates, from the first day of the document on. */
function checkDatedPrices(
  place: Place,
  { prices }: UnitRules,
  { validFrom, validUntil }: ReglementDocument,
  scope: PriceScope,
): void {
  const [first] = prices;
  if (first === undefined) return place.wrong('aucun prix');
  if (isDay(first.validFrom) && first.validFrom > validFrom) {
    place.at([0, 'validFrom']).wrong(`aucun prix avant le ${first.validFrom}`);
  }
  prices.forEach(({ validFrom: from, price }, at) => {
    const here = place.at([at, 'validFrom']);
    const before = prices[at - 1]?.validFrom ?? '';
    if (!checkDay(here, from)) return;
    if (from <= before) here.wrong('les prix ne sont pas dans l’ordre des dates');
    else if (validUntil !== null && validUntil >= validFrom && from > validUntil) {
      here.wrong('ce prix commence après la fin de validité du règlement');
    }
    checkPrice(
      place.at([at, 'price'], prices.length > 1 ? `prix du ${from}` : undefined),
      price,
      scope,
    );
  });
}
