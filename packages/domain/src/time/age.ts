import type { Day } from './day.ts';

/** Completed years on a day. Born on 29 February, one grows older on 1 March of a common year. */
export function ageOn(bornOn: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
