import { day } from '@preau/domain/time/day';
import { newId } from '../../platform/ids.ts';
import type { NewChild, NewGuardian, NewHousehold } from './use-cases/create-households.ts';

/** A child of seven, with no known allergy. */
export function newChild(changes: Partial<NewChild> = {}): NewChild {
  return {
    id: newId(),
    firstName: 'Lina',
    lastName: 'Aubry',
    birthOn: day('2019-03-14'),
    schoolClass: 'CE1',
    allergies: null,
    ...changes,
  };
}

/** An adult whose address is nobody else's, without an account. */
export function newGuardian(changes: Partial<NewGuardian> = {}): NewGuardian {
  const id = newId();
  return {
    id,
    accountId: null,
    firstName: 'Claire',
    lastName: 'Aubry',
    email: `claire.aubry.${id.slice(-12)}@example.org`,
    phone: null,
    ...changes,
  };
}

/** One guardian, one child, a quotient of 800 since always. */
export function newHousehold(changes: Partial<NewHousehold> = {}): NewHousehold {
  return {
    id: newId(),
    name: 'Aubry',
    guardians: [newGuardian()],
    children: [newChild()],
    quotients: [{ validFrom: day('2020-09-01'), quotient: 800 }],
    ...changes,
  };
}
