import { formatClock, formatDayWithYear } from '../explain/format-fr.ts';
import type { Moment } from '../reglement/document.ts';
import type { ClockTime } from '../time/instant.ts';

/** `lundi 30 novembre 2026 à 8 h`; what begins at midnight begins with the day. */
export function dateAt({ on, at }: Moment): string {
  if (at === '00:00') return formatDayWithYear(on);
  return `${formatDayWithYear(on)} à ${at === '24:00' ? 'minuit' : formatClock(at)}`;
}

/** `, à 8 h`, or nothing where it begins with the day. */
export function clockFrom(at: ClockTime): string {
  return at === '00:00' ? '' : `, à ${formatClock(at)}`;
}
