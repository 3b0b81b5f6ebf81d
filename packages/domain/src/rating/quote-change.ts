import type { Reason } from '../explain/reasons.ts';
import { type Cents, cents } from '../money/cents.ts';
import { share } from '../money/share.ts';
import type { ChargeLine } from './charge-line.ts';
import { difference } from './difference.ts';

/** A session whose booking a draft adds, gives back or changes. */
export type ChangedSession = Pick<ChargeLine, 'on'> & {
  readonly childId: string;
  readonly unit: string;
};

/** Lines of the session itself; the others are of a span that may begin that day. */
const ownKinds: ReadonlySet<ChargeLine['kind']> = new Set([
  'presence',
  'unbooked',
  'noShow',
  'lateCancellation',
  'latePickup',
  'credit',
]);

/** What one change makes of the bill. */
export type QuotedChange = ChangedSession & {
  readonly cents: Cents;
  /** Some of it is an amount the règlement does not say. */
  readonly undetermined: boolean;
  readonly reasons: readonly Reason[];
};

/**
 * What a draft changes in what a household owes: one line for each session it changes, in their
 * order, which add up to the difference of the two bills. Where a change moves other lines too (a
 * package, a cap, the share of a family's day), what it makes of them is shared over the changes, by
 * what each costs itself, and said.
 *
 * @param before the bill without the draft, of whatever days it may touch
 * @param after the bill of the same days with it
 */
export function quoteChange(
  before: readonly ChargeLine[],
  after: readonly ChargeLine[],
  changed: readonly ChangedSession[],
): QuotedChange[] {
  const changes = difference(before, after);
  const keys = new Map(changed.map((session, place) => [keyOf(session), place]));
  const own = changed.map((): ChargeLine[] => []);
  let rest = 0;
  let isUnknown = false;
  for (const line of changes) {
    const place = keys.get(keyOf(line));
    const lines = place === undefined ? undefined : own[place];
    if (lines !== undefined && ownKinds.has(line.kind)) lines.push(line);
    else {
      rest += line.cents;
      isUnknown ||= line.undetermined;
    }
  }
  const amounts = own.map((lines) => lines.reduce((sum, line) => sum + line.cents, 0));
  const parts = partsOf(rest, amounts);
  return changed.map((session, place): QuotedChange => {
    const lines = own[place] ?? [];
    const part = parts[place] ?? cents(0);
    const others: Reason[] =
      part === 0 ? [] : [{ code: 'otherLinesChange', cents: part, whole: cents(rest) }];
    return {
      ...session,
      cents: cents((amounts[place] ?? 0) + part),
      undetermined: isUnknown || lines.some(({ undetermined }) => undetermined),
      reasons: [...lines.flatMap(({ reasons }) => reasons), ...others],
    };
  });
}

function partsOf(rest: number, amounts: readonly number[]): Cents[] {
  if (amounts.length === 0 || rest === 0) return amounts.map(() => cents(0));
  const weights = amounts.map((amount) => Math.abs(amount));
  const isEven = weights.every((weight) => weight === 0);
  return share(cents(rest), isEven ? weights.map(() => 1) : weights);
}

function keyOf({ childId, unit, on }: Pick<ChargeLine, 'childId' | 'unit' | 'on'>): string {
  return JSON.stringify([childId, unit, on]);
}
