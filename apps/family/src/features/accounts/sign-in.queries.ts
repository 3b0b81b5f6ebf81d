import {
  activate,
  type ActivateData,
  askPasswordReset,
  type AskPasswordResetData,
  checkActivation,
  confirmPasswordReset,
  type ConfirmPasswordResetData,
  renewActivation,
  type RenewActivationData,
  signIn,
  type SignInData,
} from '@preau/api-client/family';
import {
  hashKey,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { organisationQuery, useSlug } from '../../shared/organisation.ts';
import { safeReturn } from '../../shared/paths.ts';
import { meQuery } from '../../shared/session.ts';

/** Once a session is open: nothing of a former one remains, and the parent arrives where wanted. */
function useArrive() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const slug = useSlug();
  return async (backTo: string | null) => {
    await client.fetchQuery({ ...meQuery, staleTime: 0 });
    const kept = new Set([hashKey(meQuery.queryKey), hashKey(organisationQuery(slug).queryKey)]);
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
  return useMutation({
    mutationFn: (sent: Pick<SignInData, 'body'>) => signIn({ ...sent, throwOnError: true }),
    onSuccess: () => arrive(backTo),
  });
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
  return useMutation({
    mutationFn: (sent: Pick<ActivateData, 'body'>) => activate({ ...sent, throwOnError: true }),
    onSuccess: () => arrive(null),
  });
}

export function useRenewActivation() {
  return useMutation({
    mutationFn: (sent: Pick<RenewActivationData, 'body'>) =>
      renewActivation({ ...sent, throwOnError: true }),
  });
}

export function useAskPasswordReset() {
  return useMutation({
    mutationFn: (sent: Pick<AskPasswordResetData, 'body'>) =>
      askPasswordReset({ ...sent, throwOnError: true }),
  });
}

export function useConfirmPasswordReset() {
  const arrive = useArrive();
  return useMutation({
    mutationFn: (sent: Pick<ConfirmPasswordResetData, 'body'>) =>
      confirmPasswordReset({ ...sent, throwOnError: true }),
    onSuccess: () => arrive(null),
  });
}
