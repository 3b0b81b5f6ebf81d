import type { ListBookingPeriodsResponse } from '@preau/api-client/family';
import { listBookingPeriodsOptions } from '@preau/api-client/family/queries';
import { fromIso } from '@preau/domain/time/instant';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { serverNow } from '../../../shared/clock.ts';

export type BookingPeriod = ListBookingPeriodsResponse['items'][number];

/** The server must have passed the instant too when it is asked again. */
const marginMs = 500;
const longestTimerMs = 2 ** 31 - 1;

/** The periods to book in; asked again at the minute one of them opens or closes. */
export function useBookingPeriods() {
  const client = useQueryClient();
  const periods = useQuery(listBookingPeriodsOptions());
  const { data, dataUpdatedAt } = periods;

  useEffect(() => {
    if (!data) return;
    const now = serverNow(data.now, dataUpdatedAt);
    const changes = data.items.flatMap(({ opensAt, closesAt }) =>
      [opensAt, closesAt].flatMap((at) => (at === null ? [] : fromIso(at))),
    );
    const waits = changes.filter((at) => at > now).map((at) => at - now);
    if (waits.length === 0) return;
    const again = () => void client.invalidateQueries(listBookingPeriodsOptions());
    const timer = setTimeout(again, Math.min(Math.min(...waits) + marginMs, longestTimerMs));
    return () => clearTimeout(timer);
  }, [data, dataUpdatedAt, client]);

  return periods;
}
