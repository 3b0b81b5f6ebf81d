import { formatEuros } from '../money/cents.ts';
import type { SentencesOf } from './catalogue.ts';
import { NBSP } from './format-fr.ts';
import type { PriceReason } from './price-reasons.ts';

export const priceSentencesFr: SentencesOf<PriceReason> = {
  flatPrice: ({ cents }) => `Tarif unique${NBSP}: ${formatEuros(cents)}.`,
  quotientPrice: ({ quotient, from, below, cents }) =>
    `Tarif pour un quotient familial de ${quotient} (${bandWords(from, below)})${NBSP}: ${formatEuros(cents)}.`,
  noQuotientPrice: ({ cents }) =>
    `Tarif maximal, faute de quotient familial connu${NBSP}: ${formatEuros(cents)}.`,
  latePriceReplaces: ({ cents, insteadOf }) =>
    `Tarif hors délai${NBSP}: ${formatEuros(cents)} au lieu de ${formatEuros(insteadOf)}.`,
  lateSurcharge: ({ cents }) => `Majoration hors délai${NBSP}: ${formatEuros(cents)} en plus.`,
  lateCancellationBilled: ({ cents }) =>
    `Annulation hors délai${NBSP}: ${formatEuros(cents)} restent facturés.`,
  alreadyBilled: ({ cents }) =>
    `Réservation reprise après une annulation hors délai${NBSP}: ${formatEuros(cents)} déjà facturés ne le seront pas à nouveau.`,
  cancelledInTime: ({ cents }) =>
    `Annulation sans frais${NBSP}: ${formatEuros(cents)} ne seront pas facturés.`,
};

function bandWords(from: number, below: number | null): string {
  if (below === null) return `tranche à partir de ${from}`;
  return from === 0 ? `tranche de moins de ${below}` : `tranche de ${from} à moins de ${below}`;
}
