import { type Cents, cents as centsOf, formatEuros } from '../money/cents.ts';
import type { PeriodUnit } from '../reglement/vocabulary/profile-rules.ts';
import { NBSP } from './format-fr.ts';

/** Words that sentences on prices share. */

/** `0,36`; `1 234` keeps its digits together. */
export function decimalFr(value: number): string {
  return String(value).replace('.', ',');
}

/** « Habitant ». */
export function quoted(label: string): string {
  return `«${NBSP}${label}${NBSP}»`;
}

/** `+ 1,00 €`, `- 2,74 €`. */
export function signedEuros(amount: Cents): string {
  return `${amount < 0 ? '-' : '+'}${NBSP}${formatEuros(centsOf(Math.abs(amount)))}`;
}

/** As it reads after « le tarif »: `du mois`. */
export const ofPeriodFr: Readonly<Record<PeriodUnit, string>> = {
  day: 'du jour',
  week: 'de la semaine',
  month: 'du mois',
  trimester: 'du trimestre',
  period: 'de la période',
  calendarYear: "de l'année civile",
  schoolYear: "de l'année scolaire",
};
