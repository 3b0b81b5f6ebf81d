import { describe, expect, test } from 'vitest';
import { brandTokens, requiredContrast } from './brand-tokens.ts';
import { contrastOf, hexOf, oklchOf } from './oklch.ts';

const channels = ['00', '33', '66', '99', 'cc', 'ff'];
const webColors = channels.flatMap((r) =>
  channels.flatMap((g) => channels.map((b) => `#${r}${g}${b}`)),
);

const isReadable = (brand: string, soft: string) =>
  contrastOf(brand, '#ffffff') >= requiredContrast && contrastOf(brand, soft) >= requiredContrast;

describe('colours of an organisation', () => {
  test.each(webColors)('%s gives a brand readable on white and on its own tint', (chosen) => {
    const tokens = brandTokens(chosen);
    expect(isReadable(tokens.brand, tokens.soft)).toBe(true);
    expect(contrastOf(tokens.ink, tokens.dark)).toBeGreaterThanOrEqual(requiredContrast);
  });

  test('without the darkening, light colours fail the same check', () => {
    const unreadable = webColors.filter((chosen) => !isReadable(chosen, brandTokens(chosen).soft));
    expect(unreadable.length).toBeGreaterThan(50);
  });

  test('a colour that is already readable is kept as it was chosen', () => {
    expect(brandTokens('#0b6b5b').brand).toBe('#0b6b5b');
    expect(brandTokens('#7a1f5c').brand).toBe('#7a1f5c');
  });

  test('a yellow stays a yellow when it is darkened', () => {
    const [chosen, derived] = [oklchOf('#ffd500'), oklchOf(brandTokens('#ffd500').brand)];
    expect(derived.h).toBeCloseTo(chosen.h, 1);
    expect(derived.l).toBeLessThan(chosen.l);
  });

  test('what is not a colour gives the default brand', () => {
    expect(brandTokens('url(x)')).toEqual(brandTokens('#0b6b5b'));
  });
});

describe('conversions', () => {
  test('black on white is 21:1', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
  });

  test.each(['#ff0000', '#0b6b5b', '#123456', '#ffffff', '#000000'])(
    '%s survives the way to OKLCH and back',
    (hex) => {
      expect(hexOf(oklchOf(hex))).toBe(hex);
    },
  );
});
