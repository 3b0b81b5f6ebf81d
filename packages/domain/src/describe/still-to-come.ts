import type { Limit } from '../reglement/document.ts';
import type { Day } from '../time/day.ts';

/** A limit without the rows of its table that are over; all of them where none is to come. */
export function stillToCome(limit: Limit, today: Day): Limit {
  if (limit.kind !== 'dates') return limit;
  const dates = limit.dates.filter(({ until }) => until >= today);
  return dates.length === 0 ? limit : { ...limit, dates };
}
