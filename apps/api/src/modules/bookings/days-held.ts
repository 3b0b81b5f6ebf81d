import type { Verdict } from '@preau/domain/bookings/verdict';
import type { CompiledUnit } from '@preau/domain/reglement/compile';
import { type Day, firstOfMonth, mondayOf } from '@preau/domain/time/day';
import type { LineRow } from './line-facts.ts';

/** A line before its verdict, and the activity it is of. */
type Line = Pick<LineRow, 'child_id' | 'held_on' | 'action' | 'state' | 'activity_days'>;

/** On which days children hold an activity, while a draft is decided line by line. */
export class DaysHeld {
  /** By child and activity: what the lines done so far add to each day, or take from it. */
  readonly #shifts = new Map<string, Map<Day, number>>();

  /** Counts a line that will be done; who waits for a day is not there. */
  note(row: Line, rules: CompiledUnit, { outcome }: Pick<Verdict, 'outcome'>): void {
    const waits = outcome === 'waitlisted' || row.state === 'waitlisted';
    if (rules.activity.days.length === 0 || waits) return;
    const shifts = this.#shifts.get(keyOf(row, rules)) ?? new Map<Day, number>();
    const step = row.action === 'remove' ? -1 : 1;
    shifts.set(row.held_on, (shifts.get(row.held_on) ?? 0) + step);
    this.#shifts.set(keyOf(row, rules), shifts);
  }

  /** Days of the activity around a line, by other sessions: bookings, then what the draft changes. */
  around(row: Line, rules: CompiledUnit): Day[] {
    if (rules.activity.days.length === 0) return [];
    return this.#daysOf(row, rules, row.activity_days ?? []);
  }

  /** How many days of its week or month are left, all done lines counted, its own among them. */
  leftAround(row: Line, rules: CompiledUnit, per: 'week' | 'month'): number {
    const spanOf = per === 'week' ? mondayOf : firstOfMonth;
    const held = row.state !== null && row.state !== 'waitlisted';
    const before = [...(row.activity_days ?? []), ...(held ? [row.held_on] : [])];
    const span = spanOf(row.held_on);
    return this.#daysOf(row, rules, before).filter((on) => spanOf(on) === span).length;
  }

  #daysOf(row: Line, rules: CompiledUnit, before: readonly Day[]): Day[] {
    const counts = new Map(this.#shifts.get(keyOf(row, rules)));
    for (const on of before) counts.set(on, (counts.get(on) ?? 0) + 1);
    return [...counts].flatMap(([on, count]) => (count > 0 ? [on] : []));
  }
}

function keyOf({ child_id }: Line, { activity }: CompiledUnit): string {
  return `${child_id}/${activity.code}`;
}
