import type { ListGuardiansResponse } from '@preau/api-client/staff';
import {
  inviteGuardianMutation,
  listGuardiansInfiniteOptions,
} from '@preau/api-client/staff/queries';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';

export type Guardian = ListGuardiansResponse['items'][number];

const guardiansQuery = {
  ...listGuardiansInfiniteOptions(),
  initialPageParam: {},
  getNextPageParam: ({ next }: ListGuardiansResponse) => next,
};

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
