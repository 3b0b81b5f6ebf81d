import type { Consequence, OccurrenceConsequence, Scope } from '../reglement/document.ts';
import type { Names } from './names.ts';
import { priceWords } from './price-words-fr.ts';
import { euros, joinAnd, numberWords, percentWords } from './words-fr.ts';

/** What a day booked at that stage costs, as it ends a sentence: `au tarif majoré de 50 %`. */
export function bookingConsequence(consequence: Consequence, names: Names): string {
  switch (consequence.kind) {
    case 'normal':
      return 'au tarif normal';
    case 'surcharge':
      return `avec un supplément de ${surchargeWords(consequence, names)}${scopeWords(consequence.scope)}`;
    case 'percentSurcharge':
      return `au tarif majoré de ${percentWords(consequence.percent)}${scopeWords(consequence.scope)}`;
    case 'multiple':
      return `${timesWords(consequence.times, 'tarif')}${scopeWords(consequence.scope)}`;
    case 'replacingPrice':
      return `${particularPrice(consequence, names)}${scopeWords(consequence.scope)}`;
    case 'waitingList':
      return "en liste d'attente, dans l'ordre des demandes";
    case 'refused':
      return "ce n'est plus possible";
    case 'notStated':
      return "le règlement n'indique pas ce qui s'applique alors";
    case 'billedInFull':
    case 'billedInPart':
    case 'billedAtDiscretion':
    case 'credited':
      return cancellingConsequence(consequence, names);
  }
}

/** What a day cancelled at that stage still costs, as it ends a sentence. */
export function cancellingConsequence(consequence: Consequence, names: Names): string {
  switch (consequence.kind) {
    case 'normal':
      return 'sans frais';
    case 'surcharge':
      return `avec ${surchargeWords(consequence, names)} de frais${scopeWords(consequence.scope)}`;
    case 'percentSurcharge':
      return `avec des frais de ${percentWords(consequence.percent)} du prix${scopeWords(consequence.scope)}`;
    case 'multiple':
      return `le jour est facturé ${timesWords(consequence.times, 'tarif')}${scopeWords(consequence.scope)}`;
    case 'replacingPrice':
      return `le jour est facturé ${replacingWords(consequence, names)}${scopeWords(consequence.scope)}`;
    case 'billedInFull':
      return 'le jour reste facturé en entier';
    case 'billedInPart':
      return `${percentWords(consequence.percent)} du prix restent facturés`;
    case 'billedAtDiscretion':
      return discretionWords(consequence);
    case 'credited':
      return 'le jour est facturé, puis rendu en avoir sur des jours suivants';
    case 'refused':
      return "il n'est plus possible d'annuler";
    case 'waitingList':
      return "le jour revient à la liste d'attente";
    case 'notStated':
      return "le règlement n'indique pas ce qui s'applique alors";
  }
}

/** What comes of a presence that was not booked, or of a booking nobody came to. */
export function occurrenceConsequence(
  consequence: OccurrenceConsequence,
  what: 'noShow' | 'unbooked',
  names: Names,
): string {
  switch (consequence.kind) {
    case 'free':
      return "rien n'est facturé";
    case 'normal':
      return 'facturé au prix habituel';
    case 'surcharge':
      return `facturé avec un supplément de ${surchargeWords(consequence, names)}`;
    case 'percentSurcharge':
      return `facturé avec une majoration de ${percentWords(consequence.percent)}`;
    case 'multiple':
      return `facturé ${timesWords(consequence.times, 'tarif')}`;
    case 'replacingPrice':
      return `facturé ${replacingWords(consequence, names)}`;
    case 'refused':
      return what === 'unbooked'
        ? "l'enfant n'est pas accueilli"
        : "l'enfant n'est plus accueilli les jours suivants";
    case 'notStated':
      return "le règlement n'indique pas ce qui s'applique";
  }
}

export function discretionWords(bounds: {
  readonly minPercent: number;
  readonly maxPercent: number;
}): string {
  return `le service décide de la part qui reste facturée, de ${percentWords(bounds.minPercent)} à ${percentWords(bounds.maxPercent)} du prix`;
}

type ByUnit = { readonly centsByUnit?: Readonly<Record<string, number>> | undefined };

function surchargeWords(
  { cents, centsByUnit }: ByUnit & { readonly cents?: number | undefined },
  names: Names,
): string {
  if (cents !== undefined) return euros(cents);
  return byUnitWords({ centsByUnit }, names);
}

function particularPrice(
  consequence: Extract<Consequence, { kind: 'replacingPrice' }>,
  names: Names,
): string {
  const { price } = consequence;
  return price === undefined || price.kind === 'flat'
    ? `au tarif particulier de ${replacingWords(consequence, names)}`
    : `à un tarif particulier, ${priceWords(price, names)}`;
}

function replacingWords(
  { centsByUnit, price }: Extract<Consequence, { kind: 'replacingPrice' }>,
  names: Names,
): string {
  if (price !== undefined) {
    const whatever = price.kind === 'flat' ? ', quel que soit votre quotient' : '';
    return `${priceWords(price, names)}${whatever}`;
  }
  return `${byUnitWords({ centsByUnit }, names)}, quel que soit votre quotient`;
}

/** `4,00 € (Périscolaire matin) et 10,00 € (Périscolaire soir)`; one amount where they are equal. */
export function byUnitWords({ centsByUnit = {} }: ByUnit, names: Names): string {
  const told = names.inUnitOrder(Object.keys(centsByUnit));
  const units = Map.groupBy(told, (unit) => centsByUnit[unit] ?? 0);
  if (units.size === 1) return [...units.keys()].map(euros).join('');
  return joinAnd(
    [...units].map(([cents, same]) => `${euros(cents)} (${joinAnd(same.map(names.unit))})`),
  );
}

function timesWords(times: number, what: string): string {
  if (times === 2) return `au double du ${what}`;
  if (times === 3) return `au triple du ${what}`;
  return `à ${numberWords(times)} fois le ${what}`;
}

function scopeWords(scope: Scope | undefined): string {
  return scope === 'batch' ? ', pour tous les jours de ce mois à cet accueil' : '';
}
