import { fromIso, type Instant } from '@preau/domain/time/instant';
import type { CartLine } from '../cart-types.ts';
import { paymentSentences } from '../cart-words.ts';
import { isHold, minutesLeft } from '../hold.ts';

/**
 * What is to be paid and when, before it is confirmed. A hold begins with the confirmation: it is
 * told in minutes, where the moment would have passed by the time one confirms.
 * @param receivedAt the device's time when the quote came, in ms.
 */
export function dueSentences(
  lines: readonly CartLine[],
  receivedAt: number,
  timeZone: string,
): readonly string[] {
  const from = receivedAt as Instant;
  const held = lines.flatMap(({ outcome, dueAt }) =>
    outcome === 'awaitingPayment' && dueAt !== null && isHold(from, fromIso(dueAt))
      ? fromIso(dueAt)
      : [],
  );
  if (held.length === 0) return paymentSentences(lines, timeZone);
  const minutes = minutesLeft(from, Math.min(...held) as Instant);
  const places = held.length > 1 ? 'les places sont tenues' : 'la place est tenue';
  const rest = lines.filter(({ outcome }) => outcome === 'pending');
  return [
    `Une fois la réservation confirmée, ${places} ${rounded(minutes)}, le temps de payer. Sans paiement, rien n’est réservé et rien n’est dû.`,
    ...(rest.length > 0 ? paymentSentences(rest, timeZone) : []),
  ];
}

/** A line without the moment its hold would end if it were confirmed now: it moves on meanwhile. */
export function withoutMovingTerm(line: CartLine, receivedAt: number): CartLine {
  const { dueAt, reasons } = line;
  if (dueAt === null || !isHold(receivedAt as Instant, fromIso(dueAt))) return line;
  return { ...line, reasons: reasons.filter(({ code }) => code !== 'payBefore') };
}

/** The clock of the device may be some minutes off: what a règlement says is a round number. */
function rounded(minutes: number): string {
  return `${Math.max(5, Math.round(minutes / 5) * 5)} minutes`;
}
