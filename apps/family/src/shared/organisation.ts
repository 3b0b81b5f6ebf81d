import { getOrganisation, type GetOrganisationResponse } from '@preau/api-client/family';
import type { ExplainContext } from '@preau/domain/explain/catalogue';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { pathsOf } from './paths.ts';

export type Organisation = GetOrganisationResponse;

/** Short name of the organisation, from the address. */
export function useSlug(): string {
  return useParams()['slug'] ?? '';
}

export function usePaths() {
  return pathsOf(useSlug());
}

/** What anybody may know of the organisation; it hardly ever changes. */
export const organisationQuery = (slug: string) =>
  queryOptions({
    queryKey: ['organisation', slug],
    queryFn: async ({ signal }) => {
      const { data } = await getOrganisation({ path: { slug }, signal, throwOnError: true });
      return data;
    },
    staleTime: 600_000,
  });

export function useOrganisation() {
  return useQuery(organisationQuery(useSlug()));
}

/** What `explain` needs to name whom to contact and when. */
export function explainContext(organisation: Organisation): ExplainContext {
  const { contact, officeHoursText, timeZone } = organisation;
  return {
    timeZone,
    locale: 'fr',
    contact: {
      name: contact.name,
      phone: contact.phone,
      email: contact.email,
      hours: officeHoursText,
    },
  };
}

/** What a parent calls their own account, where the organisation gives that name to the invoices. */
export function accountLabel({ invoices }: Organisation['labels']): string {
  return invoices.toLocaleLowerCase('fr') === 'mon compte' ? 'Mon profil' : 'Mon compte';
}
