import { DaysHeld } from '@preau/domain/bookings/minimum-days';
import type { Verdict } from '@preau/domain/bookings/verdict';
import type { CompiledUnit } from '@preau/domain/reglement/compile';
import type { Day } from '@preau/domain/time/day';
import type { LineRow } from './line-facts.ts';

/** A line before its verdict, and the activity it is of. */
type Line = Pick<LineRow, 'child_id' | 'held_on' | 'action' | 'state' | 'activity_days'>;

/** On which days children hold an activity, while a draft is decided line by line. */
export class DraftDays {
  readonly #held = new DaysHeld();

  /** Counts a line that will be done; who waits for a day is not there. */
  note(row: Line, rules: CompiledUnit, { outcome }: Pick<Verdict, 'outcome'>): void {
    const waits = outcome === 'waitlisted' || row.state === 'waitlisted';
    if (rules.activity.days.length === 0 || waits) return;
    this.#held.note(whoOf(row, rules), row.held_on, row.action === 'remove' ? -1 : 1);
  }

  /** Days of the activity around a line, by other sessions: bookings, then what the draft changes. */
  around(row: Line, rules: CompiledUnit): Day[] {
    if (rules.activity.days.length === 0) return [];
    return this.#held.daysOf(whoOf(row, rules), row.activity_days ?? []);
  }

  /** Days that are left, all done lines counted, the line's own session among them. */
  left(row: Line, rules: CompiledUnit): Day[] {
    const holds = row.state !== null && row.state !== 'waitlisted';
    const before = [...(row.activity_days ?? []), ...(holds ? [row.held_on] : [])];
    return this.#held.daysOf(whoOf(row, rules), before);
  }
}

function whoOf({ child_id }: Line, { activity }: CompiledUnit): string {
  return `${child_id}/${activity.code}`;
}
