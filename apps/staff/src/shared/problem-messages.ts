import { failureOf } from '@preau/api-client/failure';
import { commonSentences, failureMessage } from '@preau/ui/problems/problem-sentences';

/** The sentence of whatever a call threw, in French. */
export function problemMessage(error: unknown): string {
  return failureMessage(failureOf(error), commonSentences);
}
