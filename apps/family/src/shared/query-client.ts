import { isSignedOut, shouldRetry } from '@preau/api-client/failure';
import { hashKey, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { meQuery } from './session.ts';

/**
 * One cache for the pages. A session that ended, wherever it shows, makes the layout ask again who
 * is signed in: it then sends to the sign-in page and back.
 */
export function createQueryClient(): QueryClient {
  const me = hashKey(meQuery.queryKey);
  const noticeSignedOut = (error: unknown) => {
    if (isSignedOut(error)) void client.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.queryHash !== me) noticeSignedOut(error);
      },
    }),
    mutationCache: new MutationCache({ onError: noticeSignedOut }),
    defaultOptions: {
      // Without a network a call fails and says so, rather than waiting behind a skeleton.
      queries: { retry: shouldRetry, staleTime: 30_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}
