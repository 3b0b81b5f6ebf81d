import { formatEuros } from '../money/cents.ts';
import type { Counting } from '../reglement/vocabulary/profile-rules.ts';
import type { SentencesOf } from './catalogue.ts';
import { NBSP, formatClock, ordinal } from './format-fr.ts';
import type { PriceBound, PricePatternReason } from './price-reasons.ts';
import { decimalFr, ofPeriodFr, quoted } from './price-words-fr.ts';

type Of<Code extends PricePatternReason['code']> = Extract<PricePatternReason, { code: Code }>;

/** One sentence per pattern of price, with what it was computed from. */
export const pricePatternSentencesFr: SentencesOf<PricePatternReason> = {
  flatPrice: ({ cents }) => `Tarif unique${NBSP}: ${formatEuros(cents)}.`,
  quotientPrice: ({ quotient, from, below, cents }) =>
    `Tarif pour un quotient familial de ${decimalFr(quotient)} (${bandWords(from, below)})${NBSP}: ${formatEuros(cents)}.`,
  shiftedBandPrice: ({ from, below, cents }) =>
    `Tarif de la ${bandWords(from, below)}${NBSP}: ${formatEuros(cents)}.`,
  noQuotientPrice: ({ cents }) =>
    `Tarif maximal, faute de quotient familial connu${NBSP}: ${formatEuros(cents)}.`,
  withoutQuotientPrice: ({ cents }) =>
    `Tarif des foyers sans quotient familial connu${NBSP}: ${formatEuros(cents)}.`,
  effortPrice: ({ percent, of, base, cents, bound }) =>
    `Tarif à l'effort${NBSP}: ${decimalFr(percent)}${NBSP}% ${baseWords(of, base)}, soit ${formatEuros(cents)}${boundWords(bound)}.`,
  affinePrice,
  slidingPrice,
  casePrice: (reason) => `${caseWords(reason)}${NBSP}: ${formatEuros(reason.cents)}.`,
  frequencyPrice: ({ regular, regularFrom, per, cents }) =>
    `Tarif ${regular ? 'régulier, à partir' : 'occasionnel, à moins'} de ${regularFrom}${NBSP}${regularFrom > 1 ? 'présences' : 'présence'} au cours ${ofPeriodFr[per]}${NBSP}: ${formatEuros(cents)}.`,
  countPrice: ({ count, of, per, cents }) =>
    `Tarif pour ${count}${NBSP}${of === 'distinctDays' ? 'jour' : 'présence'}${count > 1 ? 's' : ''} au cours ${ofPeriodFr[per]}${NBSP}: ${formatEuros(cents)}.`,
  timeBlocksPrice,
  clockPrice: ({ of, at, upTo, cents }) =>
    `${of === 'arrival' ? 'Arrivée' : 'Départ'} à ${formatClock(at)}${upTo === null ? '' : ` (tarif jusqu'à ${formatClock(upTo)})`}${NBSP}: ${formatEuros(cents)}.`,
  summedPrice: ({ parts, cents }) =>
    `${parts.map((part) => `${part.label}${NBSP}: ${formatEuros(part.cents)}`).join(' + ')}, soit ${formatEuros(cents)}.`,
  sharePrice: ({ percent, ofCents, cents }) =>
    `${decimalFr(percent)}${NBSP}% de ${formatEuros(ofCents)}, soit ${formatEuros(cents)}.`,
  boundedPrice: ({ bound, insteadOf }) =>
    bound.kind === 'cap'
      ? `Jamais plus de ${formatEuros(bound.cents)}, au lieu de ${formatEuros(insteadOf)}.`
      : `Jamais moins de ${formatEuros(bound.cents)}, au lieu de ${formatEuros(insteadOf)}.`,
  familyDayPrice: ({ children, cents }) =>
    `Tarif de la famille pour ${children}${NBSP}${children > 1 ? 'enfants' : 'enfant'} ce jour${NBSP}: ${formatEuros(cents)}.`,
  periodPrice: ({ per, cents }) => `Forfait ${ofPeriodFr[per]}${NBSP}: ${formatEuros(cents)}.`,
};

function affinePrice(reason: Of<'affinePrice'>): string {
  const { quotient, slope, interceptCents, times, cents, bound } = reason;
  const product = `${decimalFr(quotient)} × ${decimalFr(slope)}`;
  const constant =
    interceptCents === 0
      ? ''
      : ` ${interceptCents < 0 ? '-' : '+'} ${decimalFr(Math.abs(interceptCents) / 100)}`;
  const formula =
    times === 1 ? `${product}${constant}` : `(${product}${constant}) × ${decimalFr(times)}`;
  return `Tarif calculé sur le quotient familial${NBSP}: ${formula}, soit ${formatEuros(cents)}${boundWords(bound)}.`;
}

function slidingPrice({ quotient, before, after, cents }: Of<'slidingPrice'>): string {
  const asked = `Tarif progressif pour un quotient familial de ${decimalFr(quotient)}`;
  const between =
    before.quotient === after.quotient
      ? ''
      : ` (entre ${formatEuros(before.cents)} à ${decimalFr(before.quotient)} et ${formatEuros(after.cents)} à ${decimalFr(after.quotient)})`;
  return `${asked}${between}${NBSP}: ${formatEuros(cents)}.`;
}

function timeBlocksPrice(reason: Of<'timeBlocksPrice'>): string {
  const { count, blockMinutes, minutes, blocks, eachCents, cents } = reason;
  const price = formatEuros(eachCents);
  if (count === 'proRata') {
    return `${minutesWords(minutes)} à ${price} ${perBlock(blockMinutes)}${NBSP}: ${formatEuros(cents)}.`;
  }
  const several = blocks > 1;
  const what = `${blockNoun(blockMinutes, several)} ${count === 'started' ? 'commencée' : 'complète'}${several ? 's' : ''}`;
  const agreed = isMasculine(blockMinutes) ? masculine(what) : what;
  return `${blocks}${NBSP}${agreed} à ${price}${NBSP}: ${formatEuros(cents)}.`;
}

function bandWords(from: number, below: number | null): string {
  if (below === null) return `tranche à partir de ${decimalFr(from)}`;
  return from === 0
    ? `tranche de moins de ${decimalFr(below)}`
    : `tranche de ${decimalFr(from)} à moins de ${decimalFr(below)}`;
}

function baseWords(of: 'quotient' | 'monthlyResources', base: number): string {
  return of === 'quotient'
    ? `d'un quotient familial de ${decimalFr(base)}`
    : `de ressources mensuelles de ${decimalFr(base)}${NBSP}€`;
}

function boundWords(bound: PriceBound | null): string {
  if (bound === null) return '';
  return bound.kind === 'floor'
    ? ` (plancher${NBSP}: ${formatEuros(bound.cents)})`
    : ` (plafond${NBSP}: ${formatEuros(bound.cents)})`;
}

const countedFr: Readonly<Record<Counting, readonly [one: string, several: string]>> = {
  registered: ['inscrit', 'inscrits'],
  booked: ['réservé ce jour', 'réservés ce jour'],
  present: ['présent ce jour', 'présents ce jour'],
  dependent: ['à charge', 'à charge'],
};

const weekdaysFr: Readonly<Record<string, string>> = {
  1: 'lundi',
  2: 'mardi',
  3: 'mercredi',
  4: 'jeudi',
  5: 'vendredi',
  6: 'samedi',
  7: 'dimanche',
};

function caseWords({ what, key, label, counting }: Of<'casePrice'>): string {
  if (key === null) return 'Tarif ordinaire';
  const number = key.replace('+', '');
  const more = key.endsWith('+') ? ' et plus' : '';
  switch (what) {
    case 'weekday':
      return `Tarif du ${weekdaysFr[key] ?? key}`;
    case 'season':
      return key === 'holidays' ? 'Tarif des vacances scolaires' : 'Tarif du temps scolaire';
    case 'rank':
      return `Tarif du ${ordinal(Number(number))} enfant${more}${countedWords(counting, false)}`;
    case 'children': {
      const several = number !== '1' || more !== '';
      return `Tarif pour ${number}${NBSP}${several ? 'enfants' : 'enfant'}${more}${countedWords(counting, several)}`;
    }
    case 'residence':
    case 'scheme':
    case 'group':
    case 'mode':
    case 'flag':
    case 'frequency':
    case 'count':
      return `Tarif ${quoted(label)}`;
  }
}

function countedWords(counting: Counting | null, several: boolean): string {
  return counting === null ? '' : ` ${countedFr[counting][several ? 1 : 0]}`;
}

function isMasculine(minutes: number): boolean {
  return minutes === 15;
}

function masculine(words: string): string {
  return words.replace('commencée', 'commencé').replace('complète', 'complet');
}

function blockNoun(minutes: number, several: boolean): string {
  const s = several ? 's' : '';
  if (minutes === 15) return `quart${s} d'heure`;
  if (minutes === 30) return `demi-heure${s}`;
  if (minutes === 60) return `heure${s}`;
  return `tranche${s} de ${minutes}${NBSP}min`;
}

function perBlock(minutes: number): string {
  return minutes === 60
    ? "l'heure"
    : `${minutes === 15 ? 'le' : 'la'} ${blockNoun(minutes, false)}`;
}

function minutesWords(minutes: number): string {
  return minutes < 60
    ? `${minutes}${NBSP}min`
    : `${Math.floor(minutes / 60)}${NBSP}h${minutes % 60 === 0 ? '' : `${NBSP}${String(minutes % 60).padStart(2, '0')}`}`;
}
