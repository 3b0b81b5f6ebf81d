import type { Selector } from '../reglement/vocabulary/price-rules.ts';
import type { Counting } from '../reglement/vocabulary/profile-rules.ts';
import { weekdayOf } from '../time/day.ts';
import type { PriceContext } from './price-context.ts';

/** Which of the keys a presence has; `null` where it has none of them. */
export function findKey(
  what: Selector,
  keys: Readonly<Record<string, unknown>>,
  context: PriceContext,
): string | null {
  switch (what.kind) {
    case 'residence':
    case 'scheme':
    case 'group':
    case 'mode':
      return keyIn(keys, context[what.kind]);
    case 'flag':
      return Object.keys(keys).find((flag) => context.flags.includes(flag)) ?? null;
    case 'weekday':
      return keyIn(keys, String(weekdayOf(context.on)));
    case 'season':
      return keyIn(keys, context.season);
    case 'rank':
      return findNumberKey(keys, context.rank(what.counting, what.order ?? 'oldestFirst'));
    case 'children':
      return findNumberKey(keys, context.children(what.counting));
    case 'count':
      return findNumberKey(keys, context.count(what.of, what.per));
    case 'frequency': {
      const regular = context.presences(what.per) >= what.regularFrom;
      return keyIn(keys, regular ? 'regular' : 'occasional');
    }
  }
}

/** The key of a number: itself, or the greatest of those written `3+` that it reaches. */
export function findNumberKey(
  keys: Readonly<Record<string, unknown>>,
  number: number,
): string | null {
  if (Object.hasOwn(keys, String(number))) return String(number);
  let found: string | null = null;
  let greatest = 0;
  for (const key of Object.keys(keys)) {
    const from = Number(key.slice(0, -1));
    if (!key.endsWith('+') || from > number || from < greatest) continue;
    found = key;
    greatest = from;
  }
  return found;
}

/** What the key says in the règlement's own words. */
export function labelOfKey(what: Selector, key: string, { labelOf }: PriceContext): string {
  switch (what.kind) {
    case 'residence':
    case 'scheme':
    case 'mode':
    case 'flag':
      return labelOf?.(what.kind, key) ?? key;
    default:
      return key;
  }
}

/** Which children a selector counts, where it counts some. */
export function countingOf(what: Selector): Counting | null {
  return what.kind === 'rank' || what.kind === 'children' ? what.counting : null;
}

function keyIn(keys: Readonly<Record<string, unknown>>, key: string | null): string | null {
  return key !== null && Object.hasOwn(keys, key) ? key : null;
}
