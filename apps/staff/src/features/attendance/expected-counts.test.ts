import { describe, expect, test } from 'vitest';
import type { ExpectedChild, ExpectedFacility, ExpectedUnit } from './attendance.queries.ts';
import { countChildren, facilityWords, shownFacilities, unitWords } from './expected-counts.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const child = (childId: string, allergies: string | null = null): ExpectedChild => ({
  childId,
  firstName: 'Malo',
  lastName: 'Aubry',
  schoolClass: 'CP',
  allergies,
});

const unit = (children: ExpectedChild[], closedLabel: string | null = null): ExpectedUnit => ({
  unit: 'soir',
  label: 'Accueil du soir',
  startsAt: '16:30',
  endsAt: '18:30',
  closedLabel,
  expected: children.length,
  children,
});

const facility = (id: string, ...units: ExpectedUnit[]): ExpectedFacility => ({
  id,
  name: `École ${id}`,
  activities: [{ activity: 'periscolaire', label: 'Périscolaire', units }],
});

describe('how many children are expected', () => {
  test('a child of the morning and of the evening is one child of the site', () => {
    const school = facility('a', unit([child('1'), child('2')]), unit([child('1')]));
    expect(countChildren(school)).toEqual({ expected: 2, withAllergies: 0 });
  });

  test('an allergy is told once, whatever the number of units', () => {
    const school = facility('a', unit([child('1', 'Kiwi')]), unit([child('1', 'Kiwi')]));
    expect(plain(facilityWords(school))).toBe('1 enfant attendu, dont 1 avec des allergies');
  });

  test.each([
    [[], 'Aucun enfant attendu'],
    [[child('1')], '1 enfant attendu'],
    [[child('1'), child('2')], '2 enfants attendus'],
  ])('a site with %j', (children, words) => {
    expect(plain(facilityWords(facility('a', unit(children))))).toBe(words);
  });

  test.each([
    [unit([]), 'Aucun enfant'],
    [unit([child('1')]), '1 enfant'],
    [unit([], 'Étude fermée'), 'Fermé'],
    [unit([child('1')], 'Étude fermée'), '1 enfant'],
  ])('a unit that is closed never hides a child still booked: %#', (one, words) => {
    expect(plain(unitWords(one))).toBe(words);
  });
});

describe('the filter by site', () => {
  const sites = [facility('a'), facility('b')];

  test('shows the one chosen', () => {
    expect(shownFacilities(sites, 'b')).toEqual({ open: [sites[1]], idle: [] });
  });

  test.each([null, 'gone'])('shows all of them with %s', (chosen) => {
    expect(shownFacilities(sites, chosen)).toEqual({ open: sites, idle: [] });
  });

  test('puts apart a site that receives nobody', () => {
    const idle = { id: 'c', name: 'Centre', activities: [] };
    expect(shownFacilities([idle, ...sites], null)).toEqual({ open: sites, idle: [idle] });
  });
});
