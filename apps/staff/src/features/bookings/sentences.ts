import type { BookingState } from '@preau/domain/bookings/states';
import type { Reason } from '@preau/domain/explain/reasons';
import type { WireReason } from '../../shared/sentences.ts';

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
