import type { Day } from '@preau/domain/time/day';
import type { AgeGroupCode } from './town.ts';

/** From the first year of maternelle to the last of élémentaire. */
export const schoolClasses = ['PS', 'MS', 'GS', 'CP', 'CE1', 'CE2', 'CM1', 'CM2'] as const;

export type SchoolClass = (typeof schoolClasses)[number];

const ageInFirstClass = 3;
const firstElementary = schoolClasses.indexOf('CP');

/** Calendar year of birth of the children of a class, in a school year `2026-2027`. */
export function birthYearOf(schoolClass: SchoolClass, schoolYear: string): number {
  return Number(schoolYear.slice(0, 4)) - ageInFirstClass - schoolClasses.indexOf(schoolClass);
}

/** The class of a child in a school year; `undefined` once at the collège, or before school. */
export function classOf(birthOn: Day, schoolYear: string): SchoolClass | undefined {
  const age = Number(schoolYear.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return schoolClasses[age - ageInFirstClass];
}

export function groupOf(schoolClass: SchoolClass): AgeGroupCode {
  return schoolClasses.indexOf(schoolClass) < firstElementary ? 'maternelle' : 'elementaire';
}
