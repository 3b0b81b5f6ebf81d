import type { GetMeResponse } from '@preau/api-client/staff';
import { getMeOptions } from '@preau/api-client/staff/queries';
import { useQuery } from '@tanstack/react-query';

export type Me = GetMeResponse;

/** Who is signed in, and with which roles. */
export function useMe() {
  return useQuery({ ...getMeOptions(), staleTime: 60_000 });
}

/** The lists of families are for the office and the administrators. */
export const seesFamilies = ({ roles }: Me): boolean =>
  roles.some(({ role }) => role === 'administrator' || role === 'office');
