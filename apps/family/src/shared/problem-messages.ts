import { failureOf } from '@preau/api-client/failure';
import {
  type CommonProblemCode,
  commonProblemCodes,
  commonSentences,
  failureMessage,
  type Sentence,
} from '@preau/ui/problems/problem-sentences';

/** Every code the family surface answers with. */
export const problemCodes = [
  ...commonProblemCodes,
  'cart-changed',
  'cart-empty',
  'places-changed',
  'stale-terms',
] as const;

type FamilyCode = Exclude<(typeof problemCodes)[number], CommonProblemCode>;

/** A code without a sentence does not compile. */
const familySentences: Readonly<Record<FamilyCode, Sentence>> = {
  'cart-changed': () =>
    'Le panier a changé entre-temps. Vérifiez les lignes ci-dessous, puis validez à nouveau.',
  'cart-empty': () => 'Votre panier est vide.',
  'stale-terms': () =>
    'Les conditions viennent de changer : lisez la nouvelle version avant de l’accepter.',
  'places-changed': () =>
    'Des places viennent d’être prises. Vérifiez les lignes ci-dessous, puis validez à nouveau.',
};

const sentences = { ...commonSentences, ...familySentences };

/** The sentence of whatever a call threw, in French, for the parent. */
export function problemMessage(error: unknown): string {
  return failureMessage(failureOf(error), sentences);
}
