import type { CountRequestsResponse } from '@preau/api-client/staff';
import { countRequestsOptions } from '@preau/api-client/staff/queries';
import { useQuery } from '@tanstack/react-query';

export type RequestCounts = CountRequestsResponse;

const minute = 60_000;

/** What waits for an answer of the office, for whoever may give one; undefined until it is known. */
export function useRequestCounts(enabled = true): RequestCounts | undefined {
  const { data } = useQuery({
    ...countRequestsOptions(),
    enabled,
    staleTime: minute,
    refetchInterval: 2 * minute,
  });
  return data;
}
