import type { GetMeResponse } from '@preau/api-client/family';
import { getMeOptions } from '@preau/api-client/family/queries';
import { useQuery } from '@tanstack/react-query';

export type Me = GetMeResponse;

/** Who is signed in, their household and its children. */
export function useMe() {
  return useQuery({ ...getMeOptions(), staleTime: 60_000 });
}
