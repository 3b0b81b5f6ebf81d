import type { GetOrganisationResponse } from '@preau/api-client/staff';
import { getOrganisationOptions } from '@preau/api-client/staff/queries';
import type { ExplainContext } from '@preau/domain/explain/catalogue';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { pathsOf } from './paths.ts';

/** Name of these pages, as e-mails give it. */
export const portalName = 'Espace de gestion';

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

export type Organisation = GetOrganisationResponse;

/** What `explain` needs: the same sentences as the parents read. */
export function explainContext({
  contact,
  officeHoursText,
  timeZone,
}: Organisation): ExplainContext {
  const { name, phone, email } = contact;
  return { timeZone, locale: 'fr', contact: { name, phone, email, hours: officeHoursText } };
}
