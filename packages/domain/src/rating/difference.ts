import type { Reason } from '../explain/reasons.ts';
import { cents } from '../money/cents.ts';
import type { ChargeLine } from './charge-line.ts';

/**
 * What changes from one rating to another: one line for each thing that is owed more, less (negative)
 * or no longer. What was said before, plus these lines, is what is said after.
 */
export function difference(
  before: readonly ChargeLine[],
  after: readonly ChargeLine[],
): ChargeLine[] {
  const old = totalsOf(before);
  const lines: ChargeLine[] = [];
  for (const [key, now] of totalsOf(after)) {
    const was = old.get(key);
    old.delete(key);
    if (was === undefined) lines.push(...now.lines);
    else if (was.cents !== now.cents || was.undetermined !== now.undetermined) {
      const corrected: Reason[] = now.undetermined
        ? []
        : [{ code: 'corrected', before: cents(was.cents), after: cents(now.cents) }];
      lines.push({
        ...now.first,
        cents: cents(now.cents - was.cents),
        undetermined: now.undetermined,
        reasons: [...now.first.reasons, ...corrected],
      });
    }
  }
  for (const gone of old.values()) {
    if (gone.cents === 0 && !gone.undetermined) continue;
    const reasons: Reason[] = [{ code: 'noLongerOwed', cents: cents(gone.cents) }];
    lines.push({ ...gone.first, cents: cents(-gone.cents), undetermined: false, reasons });
  }
  return lines;
}

type Total = {
  readonly first: ChargeLine;
  readonly lines: ChargeLine[];
  cents: number;
  undetermined: boolean;
};

/** Lines about one thing, added up. */
function totalsOf(lines: readonly ChargeLine[]): Map<string, Total> {
  const totals = new Map<string, Total>();
  for (const line of lines) {
    const key = JSON.stringify([line.kind, line.childId, line.unit, line.on, line.code]);
    const total = totals.get(key);
    if (total === undefined) {
      const { cents: amount, undetermined } = line;
      totals.set(key, { first: line, lines: [line], cents: amount, undetermined });
    } else {
      total.lines.push(line);
      total.cents += line.cents;
      total.undetermined ||= line.undetermined;
    }
  }
  return totals;
}
