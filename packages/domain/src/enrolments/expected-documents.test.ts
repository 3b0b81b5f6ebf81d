import { describe, expect, test } from 'vitest';
import type { RequiredDocument } from '../reglement/document.ts';
import { day } from '../time/day.ts';
import { expectedDocuments, goodUntil, type GivenDocument } from './expected-documents.ts';

const today = day('2026-11-16');
const vaccines: RequiredDocument = {
  code: 'vaccins',
  label: 'Vaccinations',
  about: 'child',
  activities: null,
  blocks: ['booking'],
  satisfiedBy: 'sent',
  validMonths: null,
};
const insurance: RequiredDocument = { ...vaccines, code: 'assurance', activities: ['alsh'] };
const income: RequiredDocument = { ...vaccines, code: 'revenus', about: 'household' };
const children = [
  { childId: 'lea', activities: ['alsh', 'alp'] },
  { childId: 'tom', activities: ['alp'] },
];
const given = (change: Partial<GivenDocument> = {}): GivenDocument => ({
  id: 'one',
  code: 'vaccins',
  childId: 'lea',
  state: 'sent',
  reason: null,
  until: null,
  ...change,
});

describe('what a household is expected to send', () => {
  test('is what the activities of its children ask for, once each', () => {
    const expected = expectedDocuments([vaccines, insurance, income], children, [], today);
    expect(
      expected.map(({ document, childId, activities }) => [
        document.code,
        childId,
        activities.join(' '),
      ]),
    ).toEqual([
      ['revenus', null, 'alsh alp'],
      ['vaccins', 'lea', 'alsh alp'],
      ['assurance', 'lea', 'alsh'],
      ['vaccins', 'tom', 'alp'],
    ]);
  });

  test('is nothing where nobody is enrolled', () => {
    const idle = [{ childId: 'lea', activities: [] }];
    expect(expectedDocuments([vaccines, income], idle, [], today)).toEqual([]);
    expect(expectedDocuments([vaccines, income], [], [], today)).toEqual([]);
  });

  test('is told in the words of the first version that asks for it', () => {
    const later = { ...vaccines, label: 'Carnet de santé' };
    const expected = expectedDocuments([vaccines, later], children.slice(1), [], today);
    expect(expected.map(({ document }) => document.label)).toEqual(['Vaccinations']);
  });
});

describe('what became of it', () => {
  const lea = children.slice(0, 1);
  const standing = (...documents: GivenDocument[]) => {
    const [one] = expectedDocuments([vaccines], lea, documents, today);
    return [one?.state, one?.reason, one?.expiresOn];
  };

  test('is expected, sent, refused with its reason, or accepted until a day', () => {
    expect(standing()).toEqual(['expected', null, null]);
    expect(standing(given())).toEqual(['sent', null, null]);
    expect(standing(given({ state: 'refused', reason: 'Illisible' }))).toEqual([
      'refused',
      'Illisible',
      null,
    ]);
    expect(standing(given({ state: 'accepted', until: today }))).toEqual(['accepted', null, today]);
    expect(standing(given({ state: 'accepted' }))).toEqual(['accepted', null, null]);
  });

  test('is expired the day after its last, until another is sent', () => {
    const old = given({ state: 'accepted', until: day('2026-11-15') });
    expect(standing(old)).toEqual(['expired', null, '2026-11-15']);
    expect(standing(given({ id: 'two' }), old)).toEqual(['sent', null, null]);
  });

  test('stays accepted when one more is sent, or refused', () => {
    const good = given({ state: 'accepted' });
    expect(standing(given({ state: 'refused', reason: 'Flou' }), good)[0]).toBe('accepted');
    expect(standing(given(), good)[0]).toBe('accepted');
  });

  test('is the last that counts among those refused', () => {
    const refused = (reason: string) => given({ state: 'refused', reason });
    expect(standing(refused('Illisible'), refused('Flou'))[1]).toBe('Illisible');
  });

  test('is each child’s own', () => {
    const expected = expectedDocuments([vaccines], children, [given()], today);
    expect(expected.map(({ childId, state }) => [childId, state])).toEqual([
      ['lea', 'sent'],
      ['tom', 'expected'],
    ]);
  });
});

describe('how long an accepted document is good', () => {
  test.each([
    ['2026-11-16', 12, '2027-11-16'],
    ['2026-11-16', 3, '2027-02-16'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-01-31', 11, '2026-12-31'],
  ])('accepted on %s for %s months, until %s', (from, months, until) => {
    expect(goodUntil(day(from), months)).toBe(until);
  });

  test('is for good where the règlement does not say', () => {
    expect(goodUntil(today, null)).toBeNull();
  });
});
