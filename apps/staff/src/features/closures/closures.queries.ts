import type {
  DeclareClosureData,
  ListClosuresResponse,
  PreviewClosureResponse,
} from '@preau/api-client/staff';
import { declareClosure, previewClosure } from '@preau/api-client/staff';
import { listClosuresOptions, removeClosureMutation } from '@preau/api-client/staff/queries';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export type ClosureCalendar = ListClosuresResponse;
export type Closure = ClosureCalendar['closures'][number];
export type Impact = PreviewClosureResponse;
export type DeclaredClosure = Omit<DeclareClosureData['body'], 'fingerprint'>;

/** Closures and holidays of a school year; `null`: the present one, which the server knows. */
export function useClosures(schoolYear: string | null) {
  return useQuery({
    ...listClosuresOptions(schoolYear === null ? {} : { query: { schoolYear } }),
    placeholderData: keepPreviousData,
  });
}

const touched = new Set([
  'listClosures',
  'getOccupancy',
  'getOccupancyDay',
  'getPlanning',
  'getToday',
]);

function useRefresh() {
  const client = useQueryClient();
  return () =>
    void client.invalidateQueries({
      predicate: ({ queryKey: [key] }) =>
        typeof key === 'object' && key !== null && '_id' in key && touched.has(String(key._id)),
    });
}

/** What closing some days would cancel; asked when one wants to see it, and writes nothing. */
export function usePreviewClosure() {
  return useMutation({
    mutationFn: async (body: DeclaredClosure) => (await previewClosure({ body })).data,
  });
}

/**
 * Closes days as it was shown.
 *
 * @param key of that one gesture: a second click, or a second try, closes nothing twice
 */
export function useDeclareClosure() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ body, key }: { body: DeclareClosureData['body']; key: string }) => {
      const { data } = await declareClosure({ body, headers: { 'idempotency-key': key } });
      return data;
    },
    onSuccess: refresh,
  });
}

/** Opens closed days again. */
export function useRemoveClosure() {
  const refresh = useRefresh();
  return useMutation({ ...removeClosureMutation(), onSettled: refresh });
}
