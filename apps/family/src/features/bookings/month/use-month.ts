import { addDays, type Day, firstOfMonth, lastOfMonth } from '@preau/domain/time/day';
import { fromIso, localDayOf } from '@preau/domain/time/instant';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { deviceNow } from '../../../shared/clock.ts';
import { monthQuery } from '../bookings.queries.ts';
import { monthIn, monthOf } from '../use-view.ts';

/**
 * The month on screen: that of the address, else the present one, which the device guesses and the
 * server's clock settles.
 */
export function useMonth(timeZone: string) {
  const [query, setQuery] = useSearchParams();
  const client = useQueryClient();
  const [today, setToday] = useState(() => localDayOf(deviceNow(), timeZone));
  const presentMonth = firstOfMonth(today);
  const month = monthIn(query) ?? presentMonth;
  const planning = useQuery(monthQuery(month));
  const told = planning.data?.now;

  const learnt = told === undefined ? today : localDayOf(fromIso(told), timeZone);
  if (learnt !== today) setToday(learnt);

  useEffect(() => {
    if (told === undefined) return;
    for (const other of [previousMonth(month), nextMonth(month)]) {
      void client.prefetchQuery(monthQuery(other));
    }
  }, [told, month, client]);

  const show = (shown: Day | null) =>
    setQuery(
      (previous) => {
        const next = new URLSearchParams(previous);
        if (shown === null) next.delete('mois');
        else next.set('mois', monthOf(shown));
        return next;
      },
      { replace: true },
    );

  return {
    month,
    today,
    isPresent: month === presentMonth,
    planning,
    show,
    showPrevious: () => show(previousMonth(month)),
    showNext: () => show(nextMonth(month)),
    showPresent: () => show(null),
  };
}

export type MonthOnScreen = ReturnType<typeof useMonth>;

const nextMonth = (month: Day): Day => addDays(lastOfMonth(month), 1);
const previousMonth = (month: Day): Day => firstOfMonth(addDays(month, -1));
