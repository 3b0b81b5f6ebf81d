import type { ListInboxResponse } from '@preau/api-client/staff';
import {
  acceptDocumentMutation,
  getDocumentOptions,
  listDocumentRulesOptions,
  listInboxInfiniteOptions,
  refuseDocumentMutation,
} from '@preau/api-client/staff/queries';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export type InboxDocument = ListInboxResponse['items'][number];
export type InboxFile = InboxDocument['files'][number];
export type DocumentState = InboxDocument['state'];

/** States one can look at: a document withdrawn is nobody's business any more. */
export const inboxStates = ['sent', 'accepted', 'refused'] as const;
export type InboxState = (typeof inboxStates)[number];

/** Documents in one state, a page at a time. */
export function useInbox(state: InboxState) {
  return useInfiniteQuery({
    ...listInboxInfiniteOptions({ query: { state } }),
    initialPageParam: {},
    getNextPageParam: ({ next }: ListInboxResponse) => next,
  });
}

/** One document, when it is not in the list at hand. */
export function useDocument(id: string | null) {
  return useQuery({
    ...getDocumentOptions({ path: { id: id ?? '' } }),
    enabled: id !== null,
    // It is gone, or another organisation's: asking again changes nothing.
    retry: false,
  });
}

const minute = 60_000;

/** What the règlement says of a kind of document; `undefined` where it says nothing. */
export function useDocumentRule(code: string | undefined) {
  const { data } = useQuery({ ...listDocumentRulesOptions(), staleTime: 5 * minute });
  return data?.items.find((rule) => rule.code === code);
}

const ids = new Set(['listInbox', 'getDocument', 'countRequests']);

/**
 * Accepts or refuses; whatever the answer, what is shown is asked again, and nobody waits for that.
 */
export function useDecisions() {
  const client = useQueryClient();
  const refresh = () => {
    void client.invalidateQueries({
      predicate: ({ queryKey: [key] }) =>
        typeof key === 'object' && key !== null && '_id' in key && ids.has(String(key._id)),
    });
  };
  const accept = useMutation({ ...acceptDocumentMutation(), onSettled: refresh });
  const refuse = useMutation({ ...refuseDocumentMutation(), onSettled: refresh });
  return { accept, refuse };
}
