import { staysOf } from '@preau/domain/bookings/stays';
import type { Day } from '@preau/domain/time/day';
import type { ReglementInForce } from '../reglements/reglements.public.ts';
import type { LineRow } from './line-facts.ts';

type Line = Pick<LineRow, 'child_id' | 'held_on' | 'unit' | 'action'>;

/** The first day of the stay that each line of a draft belongs to; `undefined` for one that removes. */
export function staysOfDraft(
  rows: readonly Line[],
  reglementOn: (on: Day) => ReglementInForce,
): (row: Line) => Day | undefined {
  return staysOf(rows, ({ child_id, held_on, unit, action }) => {
    const { reglement } = reglementOn(held_on);
    return {
      who: `${child_id}/${reglement.unit(unit)?.activity.code}`,
      on: held_on,
      gives: action === 'remove',
      calendar: reglement.calendar,
    };
  });
}
