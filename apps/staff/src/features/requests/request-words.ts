import {
  dayEndingAt,
  formatClock,
  formatDayLong,
  formatInstant,
  NBSP,
} from '@preau/domain/explain/format-fr';
import { day, type Day } from '@preau/domain/time/day';
import { fromIso, type Instant, localDayOf, localTimeOf } from '@preau/domain/time/instant';
import { deviceNow } from '../../shared/clock.ts';
import { counted } from '../../shared/format.ts';
import type { BookingRequest, RequestDay } from './requests.queries.ts';

/** « 12 jours, 1er – 18 décembre », « mardi 1er décembre »: the days of a request in a few words. */
export function daysWords(days: readonly Pick<RequestDay, 'on'>[]): string {
  const all = [...new Set(days.map(({ on }) => on))].toSorted().map(day);
  const [first] = all;
  const last = all.at(-1);
  if (!first || !last) return '';
  if (all.length === 1) return formatDayLong(first);
  return `${counted(all.length, 'jour', 'jours')}, ${spanWords(first, last)}`;
}

/** The month is said once when it is the same. */
function spanWords(first: Day, last: Day): string {
  const [, from] = splitDay(first);
  const [, until] = splitDay(last);
  const isOneMonth = first.slice(0, 7) === last.slice(0, 7);
  const start = isOneMonth ? (from.split(NBSP)[0] ?? from) : from;
  return `${start} – ${until}`;
}

/** `mardi`, `1er décembre`. */
function splitDay(on: Day): readonly [string, string] {
  const [weekday = '', ...rest] = formatDayLong(on).split(' ');
  return [weekday, rest.join(' ')];
}

/** When an answer is due, and how near that is. */
export type Due = Pick<BookingRequest, 'answerDueAt' | 'due'>;

const dayMs = 24 * 3_600_000;

/** How near a term is where the server does not say: by the device's clock, a day before. */
export function nearness(answerDueAt: string | null): Due {
  if (answerDueAt === null) return { answerDueAt, due: null };
  const left = fromIso(answerDueAt) - deviceNow();
  return { answerDueAt, due: left <= 0 ? 'overdue' : left <= dayMs ? 'soon' : 'later' };
}

/** « À répondre avant mardi 15 h », « En retard : réponse due le … »; `null` = nobody waits for it. */
export function dueWords({ answerDueAt, due }: Due, timeZone: string): string | null {
  if (answerDueAt === null || due === null) return null;
  const at = fromIso(answerDueAt);
  if (due === 'overdue') return `En retard : réponse due le ${formatInstant(at, timeZone)}`;
  return `À répondre avant ${nearInstant(at, timeZone)}`;
}

/** Within the week its weekday says enough: « mardi 15 h ». */
function nearInstant(at: Instant, timeZone: string): string {
  // Midnight ends the day before.
  const isNear = at - deviceNow() < 6 * dayMs && dayEndingAt(at, timeZone) === null;
  if (!isNear) return `le ${formatInstant(at, timeZone)}`;
  const [weekday] = splitDay(localDayOf(at, timeZone));
  return `${weekday} ${formatClock(localTimeOf(at, timeZone))}`;
}

/** « Place gardée », « 3 places », « Complet »: what accepting a day meets. */
export function placesWords({ holdsPlace, freePlaces, waiting }: RequestDay): string {
  const places = freePlaces > 0 ? counted(freePlaces, 'place libre', 'places libres') : 'complet';
  const waits = waiting > 0 ? `, ${waiting} en attente` : '';
  return holdsPlace ? `place gardée (${places}${waits})` : `${places}${waits}`;
}

type Named = Pick<BookingRequest['child'], 'firstName' | 'lastName' | 'schoolClass'>;

/** « Durand Léa, CE1 » */
export function childWords({ child }: { readonly child: Named }): string {
  const { firstName, lastName, schoolClass } = child;
  return `${lastName} ${firstName}${schoolClass ? `, ${schoolClass}` : ''}`;
}
