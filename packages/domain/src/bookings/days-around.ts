import { type Day, firstOfMonth, mondayOf } from '../time/day.ts';

/** How many different days, `on` left out, are in its week or month. */
export function daysAround(days: readonly Day[], on: Day, per: 'week' | 'month'): number {
  const spanOf = per === 'week' ? mondayOf : firstOfMonth;
  const span = spanOf(on);
  return new Set(days.filter((day) => day !== on && spanOf(day) === span)).size;
}
