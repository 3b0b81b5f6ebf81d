import { formatClock } from '../explain/format-fr.ts';
import type { Price, ProRata, QuotientBand, Rounding } from '../reglement/document.ts';
import type { Names } from './names.ts';
import { keyWords, selectorWords } from './selector-words-fr.ts';
import { counted, euros, numberWords, percentWords, perWords, quotientRange } from './words-fr.ts';

/** A price in one line: `3,50 €`, `0,36 % du quotient familial, au moins 1,00 €`. */
export function priceWords(price: Price, names: Names): string {
  switch (price.kind) {
    case 'flat':
      return price.cents === 0 ? 'gratuit' : euros(price.cents);
    case 'quotientBands':
      return `${bandsWords(price, names)}${withoutWords(price.without, names)}`;
    case 'effortRate': {
      const of =
        price.of === 'monthlyResources' ? 'des ressources mensuelles' : 'du quotient familial';
      return `${percentWords(price.percent)} ${of}${boundsWords(price)}${roundingWords(price.rounding)}${withoutWords(price.without, names)}`;
    }
    case 'affine':
      return `${affineWords(price)}${boundsWords(price)}${roundingWords(price.rounding)}${withoutWords(price.without, names)}`;
    case 'sliding':
      return `progressif selon le quotient familial : ${price.points
        .map(({ quotient, cents }) => `${euros(cents)} pour ${numberWords(quotient)}`)
        .join(', ')}${roundingWords(price.rounding)}${withoutWords(price.without, names)}`;
    case 'by':
      return byWords(price, names);
    case 'timeBlocks':
      return timeBlocksWords(price, names);
    case 'byClock':
      return price.steps
        .map(({ upTo, price: step }) => {
          const act = price.of === 'arrival' ? 'arrivée' : 'départ';
          const when = upTo === null ? `${act} plus tard` : `${act} jusqu'à ${formatClock(upTo)}`;
          return `${when} : ${priceWords(step, names)}`;
        })
        .join(' ; ');
    case 'sum':
      return price.parts
        .map((part) => `${priceWords(part.price, names)} (${part.label})`)
        .join(' + ');
    case 'share':
      return `${shareWords(price.percent)} ${priceWords(price.of, names)}${roundingWords(price.rounding)}`;
    case 'bounded':
      return `${priceWords(price.of, names)}${boundsWords(price)}`;
    case 'familyDay':
      return `un prix par jour pour toute la famille, selon le nombre d'enfants ${price.counting === 'booked' ? 'réservés' : 'présents'} : ${Object.entries(
        price.cents,
      )
        .map(([count, cents]) => `${childrenKey(count)}, ${euros(cents)}`)
        .join(' ; ')}`;
    case 'perPeriod':
      return `${priceWords(price.price, names)} par ${perWords[price.per]}, quel que soit le nombre de venues${proRataWords(price.proRata)}`;
    case 'notStated':
      return 'prix non indiqué';
  }
}

/** `moins de 700`, as the first cell of a row or in a line. */
export function bandWords(bands: readonly QuotientBand[], at: number): string {
  const band = bands[at];
  if (!band) return '';
  const below = band.below === undefined ? (bands[at + 1]?.from ?? null) : band.below;
  return quotientRange(band.from, below);
}

/** What the bands give at one place, a row told key by key. */
export function bandAmount(
  band: QuotientBand,
  by: Extract<Price, { kind: 'quotientBands' }>['by'],
  names: Names,
): string {
  if (band.price) return priceWords(band.price, names);
  if (band.cents === undefined) return 'prix non indiqué';
  if (typeof band.cents === 'number') return euros(band.cents);
  const { cents } = band;
  const keys = Object.keys(cents);
  return (by ? names.inKeyOrder(by.kind, keys) : keys)
    .map((key) => `${euros(cents[key] ?? 0)} (${by ? keyWords(by, key, names) : key})`)
    .join(', ');
}

/** What holds without a known quotient. */
export function withoutQuotient(without: Price | undefined, names: Names): string {
  return without === undefined
    ? 'Sans quotient familial connu, le tarif le plus élevé s’applique.'
    : `Sans quotient familial connu : ${priceWords(without, names)}.`;
}

