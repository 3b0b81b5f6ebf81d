import { formatDayLong } from '../explain/format-fr.ts';
import type { MonthDay } from '../reglement/document.ts';
import { day } from '../time/day.ts';

/** `15 mai`, `1er septembre`. */
export function monthDayWords(monthDay: MonthDay): string {
  // A leap year has every day; its weekday is left out.
  return formatDayLong(day(`2024-${monthDay}`)).replace(/^\S+ /u, '');
}
