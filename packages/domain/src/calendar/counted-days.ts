import { boundedMemo } from '../memo/bounded-memo.ts';
import type { CalendarRules, KnownDayUnit } from '../reglement/document.ts';
import { type Day, type Weekday, addDays, weekdayOf } from '../time/day.ts';

/**
 * Whether a day is of that kind; `null` where nobody knows yet: a school day beyond the school
 * calendar that is published.
 */
export type DayTest = (on: Day) => boolean | null;

/** What is known of a day before it is told which kinds of days it belongs to. */
export type DayFacts = {
  isPublicHoliday(on: Day): boolean;
  /** Whether the règlement itself closes everything that day. */
  isClosed(on: Day): boolean;
  /** Whether it is a day with class; `null` = not known. */
  hasClass(on: Day): boolean | null;
};

const DAYS_REMEMBERED = 5_000;

/** No delay of a règlement is as long: a unit without any day ends here. */
const DAYS_LOOKED_AT = 1_500;

const mondayToFriday: readonly Weekday[] = [1, 2, 3, 4, 5];
const mondayToSaturday: readonly Weekday[] = [1, 2, 3, 4, 5, 6];

/** The kinds of days that can be counted, each answer computed once. */
export function countedDays(
  { officeWeek = mondayToFriday }: Pick<CalendarRules, 'officeWeek'>,
  facts: DayFacts,
): Readonly<Record<KnownDayUnit, DayTest>> {
  const onWeekdays = (weekdays: readonly Weekday[]) => (on: Day) =>
    weekdays.includes(weekdayOf(on)) && !facts.isPublicHoliday(on);
  const isOfficeDay = onWeekdays(officeWeek);
  return {
    working: boundedMemo(DAYS_REMEMBERED, onWeekdays(mondayToFriday)),
    business: boundedMemo(DAYS_REMEMBERED, onWeekdays(mondayToSaturday)),
    office: boundedMemo(DAYS_REMEMBERED, (on: Day) => isOfficeDay(on) && !facts.isClosed(on)),
    school: boundedMemo(DAYS_REMEMBERED, (on: Day) =>
      facts.isClosed(on) ? false : facts.hasClass(on),
    ),
  };
}

/**
 * The nth day of a kind from `on`, `on` left out; `null` where it cannot be known.
 *
 * @throws RangeError when `count` is not a whole number from 1
 */
export function walkDays(test: DayTest, on: Day, count: number, step: 1 | -1): Day | null {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`Not a number of days to count: ${count}`);
  }
  let found = on;
  let left = count;
  for (let looked = 0; looked < DAYS_LOOKED_AT; looked += 1) {
    found = addDays(found, step);
    const counts = test(found);
    if (counts === null) return null;
    if (counts) left -= 1;
    if (left === 0) return found;
  }
  return null;
}
