import type { TestFacility } from '../../modules/activities/activities.factory.ts';
import type { NewHousehold } from '../../modules/households/households.public.ts';
import type { Surface } from '../../platform/auth/actor.ts';
import type { TestApp } from '../test-app.ts';
import type { TestOrganisation } from '../test-people.ts';

/** Somebody with an active account. */
export type Person = {
  readonly surface: Surface;
  readonly town: Town;
  readonly accountId: string;
  readonly householdId: string | null;
  readonly email: string;
};

export type Town = {
  readonly organisation: TestOrganisation;
  readonly school: TestFacility;
  readonly centre: TestFacility;
};

export type Family = NewHousehold & { readonly town: Town };

/**
 * Two organisations and everybody an access rule tells apart, each datum with a canary. In `here`:
 * alpha (two parents, one child of their own and one shared), bravo (the shared child's other
 * parent, and a child of her own), charlie (strangers, their child at the other site). In
 * `elsewhere`: delta.
 */
export type World = {
  readonly testApp: TestApp;
  readonly here: Town;
  readonly elsewhere: Town;
  readonly families: Readonly<Record<'alpha' | 'bravo' | 'charlie' | 'delta', Family>>;
  readonly people: Readonly<Record<PersonName, Person>>;
};

export const personNames = [
  'guardian',
  'coGuardian',
  'separatedParent',
  'otherGuardian',
  'foreignGuardian',
  'administrator',
  'office',
  'attendant',
  'roleless',
  'foreignAdministrator',
] as const;
export type PersonName = (typeof personNames)[number];
