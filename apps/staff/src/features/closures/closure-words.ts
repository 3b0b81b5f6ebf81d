import type { BookingState } from '@preau/domain/bookings/states';
import { formatDayLong, formatDayWithYear } from '@preau/domain/explain/format-fr';
import { day } from '@preau/domain/time/day';
import { capitalised } from '@preau/ui/text/capitalised';
import { counted } from '../../shared/format.ts';
import type { Closure, Impact } from './closures.queries.ts';

/** « Mardi 1er décembre 2026 », « Du lundi 7 au vendredi 11 décembre 2026 » with both days in full. */
export function daysWords(from: string, until: string): string {
  return from === until
    ? capitalised(formatDayWithYear(day(from)))
    : `Du ${formatDayLong(day(from))} au ${formatDayWithYear(day(until))}`;
}

/** « Tous les sites · toutes les activités », or what it is about. */
export function scopeWords({ facility, activity }: Pick<Closure, 'facility' | 'activity'>): string {
  return [facility?.name ?? 'Tous les sites', activity?.label ?? 'toutes les activités'].join(
    ' · ',
  );
}

/** What a closure does to bookings in each state, counted. */
const stateWords: Readonly<Record<BookingState, readonly [one: string, many: string]>> = {
  requested: ['demande sans réponse', 'demandes sans réponse'],
  waitlisted: ['inscription en liste d’attente', 'inscriptions en liste d’attente'],
  offered: ['place proposée', 'places proposées'],
  awaitingPayment: ['réservation à payer', 'réservations à payer'],
  confirmed: ['réservation', 'réservations'],
  cancellationRequested: ['annulation demandée', 'annulations demandées'],
  absenceDeclared: ['absence signalée', 'absences signalées'],
  attended: ['présence', 'présences'],
  absentExcused: ['absence excusée', 'absences excusées'],
  absentUnexcused: ['absence', 'absences'],
  refused: ['demande refusée', 'demandes refusées'],
  cancelled: ['réservation annulée', 'réservations annulées'],
  cancelledLate: ['annulation facturée', 'annulations facturées'],
  expired: ['réservation non payée', 'réservations non payées'],
  declined: ['place déclinée', 'places déclinées'],
  lapsed: ['attente terminée', 'attentes terminées'],
};

/** « 37 réservations, 2 demandes sans réponse » */
export function cancelledWords({ bookings }: Pick<Impact, 'bookings'>): string {
  return bookings.map(({ state, count }) => counted(count, ...stateWords[state])).join(', ');
}
