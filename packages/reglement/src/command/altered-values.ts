import { addDays, isDay } from '@preau/domain/time/day';
import { isClockTime } from '@preau/domain/time/instant';

/**
 * What a value may be altered to: amounts by a cent and doubled, other numbers by one, times by an
 * hour, days by one, yes and no exchanged, a limit that never comes by one that has passed.
 *
 * @param words that may stand where a text stands; none where it is free
 */
export function alteredValues(
  value: unknown,
  isAmount: boolean,
  words: () => readonly string[],
): readonly unknown[] {
  switch (typeof value) {
    case 'number':
      return alteredNumbers(value, isAmount);
    case 'boolean':
      return [!value];
    case 'string':
      return alteredTexts(value, words);
    default:
      return [];
  }
}

function alteredNumbers(value: number, isAmount: boolean): readonly number[] {
  if (isAmount) return value === 0 ? [1] : [value + 1, value * 2];
  // Of a rate, one more would be a hundred times as much.
  return Number.isInteger(value) ? [value + 1, value - 1] : [value * 2, value / 2];
}

function alteredTexts(value: string, words: () => readonly string[]): readonly string[] {
  if (isDay(value)) return [addDays(value, 1), addDays(value, -1)];
  if (isClockTime(value)) return [1, -1].flatMap((hours) => shifted(value, hours));
  if (isDay(`2000-${value}`)) return alteredTexts(`2000-${value}`, words).map((on) => on.slice(5));
  return words().filter((word) => word !== value);
}

function shifted(time: string, hours: number): readonly string[] {
  const hour = Number(time.slice(0, 2)) + hours;
  const moved = `${String(hour).padStart(2, '0')}${time.slice(2)}`;
  return isClockTime(moved) ? [moved] : [];
}
