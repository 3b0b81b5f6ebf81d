import {
  changePasswordMutation,
  listSessionsOptions,
  listSessionsQueryKey,
  revokeSessionMutation,
  signOutMutation,
} from '@preau/api-client/family/queries';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    ...changePasswordMutation(),
    onSuccess: () => client.invalidateQueries({ queryKey: listSessionsQueryKey() }),
  });
}

export function useSessions() {
  return useQuery(listSessionsOptions());
}

export function useRevokeSession() {
  const client = useQueryClient();
  return useMutation({
    ...revokeSessionMutation(),
    onSettled: () => client.invalidateQueries({ queryKey: listSessionsQueryKey() }),
  });
}

/** Signing out leaves the page itself, so that nothing of the household stays in memory. */
export function useSignOut(signInPath: string) {
  return useMutation({
    ...signOutMutation(),
    onSuccess: () => window.location.assign(signInPath),
  });
}
