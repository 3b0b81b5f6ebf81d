import type { CellView } from '@preau/domain/bookings/cell-view';
import type { BookingState } from '@preau/domain/bookings/states';
import { dayEndingAt, formatClock, formatDayShort, ordinal } from '@preau/domain/explain/format-fr';
import { fromIso, type Instant, localDayOf, localTimeOf } from '@preau/domain/time/instant';
import type { Planning } from './bookings.queries.ts';
import type { QueuePlace } from './queue-place.ts';
import { isOpening, isWindowOver, type WireReason } from './wire-reasons.ts';
import type { Ways } from './ways.ts';

/** What a cell is known by, beside its state's own word. */
type Known = {
  readonly state: BookingState | null;
  readonly view: Pick<CellView, 'key'>;
  readonly queue: QueuePlace | null;
  readonly ways: Ways;
  readonly reasons: readonly WireReason[];
  readonly planning: Pick<Planning, 'now' | 'timeZone'>;
};

/** What is known more exactly than the word of the state: a rank, a date, who accepts. */
export function exactWord(known: Known): string | undefined {
  const { state, view, queue, ways, reasons, planning } = known;
  switch (view.key) {
    case 'free':
      return ways.acceptance === 'staff' ? 'Demander' : undefined;
    case 'add':
      return ways.acceptance === 'staff' ? 'À envoyer' : undefined;
    case 'remove':
      return state === 'requested' ? 'À retirer' : undefined;
    case 'waitlisted':
      return queue?.rank ? `File : ${ordinal(queue.rank)}` : undefined;
    case 'awaitingPayment':
      return queue ? `À payer ${termWords(queue.until, planning)}` : undefined;
    case 'deadline':
      // Nothing can be done any more, and the day is owed: « Hors délai » would hide it.
      if (state === 'cancelledLate') return 'Annulé, facturé';
      return reasons.some(isWindowOver) ? 'Clos' : undefined;
    case 'notOpenYet':
      return openingWord(reasons, planning);
    case 'notEnrolled':
      return enrolmentWords[ways.enrolment];
    default:
      return undefined;
  }
}

/** Until an enrolment is accepted, nothing can be booked: how far it is. */
const enrolmentWords: Readonly<Record<Ways['enrolment'], string | undefined>> = {
  accepted: undefined,
  requested: 'Inscription demandée',
  incomplete: 'Inscription à compléter',
  waitlisted: 'Inscription en attente',
};

/** `d’ici au 25 nov.`, or `avant 10 h 42` where it is a matter of hours. */
export function termWords(
  until: Instant,
  { now, timeZone }: Pick<Planning, 'now' | 'timeZone'>,
): string {
  const lastDay = dayEndingAt(until, timeZone) ?? localDayOf(until, timeZone);
  return lastDay === localDayOf(fromIso(now), timeZone)
    ? `avant ${dayEndingAt(until, timeZone) ? 'minuit' : formatClock(localTimeOf(until, timeZone))}`
    : `d’ici au ${dateOf(formatDayShort(lastDay))}`;
}

/** `Ouvre le 1er déc.`; nothing where the date is still to be announced. */
function openingWord(
  reasons: readonly WireReason[],
  { timeZone }: Pick<Planning, 'timeZone'>,
): string | undefined {
  const opens = reasons.find(isOpening);
  return opens && `Ouvre le ${dateOf(formatDayShort(localDayOf(opens.at, timeZone)))}`;
}

/** `1er déc.` of `mar. 1er déc.`: there is no room for more in a cell. */
const dateOf = (words: string): string => words.slice(words.indexOf(' ') + 1);
