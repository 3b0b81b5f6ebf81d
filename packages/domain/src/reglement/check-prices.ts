import { type Day, isDay } from '../time/day.ts';
import type { QuotientBand, UnitRules } from './document.ts';

/** Problems of the dated prices of a unit: gaps in time, gaps between bands, amounts. */
export function priceProblems(unit: UnitRules, validFrom: Day): string[] {
  const place = `unité « ${unit.code} »`;
  const first = unit.prices[0];
  if (first === undefined) return [`${place} : aucun prix`];
  const problems: string[] = [];
  if (first.validFrom > validFrom) {
    problems.push(`${place} : aucun prix avant le ${first.validFrom}`);
  }
  let previous = '';
  for (const { validFrom: from, price } of unit.prices) {
    problems.push(...dayProblems(`${place} : la date de prix`, from));
    if (from <= previous) problems.push(`${place} : les prix ne sont pas dans l'ordre des dates`);
    previous = from;
    if (price.kind === 'flat') problems.push(...amountProblems(place, price.cents));
    else problems.push(...bandProblems(place, price.bands));
  }
  return problems;
}

/** A date typed as a day may still come from a file: it must exist. */
export function dayProblems(place: string, written: string): string[] {
  return isDay(written) ? [] : [`${place} « ${written} » n'est pas un jour`];
}

/** An amount a household owes: whole cents, never negative. */
export function amountProblems(place: string, amount: number): string[] {
  return Number.isSafeInteger(amount) && amount >= 0
    ? []
    : [`${place} : le montant ${amount} n'est pas un nombre entier et positif de centimes`];
}

/** Half-open bands that follow one another from 0 leave no quotient out and none twice. */
function bandProblems(place: string, bands: readonly QuotientBand[]): string[] {
  if (bands.length === 0) return [`${place} : aucune tranche de quotient`];
  const problems: string[] = [];
  let expected: number | null = 0;
  for (const { from, below, cents } of bands) {
    if (expected === null) {
      problems.push(`${place} : une tranche suit celle qui n'a pas de borne haute`);
    } else if (from !== expected) {
      problems.push(`${place} : la tranche devrait commencer à ${expected}, pas à ${from}`);
    }
    if (below !== null && !(below > from)) {
      problems.push(`${place} : la tranche de ${from} à ${below} est vide`);
    }
    problems.push(...amountProblems(place, cents));
    expected = below;
  }
  if (expected !== null) problems.push(`${place} : aucune tranche à partir de ${expected}`);
  return problems;
}
