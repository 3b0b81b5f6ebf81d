import { formatInstant } from '@preau/domain/explain/format-fr';
import type { Instant } from '@preau/domain/time/instant';
import type { Cell } from './cell.ts';

/**
 * What a day waits for besides a place, in sentences: an answer of the service, a payment.
 * @param now an answer that was due before is told late.
 */
export function awaitedSentences(
  { view, queue }: Pick<Cell, 'view' | 'queue'>,
  timeZone: string,
  now: Instant,
): readonly string[] {
  if (queue === null) return [];
  switch (view.key) {
    case 'pendingAdd':
      return [
        answerWords(queue.answerDueAt, timeZone, now),
        'D’ici là, le jour n’est pas encore réservé et rien n’est facturé. Retirer la demande ne coûte rien.',
      ];
    case 'pendingCancel':
      return [
        answerWords(queue.answerDueAt, timeZone, now),
        'D’ici là, le jour reste réservé : votre enfant est attendu.',
      ];
    case 'awaitingPayment':
      return [
        `La place est gardée pour vous : elle est à payer avant le ${formatInstant(queue.until, timeZone)}.`,
        'Sans paiement d’ici là, la réservation est annulée et la place rendue. Y renoncer ne coûte rien.',
      ];
    default:
      return [];
  }
}

/** By when the service answers, or that it should have. */
function answerWords(dueAt: Instant | null, timeZone: string, now: Instant): string {
  if (dueAt === null) return 'Le service doit encore vous répondre.';
  const due = formatInstant(dueAt, timeZone);
  return dueAt > now
    ? `Le service vous répond au plus tard le ${due}.`
    : `La réponse du service était attendue avant le ${due} : vous pouvez le contacter.`;
}

/** The same in a few words, for a line that tells other things too; `null` for other days. */
export function awaitedInShort(
  { view, queue }: Pick<Cell, 'view' | 'queue'>,
  timeZone: string,
): string | null {
  if (queue === null) return null;
  switch (view.key) {
    case 'pendingAdd':
    case 'pendingCancel':
      return queue.answerDueAt === null
        ? 'réponse du service attendue'
        : `réponse au plus tard le ${formatInstant(queue.answerDueAt, timeZone)}`;
    case 'awaitingPayment':
      return `à payer avant le ${formatInstant(queue.until, timeZone)}`;
    case 'offered':
      return `à accepter avant le ${formatInstant(queue.until, timeZone)}`;
    case 'waitlisted':
      return `en liste d’attente jusqu’au ${formatInstant(queue.until, timeZone)}`;
    default:
      return null;
  }
}
