import type { GetHistoryResponse } from '@preau/api-client/family';
import type { BookingState } from '@preau/domain/bookings/states';

export type Entry = GetHistoryResponse['items'][number];
export type Confirmation = Extract<Entry, { kind: 'confirmation' }>;
export type Change = Extract<Entry, { kind: 'change' }>;
export type Result = Confirmation['lines'][number]['result'];

type Who = Entry['who'];

/** Who did it, as the beginning of a sentence. */
export function actorWords({ kind, name }: Who): string {
  switch (kind) {
    case 'you':
      return 'Vous';
    case 'guardian':
      return name ?? 'L’autre parent';
    case 'service':
      return 'Le service';
    case 'system':
      return 'Le portail';
  }
}

/** « Vous avez validé un panier », « Le service a enregistré des réservations ». */
export function confirmationSentence({ who }: Pick<Confirmation, 'who'>): string {
  const verb = who.kind === 'you' ? 'avez' : 'a';
  const done =
    who.kind === 'service' || who.kind === 'system'
      ? 'enregistré des changements'
      : 'validé le panier';
  return `${actorWords(who)} ${verb} ${done}`;
}

/** What became of a line. */
export const resultWords: Readonly<Record<Result, string>> = {
  booked: 'Réservé',
  cancelled: 'Annulé',
  waitlisted: 'Mis en liste d’attente',
  requested: 'Demandé',
  cancellationRequested: 'Annulation demandée',
  toPay: 'Place gardée, à payer',
  notDone: 'Non effectué',
};

/** What a single change made of a booking. */
export const changeWords: Readonly<Record<BookingState, string>> = {
  requested: 'Demandé',
  waitlisted: 'Mis en liste d’attente',
  offered: 'Place proposée',
  awaitingPayment: 'À payer',
  confirmed: 'Réservé',
  cancellationRequested: 'Annulation demandée',
  absenceDeclared: 'Absence signalée',
  attended: 'Présence enregistrée',
  absentExcused: 'Absence justifiée',
  absentUnexcused: 'Absence non justifiée',
  refused: 'Refusé',
  cancelled: 'Annulé',
  cancelledLate: 'Annulé hors délai, facturé',
  expired: 'Non payé, annulé',
  declined: 'Place refusée',
  lapsed: 'Proposition sans réponse, place rendue',
};

/** What it became; an offer or a wait that ended without a place is said for what it was. */
export function changeSentence({ from, to }: Pick<Change, 'from' | 'to'>): string {
  if (to === 'lapsed' && from === 'waitlisted') return 'Liste d’attente close, sans place libérée';
  if (to === 'cancelled' && from === 'waitlisted') return 'Retiré de la liste d’attente';
  if (to === 'confirmed' && from === 'offered') return 'Place acceptée, réservé';
  return changeWords[to];
}
