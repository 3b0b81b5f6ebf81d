import { problemCodeOf } from '@preau/api-client/failure';
import { problemMessage } from '../../shared/problem-messages.ts';

/** What the API answers about enrolments alone: told here, so that no other page carries it. */
const sentences: Readonly<Record<string, string>> = {
  'enrolments-off': 'Les inscriptions ne se demandent plus en ligne. Contactez-nous.',
  'already-decided': 'Le service a répondu entre-temps : voyez sa réponse ci-dessous.',
};

/** The sentence of whatever a call about enrolments threw. */
export function enrolmentMessage(error: unknown): string {
  return sentences[problemCodeOf(error) ?? ''] ?? problemMessage(error);
}
