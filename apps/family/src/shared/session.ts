import { getMe, type GetMeResponse } from '@preau/api-client/family';
import { queryOptions, useQuery } from '@tanstack/react-query';

export type Me = GetMeResponse;

/** Who is signed in. Asked from the first page on, which does without the other questions. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const { data } = await getMe({ signal, throwOnError: true });
    return data;
  },
  staleTime: 60_000,
});

/** Who is signed in, their household and its children. */
export function useMe() {
  return useQuery(meQuery);
}
