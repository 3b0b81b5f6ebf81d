import type { BookingState } from '@preau/domain/bookings/states';
import { formatDayLong, formatInstant } from '@preau/domain/explain/format-fr';
import { type Day, day } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import type { ExpectedDocument, OwnRequest } from '../../shared/waiting-for-you.ts';

/** Something to do, in a title and a line. */
export type TaskWords = {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
};

/** Requests with days in a state, of which only those days are kept. */
function withDays(requests: readonly OwnRequest[], state: BookingState) {
  return requests.flatMap((request) => {
    const days = request.days.filter((one) => one.state === state);
    return days.length > 0 ? [{ ...request, days }] : [];
  });
}

const whose = ({ activity, child }: OwnRequest): string => `${activity.label}, ${child.firstName}`;

/** Accepted requests whose days are to be paid, the first term at the head. */
export function toPayWords(requests: readonly OwnRequest[], timeZone: string): TaskWords[] {
  return withDays(requests, 'awaitingPayment')
    .map((request) => ({
      request,
      until: request.days.flatMap(({ until }) => until ?? []).toSorted()[0] ?? '',
    }))
    .toSorted((one, other) => one.until.localeCompare(other.until))
    .map(({ request, until }) => ({
      key: `payer-${request.id}`,
      title: `À payer : ${whose(request)}, ${daysOf(request.days)}`,
      detail:
        until === ''
          ? 'La place est gardée pour vous.'
          : `Avant le ${formatInstant(fromIso(until), timeZone)}, sinon la place est rendue`,
    }));
}

/** Requests refused for days that are still to come. */
export function refusedWords(requests: readonly OwnRequest[], today: Day): TaskWords[] {
  const bookings = requests.filter(({ kind }) => kind === 'booking');
  return withDays(bookings, 'refused').flatMap((request) => {
    const days = request.days.filter(({ on }) => on >= today);
    if (days.length === 0) return [];
    return {
      key: `refus-${request.id}`,
      title: `Demande refusée : ${whose(request)}, ${daysOf(days)}`,
      detail: 'Voir la réponse du service',
    };
  });
}

/** `mardi 1er décembre`, or how many days. */
function daysOf(days: OwnRequest['days']): string {
  const [first, ...others] = days;
  if (!first) return '';
  return others.length === 0 ? formatDayLong(day(first.on)) : `${days.length} jours`;
}

/** More of them are counted, not listed. */
const fewDocuments = 2;

/**
 * Documents to send: those that keep from enrolling or booking one by one while they are few, else
 * in one line.
 */
export function missingWords(documents: readonly ExpectedDocument[]): TaskWords[] {
  const blocking = documents.filter((one) => one.blocking);
  if (blocking.length > fewDocuments) {
    return [
      {
        key: 'documents',
        title: `${blocking.length} documents attendus`,
        detail: blockedWords(blocking),
      },
    ];
  }
  return blocking.map((one) => ({
    key: `document-${one.code}-${one.child?.id ?? ''}`,
    title: `${one.state === 'expired' ? 'Document à renouveler' : 'Document attendu'} : ${one.label}${
      one.child ? `, ${one.child.firstName}` : ''
    }`,
    detail: blockedWords([one]),
  }));
}

function blockedWords(documents: readonly ExpectedDocument[]): string {
  const blocks = new Set(documents.flatMap((one) => one.blocks));
  const what = [
    ...(blocks.has('enrolment') ? ['inscrire'] : []),
    ...(blocks.has('booking') ? ['réserver'] : []),
  ];
  return `À envoyer pour pouvoir ${what.join(' et ')}`;
}
