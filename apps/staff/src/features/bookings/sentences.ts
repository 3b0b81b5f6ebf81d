import type { BookingState } from '@preau/domain/bookings/states';
import { catalogueFr } from '@preau/domain/explain/catalogue-fr';
import type { ExplainContext } from '@preau/domain/explain/catalogue';
import { explain } from '@preau/domain/explain/explain';
import type { Reason } from '@preau/domain/explain/reasons';

/** A reason as it travels: the engine's own object, of which only the code is sure. */
export type WireReason = { readonly code: string };

/** The sentences of some reasons, each once. A code of a newer server has none. */
export function sentencesOf(
  reasons: readonly WireReason[],
  context: ExplainContext,
): readonly string[] {
  const known = reasons.filter(isKnown);
  return [...new Set(known.map((reason) => explain(reason, context)))];
}

const isKnown = (reason: WireReason): reason is Reason => Object.hasOwn(catalogueFr, reason.code);

/** What the staff must have seen before it is done: the family pays more, or pays all the same. */
const consequences: ReadonlySet<string> = new Set<Reason['code']>([
  'latePriceReplaces',
  'lateSurcharge',
  'lateCancellationBilled',
]);

export const isConsequence = ({ code }: WireReason): boolean => consequences.has(code);

/** The state of a booking, as the office reads it. */
export const stateWords: Readonly<Record<BookingState, string>> = {
  requested: 'Demandé',
  confirmed: 'Réservé',
  awaitingPayment: 'À payer',
  refused: 'Refusé',
  cancelled: 'Annulé',
  cancelledLate: 'Annulé hors délai, facturé',
  expired: 'Non payé, annulé',
  cancellationRequested: 'Annulation demandée',
  waitlisted: 'En liste d’attente',
  offered: 'Place proposée',
  declined: 'Proposition déclinée',
  lapsed: 'Attente ou proposition éteinte',
  absenceDeclared: 'Absence signalée',
  attended: 'Présent',
  absentExcused: 'Absent, justifié',
  absentUnexcused: 'Absent, non justifié',
};

/** `Mercredi – Journée avec repas`; not said twice when one names the other. */
export function serviceName(activityLabel: string, unitLabel: string): string {
  const [activity = '', unit = ''] = [activityLabel, unitLabel].map((text) =>
    text.toLocaleLowerCase('fr'),
  );
  return unit.includes(activity) ? unitLabel : `${activityLabel} – ${unitLabel}`;
}
