import { contrastOf, hexOf, isHexColor, type Oklch, oklchOf } from './oklch.ts';

/** The colours derived from the one an organisation chose, each `#rrggbb`. */
export type BrandTokens = {
  /** Fills and links: at least 4.5:1 on white and on `soft`. */
  readonly brand: string;
  /** Pressed and hovered fills. */
  readonly dark: string;
  /** Tint behind selected things. */
  readonly soft: string;
  /** Text on `brand` and `dark`. */
  readonly ink: string;
};

/** WCAG 2.2 AA for text (1.4.3). */
export const requiredContrast = 4.5;

const fallbackBrand = '#0b6b5b';
const softLightness = 0.955;
const softChroma = 0.022;
const darkenStep = 0.01;

/**
 * Derives the tokens of a brand colour. A colour too light to be read is darkened, hue kept,
 * until it reaches {@link requiredContrast}; one that is not `#rrggbb` gives Préau's own green.
 */
export function brandTokens(chosen: string): BrandTokens {
  const color = oklchOf(isHexColor(chosen) ? chosen : fallbackBrand);
  const soft = hexOf({ l: softLightness, c: Math.min(color.c, softChroma), h: color.h });
  const brand = darkenUntilReadable(color, soft);
  const dark = hexOf({ ...oklchOf(brand), l: Math.max(0.12, oklchOf(brand).l - 0.07) });
  return { brand, dark, soft, ink: '#ffffff' };
}

/** Writes the tokens as custom properties; needs no inline style, so it obeys a strict CSP. */
export function applyBrand(root: HTMLElement, chosen: string): void {
  const tokens = brandTokens(chosen);
  root.style.setProperty('--brand', tokens.brand);
  root.style.setProperty('--brand-dark', tokens.dark);
  root.style.setProperty('--brand-soft', tokens.soft);
  root.style.setProperty('--brand-ink', tokens.ink);
}

function darkenUntilReadable(color: Oklch, soft: string): string {
  for (let l = color.l; l > 0; l -= darkenStep) {
    const hex = hexOf({ ...color, l });
    // The tint is darker than white, so it is the harder of the two grounds.
    if (contrastOf(hex, soft) >= requiredContrast) return hex;
  }
  return '#000000';
}
