import { expect, test } from 'vitest';
import { ofName } from './of-name.ts';

test.each([
  ['Léa', 'de Léa'],
  ['Zoé', 'de Zoé'],
  ['Adam', 'd’Adam'],
  ['Inès', 'd’Inès'],
  ['Élise', 'd’Élise'],
  ['Hugo', 'd’Hugo'],
  ['éloïse', 'd’éloïse'],
  ['Yanis', 'de Yanis'],
  ['Yves', 'd’Yves'],
  ['Œdipe', 'd’Œdipe'],
])('the planning of %s is « Planning %s »', (firstName, expected) => {
  expect(ofName(firstName)).toBe(expected);
});
