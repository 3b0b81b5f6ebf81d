import { getPlanningOptions } from '@preau/api-client/family/queries';
import type { Day } from '@preau/domain/time/day';
import { useQueries } from '@tanstack/react-query';
import type { BookingPeriod } from './booking-periods.queries.ts';
import { rangesOf } from './period-weeks.ts';

/**
 * The planning of a period, asked for in as many parts as it takes.
 * @returns what is there, in order, and the first part that is not (`waiting`).
 */
export function usePeriodPlannings(period: BookingPeriod, today: Day) {
  const read = useQueries({
    queries: rangesOf(period, today).map(({ from, until }) =>
      getPlanningOptions({ query: { from, until } }),
    ),
  });
  return {
    read,
    data: read.flatMap(({ data }) => data ?? []),
    waiting: read.find(({ data }) => data === undefined),
  };
}
