import { formatDayLong, formatDayWithYear } from '@preau/domain/explain/format-fr';
import { day, type Day, lastOfMonth } from '@preau/domain/time/day';
import type { Planning } from '../bookings.queries.ts';

export type NamedEnd = { readonly label: string; readonly on: Day };

/** Fin du mois, les prochaines vacances, la fin de l'année scolaire: each where it is known. */
export function endsOf(
  from: Day,
  coming: readonly Planning[],
  endOfYear: Planning | undefined,
): readonly NamedEnd[] {
  const holidays = lastSchoolDay(
    coming.flatMap(({ days }) => days),
    from,
  );
  const summer = lastSchoolDay(endOfYear?.days ?? [], from);
  return [
    { label: 'Fin du mois', on: lastOfMonth(from) },
    ...(holidays ? [{ label: 'Vacances', on: holidays }] : []),
    ...(summer ? [{ label: shortened(summer), on: summer }] : []),
  ];
}

/** The last school day before the first holidays that begin after a day. */
function lastSchoolDay(days: Planning['days'], from: Day): Day | null {
  let last: Day | null = null;
  for (const { on, kind } of days) {
    if (kind === 'schoolHoliday' && last !== null && last >= from) return last;
    if (kind === 'schoolHoliday') last = null;
    if (kind === 'school' || kind === 'offDay') last = day(on);
  }
  return null;
}

/** `2 juillet 2027`. */
const shortened = (on: Day): string =>
  formatDayWithYear(on).slice(formatDayLong(on).indexOf(' ') + 1);
