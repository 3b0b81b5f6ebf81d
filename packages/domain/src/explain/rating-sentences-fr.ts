import { formatEuros } from '../money/cents.ts';
import type { SentencesOf } from './catalogue.ts';
import { NBSP } from './format-fr.ts';
import type { RatingReason } from './rating-reasons.ts';

export const ratingSentencesFr: SentencesOf<RatingReason> = {
  amountNotStated: () => 'Le règlement ne dit pas ce montant.',
  absenceExcused: ({ cents }) =>
    `Absence excusée${NBSP}: ${formatEuros(cents)} ne sont pas facturés.`,
};
