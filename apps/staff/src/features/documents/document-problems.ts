import { failureOf, problemCodeOf } from '@preau/api-client/failure';
import { problemMessage } from '../../shared/problem-messages.ts';
import type { DocumentState } from './documents.queries.ts';

const decided: Readonly<Record<Exclude<DocumentState, 'sent'>, string>> = {
  accepted: 'Ce document vient d’être accepté par une autre personne.',
  refused: 'Ce document vient d’être refusé par une autre personne.',
  withdrawn: 'La famille a retiré ce document.',
};

/** The sentence of whatever a decision threw. */
export function decisionMessage(error: unknown): string {
  const failure = failureOf(error);
  if (problemCodeOf(error) === 'already-decided' && failure.kind === 'problem') {
    const state = failure.problem.params?.['state'];
    const known = Object.entries(decided).find(([one]) => one === state);
    if (known) return known[1];
  }
  return problemMessage(error);
}
