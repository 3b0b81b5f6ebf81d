import { failureOf } from '@preau/api-client/failure';
import {
  type CommonProblemCode,
  commonProblemCodes,
  commonSentences,
  failureMessage,
  type Sentence,
} from '@preau/ui/problems/problem-sentences';

/** Every code the staff surface answers with. */
export const problemCodes = [...commonProblemCodes, 'account-active', 'account-disabled'] as const;

type StaffCode = Exclude<(typeof problemCodes)[number], CommonProblemCode>;

/** A code without a sentence does not compile. */
const staffSentences: Readonly<Record<StaffCode, Sentence>> = {
  'account-active': () =>
    'Cette personne a déjà choisi son mot de passe : elle n’a pas besoin d’invitation.',
  'account-disabled': () => 'Cet accès est désactivé : aucune invitation ne peut partir.',
};

const sentences = { ...commonSentences, ...staffSentences };

/** The sentence of whatever a call threw, in French, for the member of staff. */
export function problemMessage(error: unknown): string {
  return failureMessage(failureOf(error), sentences);
}
