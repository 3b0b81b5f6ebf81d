import { addDays, type Day, day, firstOfMonth, isDay, lastOfMonth } from '@preau/domain/time/day';
import type { Occupancy } from './occupancy.queries.ts';

/** `2026-12`, as the address has it. */
export type Month = string;

/** The month of an address, or that of a day. */
export function monthOf(text: string | null, otherwise: Day): Month {
  return text !== null && isDay(`${text}-01`) ? text : otherwise.slice(0, 7);
}

/** Its first and last days. */
export function daysOf(month: Month): readonly [Day, Day] {
  const first = day(`${month}-01`);
  return [first, lastOfMonth(first)];
}

/** The month before (-1) or after (1). */
export function monthBeside(month: Month, step: -1 | 1): Month {
  const [first, last] = daysOf(month);
  const other = step < 0 ? firstOfMonth(addDays(first, -1)) : addDays(last, 1);
  return other.slice(0, 7);
}

/** Letter of a weekday over its column, Monday first. */
export const weekdayLetters = ['L', 'M', 'M', 'J', 'V', 'S', 'D'] as const;

/** Positions of the days something is planned on: a month without Sundays has no column for them. */
export function columnsOf({ days, rows }: Occupancy): number[] {
  return days.flatMap((_, at) => (rows.some(({ cells }) => cells[at] !== null) ? [at] : []));
}
