import type { Faker } from '@faker-js/faker';
import { day, type Day, schoolYearOf } from '@preau/domain/time/day';
import { newId } from '../platform/ids.ts';
import { inventedBirth, inventedGuardian, type PeopleSource } from './invented-people.ts';
import type { SchoolClass } from './school-classes.ts';
import type { DemoChild, DemoGuardian, DemoHousehold, Habits } from './town.ts';

const noHabits: Habits = {};

/** People made to be looked at: their names do not depend on what is drawn. */

export function toldParent(faker: Faker, firstName: string, lastName: string): DemoGuardian {
  const address = `${firstName}.${lastName}`.normalize('NFD').replace(/[^A-Za-z.]/g, '');
  const email = `${address.toLowerCase()}@example.org`;
  return inventedGuardian(faker, { firstName, lastName, email, access: 'active' });
}

export function toldChild(
  source: PeopleSource,
  schoolClass: SchoolClass,
  known: Pick<DemoChild, 'firstName' | 'lastName' | 'facilities'> & Partial<DemoChild>,
): DemoChild {
  return {
    id: newId(),
    birthOn: inventedBirth(source, schoolClass),
    allergies: null,
    habits: noHabits,
    showcase: false,
    ...known,
  };
}

const ageAtLast = 12;

/** A child of the collège who is twelve on a day near: too old from then on, welcome until the eve. */
export function toldTwelveOn(
  birthday: Day,
  known: Pick<DemoChild, 'firstName' | 'lastName' | 'facilities'>,
): DemoChild {
  const year = Number(birthday.slice(0, 4)) - ageAtLast;
  const schoolYear = schoolYearOf(birthday);
  const isFirstYear = Number(schoolYear.slice(0, 4)) - year < ageAtLast;
  return {
    id: newId(),
    // Twelve years apart, both are leap years or neither: a 29 February stays one.
    birthOn: day(`${year}${birthday.slice(4)}`),
    olderThanSchool: { schoolClass: isFirstYear ? '6e' : '5e', schoolYear, group: 'elementaire' },
    allergies: null,
    habits: noHabits,
    showcase: false,
    ...known,
  };
}

export function toldHousehold(
  name: string,
  quotient: number | null,
  guardians: readonly DemoGuardian[],
  children: readonly DemoChild[],
): DemoHousehold {
  return { id: newId(), name, quotient, guardians, children };
}
