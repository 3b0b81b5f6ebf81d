import { formatDayLong, formatDayWithYear, formatInstant } from '@preau/domain/explain/format-fr';
import { day } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import type { BookingPeriod } from './booking-periods.queries.ts';

/** `du samedi 19 décembre 2026 au dimanche 3 janvier 2027`; the year once where there is one. */
export function rangeWords({ from, until }: Pick<BookingPeriod, 'from' | 'until'>): string {
  const sameYear = from.slice(0, 4) === until.slice(0, 4);
  const first = sameYear ? formatDayLong(day(from)) : formatDayWithYear(day(from));
  return `du ${first} au ${formatDayWithYear(day(until))}`;
}

/** `8 jours, dont 2 complets`: what is still to be had; `null` while it is not known. */
export function placesWords({ days, daysFull }: BookingPeriod): string | null {
  if (days === 0) return null;
  const told = days > 1 ? `${days} jours` : '1 jour';
  if (daysFull === 0) return told;
  if (daysFull === days) return `${told}, ${days > 1 ? 'tous complets' : 'complet'}`;
  return `${told}, dont ${daysFull} ${daysFull > 1 ? 'complets' : 'complet'}`;
}

/**
 * When the period may be booked, in one sentence.
 * @param whom with its article, as it reads after « contactez »
 */
export function stateWords(
  { state, opensAt, closesAt }: BookingPeriod,
  timeZone: string,
  whom: string,
): string {
  const at = (instant: string) => formatInstant(fromIso(instant), timeZone);
  switch (state) {
    case 'open':
      return closesAt === null ? 'Ouverte' : `Ouverte jusqu’au ${at(closesAt)}`;
    case 'notYet':
      return opensAt === null ? 'Pas encore ouverte' : `Ouvre le ${at(opensAt)}`;
    case 'closed':
      return closesAt === null
        ? `Ne se réserve pas en ligne : contactez ${whom}`
        : `Fermée depuis le ${at(closesAt)} : contactez ${whom}`;
    case 'notAnnounced':
      return 'Pas encore ouverte : la date sera annoncée dans les actualités';
  }
}

/** Those of one child: what is open first, then what opens next, then the rest. */
export function periodsOfChild(
  periods: readonly BookingPeriod[],
  childId: string,
): { readonly open: readonly BookingPeriod[]; readonly others: readonly BookingPeriod[] } {
  const own = periods.filter(({ childIds }) => childIds.includes(childId));
  const order = (state: BookingPeriod['state']) =>
    ['notYet', 'notAnnounced', 'closed'].indexOf(state);
  return {
    open: own.filter(({ state }) => state === 'open'),
    others: own
      .filter(({ state }) => state !== 'open')
      .toSorted((one, other) => order(one.state) - order(other.state)),
  };
}

/** What a child's card says: `2 périodes ouvertes`, `Ouvre le …`, or why nothing. */
export function childWords(
  periods: readonly BookingPeriod[],
  childId: string,
  timeZone: string,
): string {
  const { open, others } = periodsOfChild(periods, childId);
  if (open.length > 0) {
    return open.length > 1 ? `${open.length} périodes ouvertes` : '1 période ouverte';
  }
  const opens = others.flatMap(({ state, opensAt }) =>
    state === 'notYet' && opensAt !== null ? fromIso(opensAt) : [],
  );
  const [next] = opens.toSorted((one, other) => one - other);
  if (next !== undefined) return `Prochaine ouverture le ${formatInstant(next, timeZone)}`;
  return others.length > 0 ? 'Aucune période ouverte' : 'Aucune inscription validée';
}
