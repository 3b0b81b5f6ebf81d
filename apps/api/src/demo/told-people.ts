import type { Faker } from '@faker-js/faker';
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

export function toldHousehold(
  name: string,
  quotient: number | null,
  guardians: readonly DemoGuardian[],
  children: readonly DemoChild[],
): DemoHousehold {
  return { id: newId(), name, quotient, guardians, children };
}
