import { formatClock, formatDayShort } from '@preau/domain/explain/format-fr';
import { type Instant, localDayOf, localTimeOf } from '@preau/domain/time/instant';

/** `lun. 23 nov. à 10 h 42`: a moment in a list, where the organisation is. */
export function formatMoment(at: Instant, timeZone: string): string {
  const clock = formatClock(localTimeOf(at, timeZone));
  return `${formatDayShort(localDayOf(at, timeZone))} à ${clock}`;
}

/** `1 enfant`, `2 enfants`: French counts zero and one as singular. */
export function counted(count: number, one: string, many: string): string {
  return `${count}\u00a0${count < 2 ? one : many}`;
}
