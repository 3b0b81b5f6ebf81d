import type { BookingState } from '@preau/domain/bookings/states';
import type { ExplainContext } from '@preau/domain/explain/catalogue';
import type { Reason } from '@preau/domain/explain/reasons';
import { formatDayShort } from '@preau/domain/explain/format-fr';
import { day } from '@preau/domain/time/day';
import { sentencesOf } from '../sentences.ts';
import type { OwnRequest, RequestedDay } from './requests.queries.ts';

/** Where a request stands as a whole, what asks for something first. */
export type RequestStatus =
  | 'toPay'
  | 'pending'
  | 'refused'
  | 'partly'
  | 'unpaid'
  | 'partlyUnpaid'
  | 'accepted'
  | 'over';

type Kind = OwnRequest['kind'];

/** What a day of a request came to. */
type DayOutcome = 'toPay' | 'pending' | 'refused' | 'unpaid' | 'accepted' | 'over';

const bookingOutcomes: Readonly<Partial<Record<BookingState, DayOutcome>>> = {
  requested: 'pending',
  awaitingPayment: 'toPay',
  refused: 'refused',
  cancelled: 'over',
  cancelledLate: 'over',
  expired: 'unpaid',
};

const cancellationOutcomes: Readonly<Partial<Record<BookingState, DayOutcome>>> = {
  cancellationRequested: 'pending',
  cancelled: 'accepted',
  cancelledLate: 'accepted',
};

/** A day that was to be cancelled and goes on has been kept by the service. */
const outcomeOf = (kind: Kind, { state }: Pick<RequestedDay, 'state'>): DayOutcome =>
  kind === 'booking'
    ? (bookingOutcomes[state] ?? 'accepted')
    : (cancellationOutcomes[state] ?? 'refused');

/** Where a request stands. */
export function statusOf({
  kind,
  days,
}: {
  readonly kind: Kind;
  readonly days: readonly Pick<RequestedDay, 'state'>[];
}): RequestStatus {
  const met = new Set(days.map((one) => outcomeOf(kind, one)));
  if (met.has('toPay')) return 'toPay';
  if (met.has('pending')) return 'pending';
  if (met.has('refused')) return met.has('accepted') ? 'partly' : 'refused';
  if (met.has('unpaid')) return met.has('accepted') ? 'partlyUnpaid' : 'unpaid';
  return met.has('accepted') ? 'accepted' : 'over';
}

/** What a day is, in a word or two. */
export function dayWord(kind: Kind, state: BookingState): string {
  return kind === 'booking'
    ? bookingWords[state]
    : (cancellationWords[state] ?? 'Annulation refusée');
}

const bookingWords: Readonly<Record<BookingState, string>> = {
  requested: 'En attente de réponse',
  waitlisted: 'En liste d’attente',
  offered: 'Place proposée',
  awaitingPayment: 'Place gardée, à payer',
  confirmed: 'Accepté, réservé',
  cancellationRequested: 'Accepté, annulation demandée depuis',
  absenceDeclared: 'Accepté, absence signalée depuis',
  attended: 'Accepté, votre enfant était présent',
  absentExcused: 'Accepté, votre enfant était absent',
  absentUnexcused: 'Accepté, votre enfant était absent',
  refused: 'Refusé',
  cancelled: 'Annulé',
  cancelledLate: 'Annulé hors délai, facturé',
  expired: 'Non payé à temps, annulé',
  declined: 'Place refusée',
  lapsed: 'Proposition sans réponse',
};

const cancellationWords: Readonly<Partial<Record<BookingState, string>>> = {
  cancellationRequested: 'Annulation en attente de réponse',
  confirmed: 'Annulation refusée, le jour reste réservé',
  cancelled: 'Annulation acceptée',
  cancelledLate: 'Annulation acceptée, jour facturé',
};

/** Days of a request that came to the same, for the same reasons. */
export type DayGroup = {
  readonly key: string;
  readonly word: string;
  readonly state: BookingState;
  readonly unitLabel: string;
  readonly days: readonly RequestedDay[];
  /** Why, in sentences. */
  readonly why: readonly string[];
  /** In cents; 0 where nothing is owed for them. */
  readonly cents: number;
};

/** What tells why a day came to what it is; what was said when it was asked is left out. */
const answers: ReadonlySet<string> = new Set<Reason['code']>([
  'requestRefused',
  'requestUnanswered',
  'cancellationRefused',
  'payBefore',
  'paymentExpired',
  'paidToStaff',
  'closedByService',
]);

/** A term of payment is told until it is paid, or over. */
const tellsOf = ({ state }: RequestedDay, code: string): boolean =>
  answers.has(code) && (code !== 'payBefore' || state === 'awaitingPayment');

/** The days of a request, together where they came to the same. */
export function dayGroupsOf({ kind, days }: OwnRequest, context: ExplainContext): DayGroup[] {
  const told = days.map((one) => ({
    one,
    why: sentencesOf(
      one.reasons.filter(({ code }) => tellsOf(one, code)),
      context,
    ),
  }));
  const groups = Map.groupBy(told, ({ one, why }) => [one.unit, one.state, ...why].join('/'));
  return [...groups].flatMap(([key, members]) => {
    const [first] = members;
    if (!first) return [];
    const own = members
      .map(({ one }) => one)
      .toSorted((one, other) => (one.on < other.on ? -1 : 1));
    const { state, unitLabel } = first.one;
    return {
      key,
      word: dayWord(kind, state),
      state,
      unitLabel,
      days: own,
      why: first.why,
      cents: isOwed(kind, state) ? own.reduce((total, { cents }) => total + cents, 0) : 0,
    };
  });
}

/** What a day costs is told while it is asked for, or booked. */
const isOwed = (kind: Kind, state: BookingState): boolean =>
  kind === 'booking' && !['over', 'refused', 'unpaid'].includes(outcomeOf(kind, { state }));

/** More days than that are told by the first and the last. */
const fewDays = 6;

/** `mar. 1er déc., jeu. 3 déc.`, or `18 jours, du mar. 1er déc. au jeu. 24 déc.`. */
export function daysWords(days: readonly Pick<RequestedDay, 'on'>[]): string {
  const dates = days.map(({ on }) => formatDayShort(day(on)));
  if (dates.length <= fewDays) return dates.join(', ');
  return `${dates.length} jours, du ${dates[0]} au ${dates.at(-1)}`;
}

/** The first term to come of days that are to be paid, or `null`. */
export function payBeforeOf(days: readonly Pick<RequestedDay, 'state' | 'until'>[]): string | null {
  const terms = days.flatMap(({ state, until }) =>
    state === 'awaitingPayment' ? (until ?? []) : [],
  );
  return terms.toSorted()[0] ?? null;
}
