import { expect, test } from 'vitest';
import { day } from '../time/day.ts';
import { chooseAgeGroup } from './choose-age-group.ts';

const on = day('2026-09-01');
const schools = [
  { code: 'elementaire', label: 'Élémentaire' },
  { code: 'maternelle', label: 'Maternelle' },
  { code: 'ados', label: 'Ados' },
];
const ages = [
  { code: 'petits', label: 'Petits (3-5 ans)' },
  { code: 'moyens', label: 'Moyens (6 à 8 ans)' },
  { code: 'grands', label: 'Grands, 9 ans et plus' },
];
const choose = (schoolClass: string, bornOn: string | null, welcomed = schools) =>
  chooseAgeGroup({ schoolClass, bornOn: bornOn === null ? null : day(bornOn) }, welcomed, on)?.code;

test.each([
  ['PS', 'maternelle'],
  ['GS', 'maternelle'],
  ['CP', 'elementaire'],
  ['CM2', 'elementaire'],
  ['CE1 b', 'elementaire'],
  ['6e', 'ados'],
  ['Maternelle', 'maternelle'],
  // Nothing is known: the first.
  ['Ulis', 'elementaire'],
])('a child in %s goes to the group of its class, %s', (schoolClass, group) => {
  expect(choose(schoolClass, null)).toBe(group);
});

test.each([
  ['2023-08-31', 'petits'],
  ['2020-09-02', 'petits'],
  ['2020-09-01', 'moyens'],
  ['2018-09-01', 'moyens'],
  ['2015-01-01', 'grands'],
])('a child born on %s goes to the group of its age, %s', (bornOn, group) => {
  expect(choose('CP', bornOn, ages)).toBe(group);
});

test('the one group an activity welcomes is the one proposed', () => {
  expect(choose('CP', '2020-01-01', schools.slice(1, 2))).toBe('maternelle');
  expect(choose('CP', '2020-01-01', [])).toBeUndefined();
});
