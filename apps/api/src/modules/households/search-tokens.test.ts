import { describe, expect, test } from 'vitest';
import { newChild, newGuardian, newHousehold } from './households.factory.ts';
import { searchTermsOf, searchTokensOf } from './search-tokens.ts';

const household = newHousehold({
  name: 'Le Goff-Œuvrard',
  guardians: [
    newGuardian({
      firstName: 'Maëlle',
      lastName: 'D’Angelo',
      email: 'Maelle.dangelo75@example.org',
      phone: '+33 6 12 34 56 78',
    }),
  ],
  children: [newChild({ firstName: 'Zoé', lastName: 'Le Goff' })],
});

/** Whether typing this finds the household: each term begins one of its tokens. */
const finds = (typed: string) => {
  const tokens = searchTokensOf(household);
  const terms = searchTermsOf(typed);
  return terms.length > 0 && terms.every((term) => tokens.some((token) => token.startsWith(term)));
};

describe('a household is found', () => {
  test.each([
    'le goff',
    'LE GOFF',
    'goff oeuv',
    'œuvrard',
    'le',
    'maelle',
    'Maë',
    'd’angelo',
    "d'Angelo",
    'dangelo',
    'zoe goff',
    'maelle.dangelo75@exam',
    'MAELLE.DANGELO75@EXAMPLE.ORG',
    'dangelo75',
    '06 12',
    '06.12.34.56.78',
    '+33612345678',
    '0033 6 12 34',
    'goff 06 12 34',
    '06 12 zoé',
    '56 78',
  ])('by « %s »', (typed) => expect(finds(typed)).toBe(true));

  test.each(['durand', 'goff durand', 'example.org', '06 13', '23 45', '  ', '’'])(
    'not by « %s »',
    (typed) => expect(finds(typed)).toBe(false),
  );
});

test('its words are kept once each, in small letters without accents', () => {
  const tokens = searchTokensOf(household);
  expect(new Set(tokens).size).toBe(tokens.length);
  expect(tokens).toContain('goffoeuvrard');
  expect(tokens.every((token) => token === token.toLowerCase())).toBe(true);
});

test('a pasted text is neither a huge word nor a hundred words', () => {
  expect(searchTermsOf('a'.repeat(5_000))).toEqual(['a'.repeat(100)]);
  expect(searchTermsOf(Array.from({ length: 50 }, (_, at) => `mot${at}x`).join(' '))).toHaveLength(
    6,
  );
});
