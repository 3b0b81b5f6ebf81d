/** An amount of euros in whole cents. */
export type Cents = number & { readonly __brand: 'Cents' };

const MILLION = 1_000_000;
const NARROW_NO_BREAK_SPACE = '\u202f';
const NO_BREAK_SPACE = '\u00a0';

/**
 * @param amount whole cents, negative for a credit
 * @throws RangeError when it is not a safe integer: an amount is never a float
 */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of cents: ${amount}`);
  // Minus zero would be shown as « -0,00 € ».
  return (amount === 0 ? 0 : amount) as Cents;
}

/** Sum of the amounts; 0 when there is none. */
export function addCents(...amounts: readonly Cents[]): Cents {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return cents(sum);
}

/**
 * The only rounding of the product: a share of an amount, in cents, half up on the magnitude.
 * 0.5 cent becomes 1 cent, and −0.5 cent becomes −1 cent: a credit is exactly the opposite of the
 * charge it reverses, which rounding towards +∞ would not give.
 *
 * @param amount cents
 * @param perMillion whole parts per million, at most 10⁹ in magnitude (a thousand times the amount)
 * @throws RangeError when the rate is not such an integer
 */
export function timesPerMillion(amount: Cents, perMillion: number): Cents {
  if (!Number.isSafeInteger(perMillion) || Math.abs(perMillion) > 1_000 * MILLION) {
    throw new RangeError(`Not a whole rate per million: ${perMillion}`);
  }
  const magnitude = Math.abs(amount);
  const rate = Math.abs(perMillion);
  // Split so that every product stays below 2⁵³.
  const millions = Math.floor(magnitude / MILLION);
  const rest = magnitude % MILLION;
  const share = millions * rate + Math.floor((rest * rate + MILLION / 2) / MILLION);
  return cents(amount < 0 !== perMillion < 0 ? -share : share);
}

/**
 * The amount as French readers write it: `1 234,50 €`, with a narrow no-break space between
 * thousands and a no-break space before the sign. Written here rather than with Intl so that
 * server, browser and stored receipts agree whatever their ICU version.
 */
export function formatEuros(amount: Cents): string {
  const magnitude = Math.abs(amount);
  const euros = String(Math.floor(magnitude / 100)).replace(
    /\B(?=(?:\d{3})+$)/g,
    NARROW_NO_BREAK_SPACE,
  );
  const rest = String(magnitude % 100).padStart(2, '0');
  return `${amount < 0 ? '-' : ''}${euros},${rest}${NO_BREAK_SPACE}€`;
}
