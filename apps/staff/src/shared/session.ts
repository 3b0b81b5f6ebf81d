import type { GetMeResponse } from '@preau/api-client/staff';
import { getMeOptions } from '@preau/api-client/staff/queries';
import { useQuery } from '@tanstack/react-query';

export type Me = GetMeResponse;
export type Role = Me['roles'][number]['role'];

/** Who is signed in, and with which roles. */
export function useMe() {
  return useQuery({ ...getMeOptions(), staleTime: 60_000 });
}

const seesFamiliesAs: Readonly<Record<Role, boolean>> = {
  administrator: true,
  office: true,
  attendant: false,
};

/** May this person see the families and invite them? The server decides all the same. */
export const seesFamilies = ({ roles }: Pick<Me, 'roles'>): boolean =>
  roles.some(({ role }) => seesFamiliesAs[role]);

/** May this person change what the organisation sets for itself? The server decides all the same. */
export const administers = ({ roles }: Pick<Me, 'roles'>): boolean =>
  roles.some(({ role }) => role === 'administrator');
