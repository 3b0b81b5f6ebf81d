import { formatEuros } from '../money/cents.ts';
import type { SentencesOf } from './catalogue.ts';
import type {
  ConsequenceCause,
  ConsequenceReason,
  PriceChangeReason,
  PriceReason,
} from './price-reasons.ts';
import { NBSP } from './format-fr.ts';
import { pricePatternSentencesFr } from './price-pattern-sentences-fr.ts';
import { decimalFr, quoted, signedEuros } from './price-words-fr.ts';

const priceChangeSentencesFr: SentencesOf<PriceChangeReason> = {
  extraAdded: ({ label, cents }) => `${quoted(label)} en plus${NBSP}: ${formatEuros(cents)}.`,
  priceAdjusted: ({ label, cents }) =>
    `${cents < 0 ? 'Réduction' : 'Supplément'} ${quoted(label)}${NBSP}: ${signedEuros(cents)}.`,
  bandShifted: ({ label, by }) => `${quoted(label)}${NBSP}: ${shiftWords(by)}.`,
  priceReplaced: ({ label, cents, insteadOf }) =>
    `Tarif ${quoted(label)}${NBSP}: ${formatEuros(cents)} au lieu de ${formatEuros(insteadOf)}.`,
};

const consequenceSentencesFr: SentencesOf<ConsequenceReason> = {
  latePriceReplaces: ({ cents, insteadOf, cause }) =>
    `Tarif ${because(cause)}${NBSP}: ${formatEuros(cents)}${insteadOf === undefined ? '' : ` au lieu de ${formatEuros(insteadOf)}`}.`,
  lateSurcharge: ({ cents, percent, cause }) =>
    percent === undefined
      ? `Majoration ${because(cause)}${NBSP}: ${formatEuros(cents)} en plus.`
      : `Majoration de ${decimalFr(percent)}${NBSP}% ${because(cause)}${NBSP}: ${formatEuros(cents)} en plus.`,
  lateMultiple: ({ times, cents, insteadOf, cause }) =>
    `Tarif ${because(cause)}, ${timesWords(times)}${NBSP}: ${formatEuros(cents)} au lieu de ${formatEuros(insteadOf)}.`,
  notCharged: ({ cause, cents }) =>
    `${notChargedFor[cause]}${NBSP}: ${formatEuros(cents)} ne sont pas facturés.`,
  lateCancellationBilled: ({ cents }) =>
    `Annulation hors délai${NBSP}: ${formatEuros(cents)} restent facturés.`,
  cancellationBilledInPart: ({ percent, cents }) =>
    `Annulation${NBSP}: ${decimalFr(percent)}${NBSP}% du prix restent facturés, soit ${formatEuros(cents)}.`,
  cancellationAtDiscretion: ({ minPercent, maxPercent, cents }) =>
    `Annulation${NBSP}: le service décide de la part facturée, de ${decimalFr(minPercent)}${NBSP}% à ${decimalFr(maxPercent)}${NBSP}% du prix, soit ${formatEuros(cents)} au plus.`,
  cancellationFee: ({ cents }) => `Frais d'annulation${NBSP}: ${formatEuros(cents)}.`,
  cancellationCredited: ({ cents }) =>
    `Annulation${NBSP}: ${formatEuros(cents)} restent facturés, et vous seront rendus en avoir sur d'autres jours.`,
  alreadyBilled: ({ cents }) =>
    `Réservation reprise après une annulation hors délai${NBSP}: ${formatEuros(cents)} déjà facturés ne le seront pas à nouveau.`,
  cancelledInTime: ({ cents }) =>
    `Annulation sans frais${NBSP}: ${formatEuros(cents)} ne seront pas facturés.`,
};

export const priceSentencesFr: SentencesOf<PriceReason> = {
  ...pricePatternSentencesFr,
  ...priceChangeSentencesFr,
  ...consequenceSentencesFr,
};

const becauseOf: Readonly<Record<ConsequenceCause, string>> = {
  late: 'hors délai',
  unbooked: 'sans réservation',
  noShow: 'pour absence non excusée',
};

const notChargedFor: Readonly<Record<ConsequenceCause, string>> = {
  late: 'Réservation hors délai sans frais',
  unbooked: 'Présence sans réservation, gratuite',
  noShow: 'Absence sans frais',
};

function because(cause: ConsequenceCause = 'late'): string {
  return becauseOf[cause];
}

function timesWords(times: number): string {
  if (times === 2) return 'le double';
  return times === 3 ? 'le triple' : `${decimalFr(times)} fois le prix`;
}

function shiftWords(by: number): string {
  const count = Math.abs(by);
  const bands = count === 1 ? 'la tranche juste' : `${count}${NBSP}tranches`;
  return `${bands} ${by < 0 ? 'en dessous' : 'au-dessus'}`;
}
