import type { ListBookingPeriodsResponse } from '@preau/api-client/family';
import { dayEndingAt, formatDayLong, formatInstant } from '@preau/domain/explain/format-fr';
import { fromIso, type Instant, localDayOf } from '@preau/domain/time/instant';
import { periodKey } from './period-key.ts';

type BookingPeriods = ListBookingPeriodsResponse;
export type BookingPeriod = BookingPeriods['items'][number];

/** A period families book in a window of time, as it is told above the planning. */
export type BookingWindow = {
  readonly title: string;
  /** What is most pressing of its turns. */
  readonly state: BookingPeriod['state'];
  /** The most pressing of its periods, as the address names it. */
  readonly period: string;
  /** First day of its sessions. */
  readonly from: string;
  /** One where it opens to everybody at once; else one by group of children. */
  readonly turns: readonly Turn[];
};

export type Turn = {
  readonly sentence: string;
  readonly state: BookingPeriod['state'];
  readonly childIds: readonly string[];
};

const dayMs = 86_400_000;
/** A window that closed longer ago has been told for long enough. */
const closedMatters = 30 * dayMs;
/** A window that opens later is told in its time. */
const openingMatters = 60 * dayMs;

/**
 * The windows worth a word: those open, that which each activity opens next, those that closed
 * lately, and what is still to be announced. A period that is always open is no window.
 */
export function windowsIn({ items, now }: BookingPeriods, timeZone: string): BookingWindow[] {
  const told = items.filter((period) => isTold(period, fromIso(now)));
  const next = told.filter(
    ({ state, activity, opensAt }) =>
      state !== 'notYet' ||
      !told.some(
        (other) =>
          other.state === 'notYet' &&
          other.activity.code === activity.code &&
          (other.opensAt ?? '') < (opensAt ?? '') &&
          !isSameTurn(other, { activity, opensAt }),
      ),
  );
  const windows = new Map<string, BookingWindow>();
  for (const period of next.toSorted(byPressing)) {
    const title = titleOf(period);
    const known = windows.get(title);
    const turns = withTurn(known?.turns ?? [], turnOf(period, timeZone));
    const { state, from } = known ?? period;
    const key = known?.period ?? periodKey(period);
    windows.set(title, { title, state, period: key, from, turns });
  }
  return [...windows.values()];
}

/** Children whose turn comes at the same time share it. */
function withTurn(turns: readonly Turn[], turn: Turn): readonly Turn[] {
  const same = turns.find(({ sentence }) => sentence === turn.sentence);
  if (!same) return [...turns, turn];
  const childIds = [...new Set([...same.childIds, ...turn.childIds])];
  return turns.map((one) => (one === same ? { ...one, childIds } : one));
}

/** What closes first, then what opens first. */
function byPressing(one: BookingPeriod, other: BookingPeriod): number {
  const states = order.indexOf(one.state) - order.indexOf(other.state);
  const next = ({ state, opensAt, closesAt }: BookingPeriod) =>
    (state === 'notYet' ? opensAt : closesAt) ?? '';
  return states === 0 ? next(one).localeCompare(next(other)) : states;
}

const order: readonly BookingPeriod['state'][] = ['open', 'notYet', 'closed', 'notAnnounced'];

function isTold({ state, opensAt, closesAt }: BookingPeriod, now: Instant): boolean {
  if (state === 'notAnnounced') return true;
  if (opensAt === null) return false;
  switch (state) {
    case 'open':
      return true;
    case 'notYet':
      return fromIso(opensAt) - now < openingMatters;
    case 'closed':
      return closesAt !== null && now - fromIso(closesAt) < closedMatters;
  }
}

/** Groups of one activity whose turns come within a few days belong to the same period. */
function isSameTurn(
  one: Pick<BookingPeriod, 'activity' | 'opensAt'>,
  other: Pick<BookingPeriod, 'activity' | 'opensAt'>,
): boolean {
  if (one.opensAt === null || other.opensAt === null) return false;
  return Math.abs(fromIso(one.opensAt) - fromIso(other.opensAt)) < 8 * dayMs;
}

function titleOf({ label, activity }: BookingPeriod): string {
  return label === activity.label ? label : `${label} · ${activity.label}`;
}

function turnOf(period: BookingPeriod, timeZone: string): Turn {
  const { state, childIds } = period;
  return { sentence: sentenceOf(period, timeZone), state, childIds };
}

function sentenceOf({ state, opensAt, closesAt }: BookingPeriod, timeZone: string): string {
  const opens = opensAt === null ? null : fromWords(fromIso(opensAt), timeZone);
  const closes = closesAt === null ? null : untilWords(fromIso(closesAt), timeZone);
  switch (state) {
    case 'open':
      return closes === null
        ? 'Les réservations sont ouvertes.'
        : `Les réservations sont ouvertes jusqu’au ${closes}.`;
    case 'notYet':
      if (opens === null) return 'Les réservations ne sont pas encore ouvertes.';
      return closes === null
        ? `Se réserve à partir du ${opens}.`
        : `Se réserve du ${opens} au ${closes}.`;
    case 'closed':
      return closes === null
        ? 'Les réservations en ligne sont closes. Contactez le service.'
        : `Les réservations en ligne sont closes depuis le ${closes}. Contactez le service.`;
    case 'notAnnounced':
      return 'Pas encore ouvert : les dates et la marche à suivre seront annoncées dans les actualités.';
  }
}

/** What opens at midnight opens with the day: `lundi 27 mars`. */
function fromWords(at: Instant, timeZone: string): string {
  return dayEndingAt(at, timeZone) === null
    ? formatInstant(at, timeZone)
    : formatDayLong(localDayOf(at, timeZone));
}

/** What closes at midnight closes with the day before: `jeudi 6 avril`. */
function untilWords(at: Instant, timeZone: string): string {
  const last = dayEndingAt(at, timeZone);
  return last === null ? formatInstant(at, timeZone) : formatDayLong(last);
}
