import type { Reason } from '../explain/reasons.ts';
import type { Day } from '../time/day.ts';
import type { ChargeLine } from './charge-line.ts';
import { difference } from './difference.ts';

const presenceKinds: ReadonlySet<ChargeLine['kind']> = new Set([
  'presence',
  'unbooked',
  'noShow',
  'lateCancellation',
]);

/**
 * The lines of a bill whose spans began before its first day: what those days owe by now, less what
 * they owed before it. A package that takes the place of days already billed gives them back.
 *
 * @param now what is owed from the beginning of the spans to the end of the bill
 * @param before the same, to the eve of the bill
 */
export function sinceBill(
  now: readonly ChargeLine[],
  before: readonly ChargeLine[],
  from: Day,
): ChargeLine[] {
  const own = now.filter(({ on }) => on >= from);
  const begun = difference(
    before,
    now.filter(({ on }) => on < from),
  );
  return [
    ...own,
    ...begun.map((line): ChargeLine => {
      const reasons: readonly Reason[] =
        before.length === 0
          ? line.reasons
          : [...line.reasons, { code: 'spanBegunBefore', on: line.on }];
      const isGivenBack = presenceKinds.has(line.kind) && line.cents < 0;
      return {
        ...line,
        kind: isGivenBack ? 'credit' : line.kind,
        on: from,
        reasons,
      };
    }),
  ];
}
