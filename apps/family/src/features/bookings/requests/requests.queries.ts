import type { ListOwnRequestsResponse } from '@preau/api-client/family';
import { listOwnRequestsInfiniteOptions } from '@preau/api-client/family/queries';
import { useInfiniteQuery } from '@tanstack/react-query';

export type OwnRequests = ListOwnRequestsResponse;
export type OwnRequest = OwnRequests['items'][number];
export type RequestedDay = OwnRequest['days'][number];

/** What the household asked for: what waits, and the answers of the last two months. */
export function useOwnRequestPages() {
  return useInfiniteQuery({
    ...listOwnRequestsInfiniteOptions(),
    initialPageParam: {},
    getNextPageParam: ({ next }: OwnRequests) => next,
    refetchOnWindowFocus: 'always',
  });
}
