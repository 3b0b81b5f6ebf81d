import { listGuardians, type ListGuardiansResponse } from '@preau/api-client/staff';
import { inviteGuardianMutation } from '@preau/api-client/staff/queries';
import {
  infiniteQueryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';

export type Guardian = ListGuardiansResponse['items'][number];

const guardiansQuery = infiniteQueryOptions({
  queryKey: ['guardians'],
  queryFn: async ({ pageParam, signal }) => {
    const query = pageParam === null ? {} : { after: pageParam };
    const { data } = await listGuardians({ query, signal, throwOnError: true });
    return data;
  },
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
});

/** Guardians with the state of their access, a page at a time. */
export function useGuardians() {
  return useInfiniteQuery(guardiansQuery);
}

/** Sends an invitation, or sends it again: the former link stops working. */
export function useInviteGuardian() {
  const client = useQueryClient();
  return useMutation({
    ...inviteGuardianMutation(),
    onSettled: () => client.invalidateQueries({ queryKey: guardiansQuery.queryKey }),
  });
}
