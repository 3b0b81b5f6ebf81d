import type { Price, QuotientBand } from '../document.ts';
import type { Place } from './place.ts';
import { checkAmount, checkQuotient } from './scalars.ts';
import { type PriceScope, checkKeys } from './selectors.ts';

type Bands = Extract<Price, { readonly kind: 'quotientBands' }>;

/** Half-open bands that follow one another from 0 leave no quotient out and none twice. */
export function checkBands(place: Place, { by, bands }: Bands, scope: PriceScope): void {
  const here = place.at(['bands']);
  const [first] = bands;
  if (first === undefined) return here.wrong('aucune tranche de quotient');
  bands.forEach((band, at) => {
    checkQuotient(here.at([at, 'from']), band.from);
    checkQuotient(here.at([at, 'below']), band.below ?? undefined);
    checkBandAmount(here.at([at]), band, by, scope);
  });
  if (first.from > 0) here.at([0]).unsaid(noPrice(0, first.from));
  bands.forEach((band, at) => checkNext(here, band, bands[at + 1], at));
}

/** The upper bound of a band, and the lower one of the next. */
function checkNext(
  place: Place,
  { from, below }: QuotientBand,
  next: QuotientBand | undefined,
  at: number,
): void {
  const here = place.at([at]);
  if (typeof below === 'number' && !(below > from)) {
    return here.at(['below']).wrong(`la tranche de ${from} à moins de ${below} est vide`);
  }
  if (next === undefined) {
    if (typeof below === 'number')
      here.at(['below']).unsaid(`aucun tarif pour un quotient de ${below} ou plus`);
    return;
  }
  const after = place.at([at + 1, 'from']);
  if (below === null) after.wrong('une tranche suit celle qui n’a pas de borne haute');
  else if (next.from <= from)
    after.wrong(`les tranches ne sont pas dans l’ordre : ${next.from} suit ${from}`);
  else if (below !== undefined && below > next.from) {
    after.wrong(`deux tarifs pour un quotient de ${next.from} à moins de ${below}`);
  } else if (below !== undefined && below < next.from) after.unsaid(noPrice(below, next.from));
}

/** One amount, a row of them where the table has keys, or a price of its own. */
function checkBandAmount(
  place: Place,
  { cents, price }: QuotientBand,
  by: Bands['by'],
  scope: PriceScope,
): void {
  if ((cents === undefined) === (price === undefined)) {
    return place.wrong('une tranche a un montant (cents) ou un prix (price), l’un des deux');
  }
  if (cents === undefined) return;
  const here = place.at(['cents']);
  if (typeof cents === 'number') {
    checkAmount(here, cents);
    if (by !== undefined)
      here.wrong('la table a des colonnes (by) : un montant par colonne est attendu');
    return;
  }
  for (const [key, amount] of Object.entries(cents)) checkAmount(here.at([key]), amount);
  if (by === undefined)
    here.wrong('la table n’a pas de colonnes : dites « by », ou un seul montant');
  else checkKeys(here, by, Object.keys(cents), false, scope);
}

function noPrice(from: number, below: number): string {
  return `aucun tarif pour un quotient de ${from} à moins de ${below}`;
}
