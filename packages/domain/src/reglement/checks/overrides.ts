import { formatWeekday } from '../../explain/format-fr.ts';
import type { DayCondition, Limit } from '../document.ts';
import type { Runs } from './names.ts';
import type { Place } from './place.ts';
import { checkSpan, checkWeekday, checkWeekdays } from './scalars.ts';

type ConditionOf<Kind extends DayCondition['kind']> = Extract<
  DayCondition,
  { readonly kind: Kind }
>;

/** Exceptions of a limit that can never be the first to hold, and what their conditions say. */
export function checkOverrides(place: Place, { overrides = [] }: Limit, runs: Runs): void {
  overrides.forEach(({ when }, at) => {
    const here = place.at(['overrides', at, 'when'], `exception ${at + 1}`);
    when.forEach((condition, index) => checkDayCondition(here.at([index]), condition, runs));
    if (when.length === 0) {
      here.wrong('elle vaut toujours : la règle qu’elle remplace ne sert jamais');
    }
    if (contradicts(when)) here.wrong('aucun jour ne remplit toutes ces conditions');
    const before = overrides.findIndex(
      (earlier, first) => first < at && earlier.when.length > 0 && implies(when, earlier.when),
    );
    if (before >= 0) {
      here.wrong(`elle ne sert jamais : l’exception ${before + 1} vaut chaque fois avant elle`);
    }
  });
}

function checkDayCondition(place: Place, condition: DayCondition, runs: Runs): void {
  switch (condition.kind) {
    case 'publicHolidayOn':
      return checkWeekday(place.at(['weekday']), condition.weekday);
    case 'weekday':
      checkWeekdays(place.at(['in']), condition.in);
      if (condition.in.length > 0 && !condition.in.some((weekday) => runs.weekdays.has(weekday))) {
        const days = condition.in.map(formatWeekday).join(', ');
        place
          .at(['in'])
          .wrong(`elle ne sert jamais : aucune activité n’a lieu ce jour-là (${days})`);
      }
      return;
    case 'dates':
      return checkSpan(place, condition);
    case 'publicHolidayInWeek':
    case 'dayAfterPublicHoliday':
    case 'firstDayAfterHolidays':
    case 'firstWeekAfterHolidays':
    case 'schoolHolidays':
  }
}

/** Whether all of these hold wherever all of those do. */
function implies(those: readonly DayCondition[], these: readonly DayCondition[]): boolean {
  return these.every((wanted) => those.some((given) => impliesOne(given, wanted)));
}

function impliesOne(given: DayCondition, wanted: DayCondition): boolean {
  switch (wanted.kind) {
    case 'publicHolidayOn':
      return given.kind === 'publicHolidayOn' && given.weekday === wanted.weekday;
    case 'publicHolidayInWeek':
      return (
        given.kind === 'publicHolidayInWeek' ||
        (given.kind === 'publicHolidayOn' && given.weekday <= 5)
      );
    case 'firstWeekAfterHolidays':
      return given.kind === 'firstWeekAfterHolidays' || given.kind === 'firstDayAfterHolidays';
    case 'dayAfterPublicHoliday':
    case 'firstDayAfterHolidays':
    case 'schoolHolidays':
      return given.kind === wanted.kind;
    case 'weekday':
      return given.kind === 'weekday' && given.in.every((one) => wanted.in.includes(one));
    case 'dates':
      return given.kind === 'dates' && wanted.from <= given.from && given.until <= wanted.until;
  }
}

/** Two weekdays at once, or two spans that do not meet. */
function contradicts(when: readonly DayCondition[]): boolean {
  const weekdays = when.filter((one): one is ConditionOf<'weekday'> => one.kind === 'weekday');
  const spans = when.filter((one): one is ConditionOf<'dates'> => one.kind === 'dates');
  return (
    weekdays.some((one) =>
      weekdays.some((other) => !one.in.some((weekday) => other.in.includes(weekday))),
    ) || spans.some((one) => spans.some((other) => other.until < one.from))
  );
}
