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

/** To a multiple of so many cents; half cents, or whatever is not whole, away from or towards 0. */
export type CentsRounding = {
  readonly toCents: number;
  readonly mode: 'halfUp' | 'up' | 'down';
};

const toTheCent: CentsRounding = { toCents: 1, mode: 'halfUp' };

/**
 * The only rounding of the product: an exact fraction of cents, to whole cents. It looks at the
 * magnitude: 0.5 cent becomes 1 cent, and −0.5 cent becomes −1 cent, so that a credit is exactly the
 * opposite of the charge it reverses, which rounding towards +∞ would not give.
 *
 * @param numerator whole; a bigint where it may pass 2⁵³
 * @param denominator whole, above 0
 * @throws RangeError when one of them is not such an integer, or the result too large for cents
 */
export function roundedRatio(
  numerator: number | bigint,
  denominator: number,
  { toCents, mode }: CentsRounding = toTheCent,
): Cents {
  const step = denominator * toCents;
  if (!Number.isSafeInteger(step) || step <= 0) {
    throw new RangeError(`Not a fraction of cents: ${numerator} / ${denominator} (${toCents})`);
  }
  if (typeof numerator === 'number' && isSmall(numerator) && isSmall(step)) {
    const rounded = divided(Math.abs(numerator), step, mode) * toCents;
    return cents(numerator < 0 ? -rounded : rounded);
  }
  const exact = BigInt(numerator);
  const magnitude = exact < 0n ? -exact : exact;
  const rounded = Number(dividedExactly(magnitude, BigInt(step), mode)) * toCents;
  return cents(exact < 0n ? -rounded : rounded);
}

/** Twice it and some more is still an exact number. */
function isSmall(whole: number): boolean {
  return Number.isInteger(whole) && Math.abs(whole) < 2 ** 50;
}

function divided(magnitude: number, step: number, mode: CentsRounding['mode']): number {
  const rest = magnitude % step;
  const whole = (magnitude - rest) / step;
  switch (mode) {
    case 'halfUp':
      return 2 * rest >= step ? whole + 1 : whole;
    case 'up':
      return rest > 0 ? whole + 1 : whole;
    case 'down':
      return whole;
  }
}

/** The same for what numbers cannot hold. */
function dividedExactly(magnitude: bigint, step: bigint, mode: CentsRounding['mode']): bigint {
  switch (mode) {
    case 'halfUp':
      return (2n * magnitude + step) / (2n * step);
    case 'up':
      return (magnitude + step - 1n) / step;
    case 'down':
      return magnitude / step;
  }
}

/**
 * A share of an amount, rounded half up.
 *
 * @param amount cents
 * @param perMillion whole parts per million, at most 10⁹ in magnitude (a thousand times the amount)
 * @throws RangeError when the rate is not such an integer
 */
export function timesPerMillion(amount: Cents, perMillion: number): Cents {
  if (!Number.isSafeInteger(perMillion) || Math.abs(perMillion) > 1_000 * MILLION) {
    throw new RangeError(`Not a whole rate per million: ${perMillion}`);
  }
  const product = amount * perMillion;
  return roundedRatio(
    Number.isSafeInteger(product) ? product : BigInt(amount) * BigInt(perMillion),
    MILLION,
  );
}

/**
 * A decimal of a règlement as a whole number of its last decimal: `fixedPoint(4.15, 2)` is 415.
 *
 * @throws RangeError when it has more decimals than that: nothing is dropped in silence
 */
export function fixedPoint(decimal: number, decimals: number): number {
  const scaled = Math.round(decimal * 10 ** decimals);
  if (!Number.isSafeInteger(scaled) || scaled / 10 ** decimals !== decimal) {
    throw new RangeError(`More than ${decimals} decimals: ${decimal}`);
  }
  return scaled === 0 ? 0 : scaled;
}

/** A share of an amount, in cents, half up; percentages have at most four decimals. */
export function percentOf(amount: Cents, percent: number): Cents {
  return timesPerMillion(amount, fixedPoint(percent, 4));
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
