import type { ActorName } from './actors.ts';
import { canary } from './canaries.ts';
import type { PersonName } from './cast.ts';

const adult = (owner: string) =>
  ['firstname', 'lastname', 'email'].map((field) => canary(owner, field));
/** Canaries of a child. */
export const child = (owner: string, ...fields: readonly string[]) =>
  fields.map((field) => canary(`${owner}-child`, field));
const device = (person: PersonName) => canary(person.toLowerCase(), 'device');

/**
 * What a parent is shown: themselves, their household's children by first name and class, and the
 * quotient their own prices are made of.
 */
const parentSees = (owner: string, person: PersonName, ...children: readonly string[]) => [
  ...adult(owner),
  canary(owner.split('-')[0] ?? '', 'household'),
  canary(owner.split('-')[0] ?? '', 'quotient'),
  ...children.flatMap((name) => child(name, 'firstname', 'class')),
  device(person),
];

const staffSees = (owner: string, person: PersonName) => [
  canary(owner, 'email'),
  canary(owner, 'displayname'),
  device(person),
];
const expected = (...names: readonly string[]) =>
  names.flatMap((name) => child(name, 'firstname', 'lastname', 'class', 'allergies'));
/** A document a household has sent, what its file says, and its word to the service for an enrolment. */
const document = (owner: string) =>
  ['note', 'filename', 'content', 'enrolment-note'].map((field) => canary(owner, field));
/** A guardian as the office reaches them. */
const reached = (owner: string) => [...adult(owner), canary(owner, 'phone')];
const listed = [
  ...['alpha-one', 'alpha-two', 'bravo-one', 'charlie-one', 'charlie-two'].flatMap(reached),
  ...['alpha', 'bravo', 'charlie'].map((name) => canary(name, 'household')),
  // Of the household whose page is asked for.
  canary('alpha', 'quotient'),
];

/** Who is shown what: exactly this, no more and no less. Nobody else is shown anything. */
export const shown: Partial<Record<ActorName, readonly string[]>> = {
  guardian: [
    ...parentSees('alpha-one', 'guardian', 'alpha', 'shared'),
    // Whoever touched the household's cart last is named in it.
    canary('alpha-two', 'firstname'),
    ...document('alpha'),
  ],
  coGuardian: [
    ...parentSees('alpha-two', 'coGuardian', 'alpha', 'shared'),
    canary('alpha-one', 'firstname'),
    ...document('alpha'),
  ],
  separatedParent: parentSees('bravo-one', 'separatedParent', 'bravo', 'shared'),
  otherGuardian: parentSees('charlie-one', 'otherGuardian', 'charlie'),
  foreignGuardian: parentSees('delta-one', 'foreignGuardian', 'delta'),
  administrator: [
    ...staffSees('administrator', 'administrator'),
    ...document('alpha'),
    ...listed,
    ...expected('alpha', 'shared', 'bravo', 'charlie'),
  ],
  office: [
    ...staffSees('office', 'office'),
    // A colleague who booked for a household is named in its history.
    canary('administrator', 'displayname'),
    ...document('alpha'),
    ...listed,
    ...expected('alpha', 'shared', 'bravo', 'charlie'),
  ],
  // One site: charlie's child is at the other.
  attendant: [...staffSees('attendant', 'attendant'), ...expected('alpha', 'shared', 'bravo')],
  foreignAdministrator: [
    ...staffSees('abroad', 'foreignAdministrator'),
    ...reached('delta-one'),
    canary('delta', 'household'),
    ...expected('delta'),
  ],
};
