import type { Reason } from '../explain/reasons.ts';
import { ageOn } from '../time/age.ts';
import { type Day, day, schoolYearOf } from '../time/day.ts';
import type { AgeRange } from './document.ts';

/** The day on which an age is taken: that of the session, or 31 December of its school year. */
export function dayOfAge({ on: asOf }: Pick<AgeRange, 'on'>, on: Day): Day {
  return asOf === 'december31' ? day(`${schoolYearOf(on).slice(0, 4)}-12-31`) : on;
}

/** Whether a child is of the age on some day from `first` to `last`, both included. */
export function comesOfAge(ages: AgeRange, bornOn: Day, first: Day, last: Day): boolean {
  const { from, below } = ages;
  const oldEnough = from === null || ageOn(bornOn, dayOfAge(ages, last)) >= from;
  return oldEnough && (below === null || ageOn(bornOn, dayOfAge(ages, first)) < below);
}

/** Why a child is not of the age, and on which day that is asked where it is not the session's. */
export function ageOut(ages: AgeRange, on: Day): Reason {
  const { from, below } = ages;
  if (ages.on !== 'december31') return { code: 'ageOut', from, below };
  return { code: 'ageOut', from, below, asOf: dayOfAge(ages, on) };
}
