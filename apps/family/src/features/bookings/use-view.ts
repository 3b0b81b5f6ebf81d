import {
  type Day,
  isDay,
  day,
  firstOfMonth,
  mondayOf,
  weekdayOf,
  addDays,
} from '@preau/domain/time/day';
import { useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';

/** How the planning is laid out. */
export type View = 'week' | 'month' | 'period';

const words: Readonly<Record<View, string | null>> = {
  week: null,
  month: 'mois',
  period: 'periode',
};

/** A grid of a month needs the room of a desk. */
const wideScreen = '(min-width: 45.0625rem)';

/** The view of the address; the week where it names none, or one that has no room. */
export function useView(): View {
  const [query] = useSearchParams();
  const wide = useWide();
  const asked = query.get('vue');
  if (asked === words.period) return 'period';
  return asked === words.month && wide ? 'month' : 'week';
}

/** The address of another view, at the same place: child, filter, and the time looked at. */
export function viewAddress(query: URLSearchParams, view: View): string {
  const next = new URLSearchParams(query);
  const place = placeIn(query);
  for (const name of ['vue', 'semaine', 'mois']) next.delete(name);
  const word = words[view];
  if (word !== null) next.set('vue', word);
  if (place !== null && view === 'week') next.set('semaine', weekOf(place));
  if (place !== null && view === 'month') next.set('mois', monthOf(place));
  return `?${next}`;
}

/** The month of the address, as its first day. */
export function monthIn(query: URLSearchParams): Day | null {
  const text = `${query.get('mois') ?? ''}-01`;
  return isDay(text) ? day(text) : null;
}

/** `2026-12`. */
export const monthOf = (on: Day): string => firstOfMonth(on).slice(0, 7);

/** A day of what the address shows: the Thursday of a week tells its month, as calendars count. */
function placeIn(query: URLSearchParams): Day | null {
  const week = query.get('semaine');
  if (week !== null && isDay(week)) return addDays(mondayOf(day(week)), 3);
  return monthIn(query);
}

/** The first week with a school day: a month that begins on a week-end starts on the Monday after. */
function weekOf(on: Day): Day {
  return weekdayOf(on) > 5 ? addDays(mondayOf(on), 7) : mondayOf(on);
}

function useWide(): boolean {
  return useSyncExternalStore(onWidth, () => screenWidth().matches);
}

function onWidth(changed: () => void): () => void {
  screenWidth().addEventListener('change', changed);
  return () => screenWidth().removeEventListener('change', changed);
}

let media: MediaQueryList | undefined;

/** Asked once: the list keeps itself up to date. */
function screenWidth(): MediaQueryList {
  media ??= matchMedia(wideScreen);
  return media;
}
