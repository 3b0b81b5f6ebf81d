import type { GetMeResponse } from '@preau/api-client/staff';
import { getMeOptions } from '@preau/api-client/staff/queries';
import { useQuery } from '@tanstack/react-query';

export type Me = GetMeResponse;
export type Role = Me['roles'][number]['role'];

/** Who is signed in, with which roles. */
export function useMe() {
  return useQuery({ ...getMeOptions(), staleTime: 60_000 });
}

/** Roles that see the families and send invitations; the server decides all the same. */
const officeRoles: ReadonlySet<Role> = new Set(['administrator', 'office']);

export function worksInOffice(me: Me): boolean {
  return me.roles.some(({ role }) => officeRoles.has(role));
}
