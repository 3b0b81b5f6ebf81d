import { getMeQueryKey } from '@preau/api-client/family/queries';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { failureOf, isSignedOut } from './api.ts';

const mostRetries = 2;

/**
 * One cache for the pages. A refused session anywhere asks again who is signed in: the layout then
 * sends to the sign-in page and back.
 */
export function createQueryClient(): QueryClient {
  const noticeSignedOut = (error: unknown) => {
    if (isSignedOut(error)) void client.invalidateQueries({ queryKey: getMeQueryKey() });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (!sameKey(query.queryKey, getMeQueryKey())) noticeSignedOut(error);
      },
    }),
    mutationCache: new MutationCache({ onError: noticeSignedOut }),
    defaultOptions: {
      queries: { retry: shouldRetry, staleTime: 30_000 },
      mutations: { retry: false },
    },
  });
  return client;
}

/** Silence and a busy server are worth another try; a refusal is an answer. */
export function shouldRetry(count: number, error: unknown): boolean {
  if (count >= mostRetries) return false;
  const failure = failureOf(error);
  return failure.kind === 'problem' ? failure.problem.status === 503 : true;
}

const sameKey = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
