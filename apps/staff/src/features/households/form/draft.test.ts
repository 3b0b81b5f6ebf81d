import { describe, expect, test } from 'vitest';
import type { Household } from '../households.queries.ts';
import {
  changeOf,
  draftOf,
  emptyDraft,
  type HouseholdDraft,
  nameOf,
  registrationOf,
} from './draft.ts';
import { errorsOf, fieldAt, knownChildIn, refusedFields } from './draft-errors.ts';

const filled: HouseholdDraft = {
  ...emptyDraft('2026-09-01'),
  guardians: [
    {
      key: 'g1',
      id: null,
      firstName: ' Claire',
      lastName: 'Aubry ',
      email: 'claire@example.org',
      phone: '',
    },
  ],
  children: [
    {
      key: 'c1',
      id: null,
      firstName: 'Lina',
      lastName: 'Aubry',
      birthOn: '2019-03-14',
      schoolClass: 'CE1',
      allergies: '',
      homonym: false,
    },
  ],
};

const household: Household = {
  id: 'h',
  name: 'Famille Aubry',
  address: null,
  revision: 4,
  file: null,
  quotients: [],
  guardians: [
    {
      id: 'claire',
      firstName: 'Claire',
      lastName: 'Aubry',
      email: 'claire@example.org',
      phone: null,
      access: 'none',
      invitedAt: null,
      linkExpiresAt: null,
    },
  ],
  children: [
    {
      id: 'lina',
      firstName: 'Lina',
      lastName: 'Aubry',
      birthOn: '2019-03-14',
      schoolClass: 'CE1',
      hasAllergies: true,
      otherHouseholds: [],
    },
  ],
};

describe('a family that is typed in', () => {
  test('is named after its first guardian, unless it is named', () => {
    expect(nameOf(filled)).toBe('Famille Aubry');
    expect(nameOf({ ...filled, name: ' Aubry-Costa ' })).toBe('Aubry-Costa');
  });

  test('is sent without the blanks around words, and without what was not said', () => {
    expect(registrationOf(filled)).toEqual({
      name: 'Famille Aubry',
      address: '',
      file: 'incomplete',
      guardians: [
        { firstName: 'Claire', lastName: 'Aubry', email: 'claire@example.org', phone: '' },
      ],
      children: [
        {
          firstName: 'Lina',
          lastName: 'Aubry',
          birthOn: '2019-03-14',
          schoolClass: 'CE1',
          allergies: '',
        },
      ],
    });
  });

  test('tells all that is missing at once, and nothing once it is there', () => {
    const errors = errorsOf(emptyDraft('2026-09-01'), '2026-11-21');
    expect([...errors.values()]).toHaveLength(7);
    expect(errorsOf(filled, '2026-11-21').size).toBe(0);
  });

  test.each([
    [{ email: 'claire' }, 'g.g1.email'],
    [{ phone: 'aucun' }, 'g.g1.phone'],
    [{ firstName: ' ' }, 'g.g1.firstName'],
  ])('with %j is wrong at %s', (change, field) => {
    const guardians = filled.guardians.map((one) => ({ ...one, ...change }));
    expect([...errorsOf({ ...filled, guardians }, '2026-11-21').keys()]).toEqual([field]);
  });

  test('has one address for each adult, and children already born', () => {
    const [claire] = filled.guardians;
    const [lina] = filled.children;
    if (!claire || !lina) throw new Error('The family is filled in');
    const twice = [claire, { ...claire, key: 'g2', email: 'CLAIRE@example.org' }];
    const toCome = [{ ...lina, birthOn: '2027-01-01' }];
    const errors = errorsOf({ ...filled, guardians: twice, children: toCome }, '2026-11-21');
    expect([...errors.keys()]).toEqual(['g.g2.email', 'c.c1.birthOn']);
  });
});

describe('a family that is changed', () => {
  test('names who is there by their ids, who comes and who leaves apart', () => {
    const draft = draftOf(household, '2026-09-01');
    const change = changeOf(
      {
        ...draft,
        guardians: [...draft.guardians, ...filled.guardians],
        removedGuardianIds: ['marc'],
        quotient: '640',
      },
      household.revision,
    );
    expect(change).toMatchObject({
      revision: 4,
      guardians: [{ id: 'claire', phone: '' }],
      newGuardians: [{ firstName: 'Claire' }],
      removedGuardianIds: ['marc'],
      children: [{ id: 'lina' }],
      quotient: { quotient: 640, validFrom: '2026-09-01' },
    });
    expect(change).not.toHaveProperty('newChildren');
    expect(JSON.stringify(change)).not.toContain('allergies');
  });

  test('shows a refusal at the field that the server points at', () => {
    const draft = draftOf(household, '2026-09-01');
    const both = { ...draft, guardians: [...filled.guardians, ...draft.guardians] };
    expect(fieldAt('/body/guardians/0/email', both)).toBe('g.claire.email');
    expect(fieldAt('/body/newGuardians/0/email', both)).toBe('g.g1.email');
    expect(fieldAt('/body/children/0/birthOn', both)).toBe('c.lina.birthOn');
    expect(fieldAt('/body/name', both)).toBe('name');
    expect(fieldAt('/params/id', both)).toBeNull();
  });
});

test('a known child is told by which child of the form it is, and whose', () => {
  const refusal = {
    type: '/problems/child-known',
    title: '',
    status: 409,
    code: 'child-known',
    requestId: 'r',
    params: { childId: 'lea', householdId: 'h2', household: 'Famille Durand' },
    errors: [{ pointer: '/body/children/0', code: 'child-known' }],
  };
  expect(knownChildIn(refusal, filled)).toEqual({
    key: 'c1',
    childId: 'lea',
    householdId: 'h2',
    household: 'Famille Durand',
  });
  expect([...refusedFields(refusal, filled).keys()]).toEqual(['c.c1']);
});
