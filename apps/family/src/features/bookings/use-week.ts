import { isDay, addDays, type Day, day, mondayOf } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { deviceNow } from '../../shared/clock.ts';
import { weekQuery } from './bookings.queries.ts';
import { weekToOpen } from '../../shared/week-to-open.ts';

/**
 * The week on screen: that of the address, else the present one. The device guesses the present
 * week, the server's clock settles it.
 */
export function useWeek(timeZone: string) {
  const [query, setQuery] = useSearchParams();
  const client = useQueryClient();
  const [serverWeek, setServerWeek] = useState<Day | null>(null);
  const asked = weekIn(query);
  const presentWeek = serverWeek ?? weekToOpen(deviceNow(), timeZone);
  const monday = asked ?? presentWeek;
  const planning = useQuery(weekQuery(monday));
  const told = planning.data?.now;

  const learnt = told === undefined ? null : weekToOpen(fromIso(told), timeZone);
  if (learnt !== null && learnt !== serverWeek) setServerWeek(learnt);

  useEffect(() => {
    if (learnt === null) return;
    for (const days of [7, -7]) void client.prefetchQuery(weekQuery(addDays(monday, days)));
  }, [learnt, monday, client]);

  const show = (week: Day | null) =>
    setQuery(
      (previous) => {
        const next = new URLSearchParams(previous);
        if (week === null) next.delete('semaine');
        else next.set('semaine', week);
        return next;
      },
      { replace: true },
    );

  return {
    monday,
    presentWeek,
    planning,
    showPrevious: () => show(addDays(monday, -7)),
    showNext: () => show(addDays(monday, 7)),
    showPresent: () => show(null),
  };
}

export type Week = ReturnType<typeof useWeek>;

function weekIn(query: URLSearchParams): Day | null {
  const text = query.get('semaine');
  return text !== null && isDay(text) ? mondayOf(day(text)) : null;
}
