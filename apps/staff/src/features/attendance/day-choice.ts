import { formatDayLong, formatDayWithYear } from '@preau/domain/explain/format-fr';
import { type Day, isDay } from '@preau/domain/time/day';
import { capitalised } from '@preau/ui/text/capitalised';

/** First and last day that can be chosen: typing a year digit by digit passes through year 2. */
export const firstChoice = '2020-01-01' as Day;
export const lastChoice = '2099-12-31' as Day;

/** The day written in an address or typed in the field; `null` when it is none that can be shown. */
export function chosenDay(text: string | null): Day | null {
  if (text === null || !isDay(text)) return null;
  return text >= firstChoice && text <= lastChoice ? text : null;
}

/**
 * The title of the list: « Aujourd’hui, lundi 23 novembre », « Mardi 24 novembre ».
 * @param present the present day, when known. The year is told where it is not obvious.
 */
export function dayTitle(on: Day, present: Day | null): string {
  if (on === present) return `Aujourd’hui, ${formatDayLong(on)}`;
  const sameYear = present !== null && on.slice(0, 4) === present.slice(0, 4);
  return capitalised(sameYear ? formatDayLong(on) : formatDayWithYear(on));
}
