import { describe, expect, test } from 'vitest';
import { passwordRefusal } from './password-policy.ts';

describe('a password', () => {
  test.each([
    ['family', 'onze lettre', 'too-short'],
    ['family', 'douze lettre', null],
    ['staff', 'quatorze lettr', 'too-short'],
    ['staff', 'quinze lettres!', null],
  ] as const)('of the %s pages, « %s », is judged by its length: %s', (surface, password, rule) => {
    expect(passwordRefusal(password, surface)?.code === 'weak-password').toBe(rule !== null);
    expect(passwordRefusal(password, surface)).toEqual(
      rule && { code: 'weak-password', rule, minLength: surface === 'family' ? 12 : 15 },
    );
  });

  test('is counted in characters, not in bytes or halves of an emoji', () => {
    expect(passwordRefusal('🌳🌳🌳🌳🌳🌳', 'family')).toMatchObject({ rule: 'too-short' });
  });

  test('needs no digit, capital or sign', () => {
    expect(passwordRefusal('les tilleuls en fleurs', 'staff')).toBeNull();
  });

  test.each([
    'motdepasse123',
    'MotDePasse123!',
    'azertyuiopqsd',
    '123456789012',
    'aaaaaaaaaaaa',
    'abababababab',
    'bonjourbonjour',
    'espacefamille',
  ])('that everybody tries first, « %s », is refused', (password) => {
    expect(passwordRefusal(password, 'family')).toMatchObject({ rule: 'too-common' });
  });
});
