import { checkActivation } from '@preau/api-client/family';
import {
  activateMutation,
  changePasswordMutation,
  confirmPasswordResetMutation,
  getMeOptions,
  getOrganisationQueryKey,
  listSessionsOptions,
  listSessionsQueryKey,
  renewActivationMutation,
  askPasswordResetMutation,
  revokeSessionMutation,
  signInMutation,
  signOutMutation,
} from '@preau/api-client/family/queries';
import {
  hashKey,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useSlug } from '../../shared/organisation.ts';
import { safeReturn } from '../../shared/paths.ts';

/** Once a session is open: nothing of a former one remains, and the parent arrives where wanted. */
function useArrive() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const slug = useSlug();
  return async (backTo: string | null) => {
    const me = { ...getMeOptions(), staleTime: 0 };
    await client.fetchQuery(me);
    const kept = new Set([
      hashKey(me.queryKey),
      hashKey(getOrganisationQueryKey({ path: { slug } })),
    ]);
    // What the page we leave has on screen is not asked again: its link has served.
    void client.resetQueries({
      type: 'inactive',
      predicate: ({ queryHash }) => !kept.has(queryHash),
    });
    await navigate(safeReturn(slug, backTo), { replace: true });
  };
}

export function useSignIn(backTo: string | null) {
  const arrive = useArrive();
  return useMutation({ ...signInMutation(), onSuccess: () => arrive(backTo) });
}

/** Whom an activation link is for. A POST that reads: the token never travels in an address. */
export function useActivationCheck(organisation: string, token: string) {
  return useQuery(
    queryOptions({
      queryKey: ['activation', organisation, token],
      queryFn: async ({ signal }) => {
        const { data } = await checkActivation({
          body: { organisation, token },
          signal,
          throwOnError: true,
        });
        return data;
      },
      enabled: token !== '',
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
      refetchOnWindowFocus: false,
    }),
  );
}

export function useActivate() {
  const arrive = useArrive();
  return useMutation({ ...activateMutation(), onSuccess: () => arrive(null) });
}

export function useRenewActivation() {
  return useMutation(renewActivationMutation());
}

export function useAskPasswordReset() {
  return useMutation(askPasswordResetMutation());
}

export function useConfirmPasswordReset() {
  const arrive = useArrive();
  return useMutation({ ...confirmPasswordResetMutation(), onSuccess: () => arrive(null) });
}

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
