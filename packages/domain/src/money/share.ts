import { type Cents, cents } from './cents.ts';

/**
 * An amount shared by weights, in parts that add up to it: each gets its whole cents, and the cents
 * left go one by one to the largest remainders, the first in the list where they are equal.
 *
 * @param amount cents, negative for a credit, which is shared as the charge it reverses
 * @param weights whole numbers, none negative, at least one above 0
 * @throws RangeError for such weights, or for none
 */
export function share(amount: Cents, weights: readonly number[]): Cents[] {
  if (!weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0)) {
    throw new RangeError(`Not weights to share by: ${weights.join(', ')}`);
  }
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) throw new RangeError('Nobody to share between');

  const magnitude = BigInt(Math.abs(amount));
  const divisor = BigInt(whole);
  const parts = weights.map((weight, place) => {
    const exact = magnitude * BigInt(weight);
    return { place, cents: Number(exact / divisor), remainder: exact % divisor };
  });
  let left = Math.abs(amount) - parts.reduce((sum, part) => sum + part.cents, 0);
  const byRemainder = parts.toSorted((one, other) =>
    one.remainder === other.remainder
      ? one.place - other.place
      : one.remainder > other.remainder
        ? -1
        : 1,
  );
  for (const part of byRemainder) {
    if (left === 0) break;
    part.cents += 1;
    left -= 1;
  }
  return parts.map((part) => cents(amount < 0 ? -part.cents : part.cents));
}

/** The amount in as many parts as equal as cents allow, the first ones larger by a cent. */
export function shareEqually(amount: Cents, count: number): Cents[] {
  return share(
    amount,
    Array.from({ length: count }, () => 1),
  );
}
