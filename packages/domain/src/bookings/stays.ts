import type { Calendar } from '../calendar/calendar.ts';
import { spanOf } from '../calendar/spans.ts';
import type { Day } from '../time/day.ts';

/** What places a request in a stay. */
export type StayLine = {
  /** The child and the activity, in one text. */
  readonly who: string;
  readonly on: Day;
  readonly gives: boolean;
  readonly calendar: Calendar;
};

/**
 * The first day of the stay a request belongs to, which some limits count from: the days of an
 * activity asked together for a child, in one school holiday or one term, are a stay.
 *
 * @param about what places each request
 * @returns `undefined` for a request that gives a day back: its day stands alone
 */
export function staysOf<Line>(
  lines: readonly Line[],
  about: (line: Line) => StayLine,
): (line: Line) => Day | undefined {
  const keyOf = ({ who, on, calendar }: StayLine) =>
    `${who}/${spanOf('period', on, calendar).from}`;
  const firsts = new Map<string, Day>();
  for (const line of lines) {
    const told = about(line);
    if (told.gives) continue;
    const first = firsts.get(keyOf(told));
    if (first === undefined || told.on < first) firsts.set(keyOf(told), told.on);
  }
  return (line) => {
    const told = about(line);
    return told.gives ? undefined : firsts.get(keyOf(told));
  };
}
