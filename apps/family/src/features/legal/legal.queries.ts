import { acceptTermsMutation, getLegalPageOptions } from '@preau/api-client/family/queries';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LegalPageCode } from '../../shared/legal-pages.ts';
import { useSlug } from '../../shared/organisation.ts';
import { meQuery } from '../../shared/session.ts';

/** A legal page as it stands, or one of its former versions. */
export function useLegalPage(code: LegalPageCode, version?: string) {
  const slug = useSlug();
  return useQuery({
    ...getLegalPageOptions({
      path: { slug, code },
      ...(version === undefined ? {} : { query: { version } }),
    }),
    staleTime: 600_000,
  });
}

/** Accepts the terms of use; what `me` says then opens the portal. */
export function useAcceptTerms() {
  const client = useQueryClient();
  return useMutation({
    ...acceptTermsMutation(),
    onSettled: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
}
