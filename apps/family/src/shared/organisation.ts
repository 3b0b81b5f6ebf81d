import type { GetOrganisationResponse } from '@preau/api-client/family';
import { getOrganisationOptions } from '@preau/api-client/family/queries';
import type { ExplainContext } from '@preau/domain/explain/catalogue';
import { useQuery } from '@tanstack/react-query';
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
export function useOrganisation() {
  const slug = useSlug();
  return useQuery({ ...getOrganisationOptions({ path: { slug } }), staleTime: 600_000 });
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
