import { spanOf } from '@preau/domain/calendar/spans';
import type { Day } from '@preau/domain/time/day';
import type { ReglementInForce } from '../reglements/reglements.public.ts';
import type { LineRow } from './line-facts.ts';

type Line = Pick<LineRow, 'child_id' | 'held_on' | 'unit' | 'action'>;

/**
 * The first day of the stay a line belongs to, which some limits count from: the days of an activity
 * that a draft adds for a child in one school holiday, or one term, are a stay.
 *
 * @returns `undefined` for a line that adds nothing: its day stands alone
 */
export function staysOf(
  rows: readonly Line[],
  reglementOn: (on: Day) => ReglementInForce,
): (row: Line) => Day | undefined {
  const firsts = new Map<string, Day>();
  const keyOf = ({ child_id, held_on, unit }: Line) => {
    const { reglement } = reglementOn(held_on);
    const { from } = spanOf('period', held_on, reglement.calendar);
    return `${child_id}/${reglement.unit(unit)?.activity.code}/${from}`;
  };
  for (const row of rows) {
    if (row.action === 'remove') continue;
    const first = firsts.get(keyOf(row));
    if (first === undefined || row.held_on < first) firsts.set(keyOf(row), row.held_on);
  }
  return (row) => (row.action === 'remove' ? undefined : firsts.get(keyOf(row)));
}