export function proRataWords(proRata: ProRata | undefined): string {
  if (proRata === undefined) return '';
  const days = proRata.count === 'openDays' ? "jours d'ouverture" : 'jours réservés';
  const whole = proRata.outOf === undefined ? '' : `, sur ${proRata.outOf}`;
  return `, au prorata des ${days}${whole}`;
}

function bandsWords(price: Extract<Price, { kind: 'quotientBands' }>, names: Names): string {
  const rows = price.bands.map(
    (band, at) => `${bandWords(price.bands, at)} : ${bandAmount(band, price.by, names)}`,
  );
  return `selon le quotient familial (${rows.join(' ; ')})`;
}

function byWords({ what, cases, otherwise }: Extract<Price, { kind: 'by' }>, names: Names): string {
  const told = names.inKeyOrder(what.kind, Object.keys(cases)).map((key) => {
    const price = cases[key] ?? { kind: 'notStated' };
    return `${keyWords(what, key, names)} : ${priceWords(price, names)}`;
  });
  const rest = otherwise === undefined ? [] : [`autres cas : ${priceWords(otherwise, names)}`];
  return `selon ${selectorWords(what)} (${[...told, ...rest].join(' ; ')})`;
}

const blockNames: Readonly<Record<number, string>> = {
  15: "quart d'heure",
  30: 'demi-heure',
  60: 'heure',
};

const blockCounts = {
  started: (block: string) => `par ${block} (toute tranche commencée est due)`,
  completed: (block: string) => `par ${block} (seules les tranches entières sont dues)`,
  proRata: (block: string) => `par ${block}, au prorata de la durée`,
} as const;

function timeBlocksWords(price: Extract<Price, { kind: 'timeBlocks' }>, names: Names): string {
  return `${priceWords(price.price, names)} ${timeBlocksRule(price)}`;
}

/** `par demi-heure (toute tranche commencée est due), à partir de 16 h 30`. */
export function timeBlocksRule(price: Extract<Price, { kind: 'timeBlocks' }>): string {
  const block = blockNames[price.minutes] ?? `tranche de ${price.minutes} min`;
  const from = price.from === undefined ? '' : `, à partir de ${formatClock(price.from)}`;
  const until = price.until === undefined ? '' : `, jusqu'à ${formatClock(price.until)}`;
  const most = price.maxBlocks === undefined ? '' : `, ${price.maxBlocks} au plus`;
  return `${blockCounts[price.count](block)}${from}${until}${most}`;
}

function affineWords(price: Extract<Price, { kind: 'affine' }>): string {
  const { slope, interceptCents, times } = price;
  const plus =
    interceptCents === 0
      ? ''
      : ` ${interceptCents < 0 ? '−' : '+'} ${euros(Math.abs(interceptCents))}`;
  const sum = `quotient familial × ${numberWords(slope)} €${plus}`;
  return times === undefined || times === 1 ? sum : `(${sum}) × ${numberWords(times)}`;
}

type Bounds = { readonly floorCents?: number | undefined; readonly capCents?: number | undefined };

function boundsWords({ floorCents, capCents }: Bounds): string {
  const floor =
    floorCents === undefined || floorCents === 0 ? [] : [`au moins ${euros(floorCents)}`];
  const cap = capCents === undefined ? [] : [`au plus ${euros(capCents)}`];
  const bounds = [...floor, ...cap];
  return bounds.length === 0 ? '' : `, ${bounds.join(' et ')}`;
}

const roundingModes = { halfUp: '', up: ' supérieurs', down: ' inférieurs' } as const;

/** Rounding to the cent is what everybody expects. */
function roundingWords(rounding: Rounding | undefined): string {
  if (rounding === undefined || (rounding.toCents === 1 && rounding.mode === 'halfUp')) return '';
  return `, arrondi aux ${counted(rounding.toCents, 'centime')}${roundingModes[rounding.mode]}`;
}

function withoutWords(without: Price | undefined, names: Names): string {
  return without === undefined ? '' : ` ; sans quotient connu : ${priceWords(without, names)}`;
}

function shareWords(percent: number): string {
  if (percent === 200) return 'le double de';
  return percent === 50 ? 'la moitié de' : `${percentWords(percent)} de`;
}

function childrenKey(key: string): string {
  const count = Number.parseInt(key, 10);
  return key.endsWith('+') ? `${counted(count, 'enfant')} et plus` : counted(count, 'enfant');
}
