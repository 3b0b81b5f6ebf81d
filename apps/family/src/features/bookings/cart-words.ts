import { formatInstant } from '@preau/domain/explain/format-fr';
import { fromIso, type Instant } from '@preau/domain/time/instant';
import { isBlocked } from './cart-groups.ts';
import type { CartLine } from './cart-types.ts';

type Line = Pick<CartLine, 'action' | 'outcome' | 'dueAt'>;

/** On the button that confirms: what the service has to accept is sent, the rest is done. */
export function confirmWords(lines: readonly Line[]): string {
  const done = lines.filter((line) => !isBlocked(line));
  const asked = done.filter(({ outcome }) => outcome === 'pending').length;
  if (asked === 0 || asked < done.length) return 'Valider le panier';
  return asked > 1 ? 'Envoyer mes demandes' : 'Envoyer ma demande';
}

/** What is to be paid and by when, or who answers first: one sentence each, the most pressing first. */
export function paymentSentences(lines: readonly Line[], timeZone: string): readonly string[] {
  const toPay = lines.filter(({ outcome }) => outcome === 'awaitingPayment');
  const asked = lines.filter(({ outcome }) => outcome === 'pending');
  const told: string[] = [];
  if (toPay.length > 0) {
    const [first] = duesOf(toPay);
    const places = toPay.length > 1 ? `${toPay.length} places gardées` : 'Une place gardée';
    told.push(
      first === undefined
        ? `${places} pour vous, à payer d’avance.`
        : `${places} pour vous, à payer avant le ${formatInstant(first, timeZone)}.`,
    );
  }
  if (asked.length > 0) {
    const last = duesOf(asked).at(-1);
    const answer =
      last === undefined
        ? 'le service vous répond d’abord.'
        : `le service vous répond au plus tard le ${formatInstant(last, timeZone)}.`;
    told.push(
      toPay.length > 0 ? `Pour le reste, ${answer}` : `Rien n’est à payer maintenant : ${answer}`,
    );
  }
  if (told.length === 0) {
    told.push('Rien n’est à payer maintenant : ce montant s’ajoute à votre facture du mois.');
  }
  return told;
}

/** When the lines fall due, the first at the head. */
function duesOf(lines: readonly Line[]): readonly Instant[] {
  return lines
    .flatMap(({ dueAt }) => (dueAt === null ? [] : [fromIso(dueAt)]))
    .toSorted((one, other) => one - other);
}

/** The day would be possible if others of its week or month were taken with it. */
export const lacksDays = ({ reasons }: Pick<CartLine, 'reasons'>): boolean =>
  reasons.some(({ code }) => code === 'minDays');
