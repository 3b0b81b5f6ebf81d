import { brandTokens, requiredContrast } from '@preau/ui/theme/brand-tokens';
import { contrastOf, isHexColor } from '@preau/ui/theme/oklch';

/** Whether a colour can be read, and which one the portals will use. */
export type ColourVerdict =
  | { readonly kind: 'not-a-colour' }
  | { readonly kind: 'kept'; readonly ratio: number }
  | {
      readonly kind: 'darkened';
      readonly ratio: number;
      /** `#rrggbb`, of the same hue. */
      readonly used: string;
      readonly usedRatio: number;
    };

/** Contrasts are those of the harder ground, the tint of the colour itself (WCAG 2.2, 1.4.3). */
export function colourVerdict(chosen: string): ColourVerdict {
  const color = chosen.trim().toLowerCase();
  if (!isHexColor(color)) return { kind: 'not-a-colour' };
  const { brand, soft } = brandTokens(color);
  const ratio = contrastOf(color, soft);
  if (ratio >= requiredContrast) return { kind: 'kept', ratio };
  return { kind: 'darkened', ratio, used: brand, usedRatio: contrastOf(brand, soft) };
}

/** `4,5 : 1`, never rounded up to what it does not reach. */
export function ratioWords(ratio: number): string {
  const tenths = Math.floor(ratio * 10) / 10;
  return `${String(tenths).replace('.', ',')}\u00a0:\u00a01`;
}
