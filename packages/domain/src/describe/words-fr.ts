import { NBSP, ordinal } from '../explain/format-fr.ts';
import { type Cents, formatEuros } from '../money/cents.ts';
import type { PeriodUnit } from '../reglement/document.ts';

/** `a, b et c`. */
export function joinAnd(items: readonly string[]): string {
  return joined(items, 'et');
}

/** `a, b ou c`. */
export function joinOr(items: readonly string[]): string {
  return joined(items, 'ou');
}

function joined(items: readonly string[], word: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `1 234,5`: at most as many decimals as are written. */
export function numberWords(value: number): string {
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '\u202f');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

/** `50 %`. */
export function percentWords(percent: number): string {
  return `${numberWords(percent)} %`;
}

/** Amounts that are not whole cents keep their decimals: `0,125 €`. */
export function euros(amount: number): string {
  return Number.isInteger(amount)
    ? formatEuros(amount as Cents)
    : `${numberWords(Math.round(amount * 100) / 10_000)} €`;
}

/** `3 enfants`, `1 enfant`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numberWords(count)} ${Math.abs(count) > 1 ? many : one}`;
}

/** The rank of something feminine: `1re`, `3ᵉ`. */
export function ordinalFeminine(rank: number): string {
  return rank === 1 ? '1re' : ordinal(rank);
}

/** As it reads after « par ». */
export const perWords: Readonly<Record<PeriodUnit, string>> = {
  day: 'jour',
  week: 'semaine',
  month: 'mois',
  trimester: 'trimestre',
  period: 'période de vacances ou entre deux vacances',
  calendarYear: 'année civile',
  schoolYear: 'année scolaire',
};

/** As it reads after « 3 fois ». */
export const withinWords: Readonly<Record<Exclude<PeriodUnit, 'day'>, string>> = {
  week: 'dans la semaine',
  month: 'dans le mois',
  trimester: 'dans le trimestre',
  period: 'dans la période',
  calendarYear: 'dans l’année civile',
  schoolYear: 'dans l’année scolaire',
};

/** `quotient de 700 à moins de 1 200`: half-open, as bands are. */
export function quotientRange(from: number | undefined, below: number | null | undefined): string {
  const low = from === undefined || from === 0 ? null : numberWords(from);
  if (below === null || below === undefined) return low === null ? 'tous' : `à partir de ${low}`;
  const high = numberWords(below);
  return low === null ? `moins de ${high}` : `de ${low} à moins de ${high}`;
}

/** `de 3 à 5 ans`, `à partir de 6 ans`, `de moins de 12 ans`. */
export function ageWords(
  from: number | null | undefined,
  below: number | null | undefined,
): string {
  const low = from ?? null;
  const high = below ?? null;
  if (high === null) return low === null ? 'de tous âges' : `à partir de ${counted(low, 'an')}`;
  if (low === null) return `de moins de ${counted(high, 'an')}`;
  return high - 1 === low ? `de ${counted(low, 'an')}` : `de ${low} à ${counted(high - 1, 'an')}`;
}

/** `48 h ouvrées`; from three days on, in days: `5 jours ouvrés`. */
export function answerWithin(hours: number): string {
  return hours >= 72 && hours % 24 === 0 ? `${hours / 24} jours ouvrés` : `${hours} h ouvrées`;
}

/** Typographic apostrophes, and no line cut before a sign or a unit. */
export function typeset(text: string): string {
  return text
    .replaceAll("'", '’')
    .replaceAll(/ (?=[:;!?»%€])/g, NBSP)
    .replaceAll('« ', `«${NBSP}`)
    .replaceAll(/(?<=\d) (?=(?:h|min|ans?|mois|jours?|enfants?|minutes?|fois)\b)/g, NBSP);
}
