import type { ListDocumentsResponse } from '@preau/api-client/family';
import {
  listDocumentsInfiniteOptions,
  withdrawDocumentMutation,
} from '@preau/api-client/family/queries';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { type DocumentForm, uploadDocument } from './upload-document.ts';

export type FamilyDocument = ListDocumentsResponse['items'][number];
export type DocumentState = FamilyDocument['state'];
export type DocumentKind = ListDocumentsResponse['kinds'][number];
export type Limits = ListDocumentsResponse['limits'];

const documentsQuery = {
  ...listDocumentsInfiniteOptions(),
  initialPageParam: {},
  getNextPageParam: ({ next }: ListDocumentsResponse) => next,
  // Without a network it fails and says so, rather than waiting behind a skeleton.
  networkMode: 'always' as const,
};

/** Documents of the household, a page at a time, and what may be sent. */
export function useDocuments() {
  return useInfiniteQuery(documentsQuery);
}

/** Everything about documents that other pages count, too. */
function useRefresh() {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [key] }) =>
        typeof key === 'object' && key !== null && '_id' in key && key._id === 'listDocuments',
    });
}

/** Takes back a document nobody has decided. */
export function useWithdrawDocument() {
  const refresh = useRefresh();
  return useMutation({ ...withdrawDocumentMutation(), onSettled: refresh });
}

export type Sending = {
  readonly form: DocumentForm;
  readonly signal: AbortSignal;
  /** Told of how much has left, from 0 to 1. */
  readonly onProgress: (part: number) => void;
};

/** Sends a document with its files. */
export function useSendDocument() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ form, signal, onProgress }: Sending) =>
      uploadDocument(form, { signal, onProgress }),
    onSuccess: refresh,
    networkMode: 'always',
  });
}
