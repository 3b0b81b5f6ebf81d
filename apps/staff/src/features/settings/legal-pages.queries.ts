import type { ListLegalPagesResponse } from '@preau/api-client/staff';
import {
  listLegalPagesOptions,
  listLegalPagesQueryKey,
  publishLegalPageMutation,
} from '@preau/api-client/staff/queries';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LegalPage } from './legal-pages.ts';

/** The pages in force, in Markdown. */
export function useLegalPages() {
  return useQuery(listLegalPagesOptions());
}

/** Publishes the next version of a page; the former ones stay. */
export function usePublishLegalPage() {
  const client = useQueryClient();
  return useMutation({
    ...publishLegalPageMutation(),
    onSuccess: (page: LegalPage) => {
      client.setQueryData<ListLegalPagesResponse>(listLegalPagesQueryKey(), (pages) => ({
        items: [...(pages?.items ?? []).filter(({ code }) => code !== page.code), page],
      }));
    },
  });
}
