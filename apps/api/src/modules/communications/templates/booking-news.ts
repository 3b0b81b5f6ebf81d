import type { BookingState } from '@preau/domain/bookings/states';

/** What became of a booking in one step: what it was, and what it is since. */
export type BookingStep = `${BookingState} ${BookingState}`;

export type BookingNewsKind =
  | 'offer.accepted'
  | 'offer.declined'
  | 'payment.expired'
  | 'payment.received'
  | 'payment.reminder'
  | 'place.given'
  | 'closure.applied'
  | 'request.unanswered'
  | 'requests.answered';

/** The e-mail about one kind of event: its words, and the steps it tells of, in its order. */
export type BookingNews = {
  readonly subject: string;
  readonly opening: string;
  /** One list each; a booking that has moved on since is no longer told. */
  readonly steps: Readonly<Partial<Record<BookingStep, string>>>;
  readonly action: { readonly label: string; readonly page: 'planning' | 'requests' };
  readonly closing?: string;
};

const toPay = 'À payer pour confirmer';
const seeRequests = { label: 'Voir mes demandes de réservation', page: 'requests' } as const;
const seePlanning = { label: 'Voir le planning', page: 'planning' } as const;

const given = {
  subject: 'Une place vous est attribuée',
  opening:
    'Une place s’est libérée pour un jour que vous attendiez : le service vous l’a attribuée.',
  steps: { 'waitlisted confirmed': 'Réservé', 'waitlisted awaitingPayment': toPay },
  action: seePlanning,
  closing: 'Si ce jour ne vous convient plus, annulez-le sur le planning ou contactez-nous.',
} satisfies BookingNews;

export const bookingNews: Readonly<Record<BookingNewsKind, BookingNews>> = {
  'requests.answered': {
    subject: 'Réponse à votre demande',
    opening: 'Le service a répondu à votre demande.',
    steps: {
      'requested confirmed': 'Accepté, réservé',
      'requested awaitingPayment': 'Accepté, à payer pour confirmer',
      'requested refused': 'Non accepté',
      'cancellationRequested cancelled': 'Annulation acceptée',
      'cancellationRequested confirmed': 'Annulation non acceptée : le jour reste réservé',
    },
    action: seeRequests,
  },
  'request.unanswered': {
    subject: 'Votre demande est restée sans réponse',
    opening:
      'L’accueil commence et le service n’a pas répondu à temps à votre demande. Nous vous prions de nous en excuser.',
    steps: {
      'requested refused': 'Non réservé, rien n’est facturé',
      'cancellationRequested confirmed': 'Toujours réservé : l’annulation n’a pas été acceptée',
    },
    action: seeRequests,
  },
  'payment.reminder': {
    subject: 'Réservation à payer',
    opening: 'Une place vous est gardée jusqu’à son paiement. Sans paiement, elle sera libérée.',
    // Whatever led there: who is reminded is who still has to pay.
    steps: { 'requested awaitingPayment': toPay },
    action: seeRequests,
    closing: 'Si vous avez payé entre-temps, il n’y a rien à faire.',
  },
  'payment.expired': {
    subject: 'Réservation annulée faute de paiement',
    opening:
      'Le paiement n’a pas été reçu à temps : la place n’est plus gardée et rien ne vous est facturé.',
    steps: { 'awaitingPayment expired': 'Annulé' },
    action: seeRequests,
    closing: 'Vous pouvez faire une nouvelle réservation s’il reste de la place.',
  },
  'payment.received': {
    subject: 'Paiement reçu, réservation confirmée',
    opening: 'Le service a reçu votre paiement : la réservation est confirmée.',
    steps: { 'awaitingPayment confirmed': 'Réservé' },
    action: seePlanning,
  },
  'place.given': given,
  'offer.accepted': {
    ...given,
    subject: 'La place proposée est à vous',
    opening: 'Vous avez accepté la place qui vous était proposée.',
    steps: { 'offered confirmed': 'Réservé', 'offered awaitingPayment': toPay },
  },
  'offer.declined': {
    subject: 'La place proposée a été refusée',
    opening:
      'Vous avez refusé la place qui vous était proposée. Elle revient à la famille suivante, et rien ne vous est facturé.',
    steps: { 'offered declined': 'Jour concerné' },
    action: seePlanning,
  },
  'closure.applied': {
    subject: 'Accueil fermé',
    opening: 'Le service ferme l’accueil pour un ou plusieurs jours que vous aviez demandés.',
    steps: {
      'confirmed cancelled': 'Annulé, non facturé',
      'cancellationRequested cancelled': 'Annulé, non facturé',
      'absenceDeclared cancelled': 'Annulé, non facturé',
      'awaitingPayment cancelled': 'Annulé, rien à payer',
      'requested cancelled': 'Demande annulée',
      'waitlisted cancelled': 'Liste d’attente close',
      'offered cancelled': 'Place proposée annulée',
      'confirmed cancelledLate': 'Annulé, facturé',
      'cancellationRequested cancelledLate': 'Annulé, facturé',
      'absenceDeclared cancelledLate': 'Annulé, facturé',
    },
    action: seePlanning,
  },
};
