import type { ListDocumentsResponse } from '@preau/api-client/family';
import {
  listDocumentsOptions,
  listExpectedDocumentsOptions,
  withdrawDocumentMutation,
} from '@preau/api-client/family/queries';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type DocumentForm, uploadDocument } from './upload-document.ts';

export type FamilyDocument = ListDocumentsResponse['items'][number];
export type DocumentState = FamilyDocument['state'];
export type DocumentKind = ListDocumentsResponse['kinds'][number];
export type Limits = ListDocumentsResponse['limits'];

/**
 * A page of the household's documents, and what may be sent. Not an « infinite » query: its code
 * would travel with the framework to the sign-in page, which has no room for it.
 * @param after `next` of the page before; `null` = the first.
 */
export function useDocuments(after: string | null = null) {
  return useQuery({
    ...listDocumentsOptions(after === null ? {} : { query: { after } }),
    // Without a network it fails and says so, rather than waiting behind a skeleton.
    networkMode: 'always',
  });
}

/** What the household is expected to send, and what became of it. */
export function useExpectedDocuments() {
  return useQuery(listExpectedDocumentsOptions());
}

/** What rests on what was sent: read again once something is sent or taken back. */
const touched = new Set([
  'listDocuments',
  'listExpectedDocuments',
  'listEnrolments',
  'getPlanning',
]);

/** Everything about documents that other pages count, too. */
function useRefresh() {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [key] }) =>
        typeof key === 'object' && key !== null && '_id' in key && touched.has(String(key._id)),
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
