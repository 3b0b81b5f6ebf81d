import type { ChangeSettingsData, GetSettingsResponse } from '@preau/api-client/staff';
import {
  changeSettingsMutation,
  getOrganisationQueryKey,
  getSettingsOptions,
  getSettingsQueryKey,
} from '@preau/api-client/staff/queries';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSlug } from '../../shared/organisation.ts';

export type Settings = GetSettingsResponse;
export type ChangedSettings = ChangeSettingsData['body'];
export type DocumentKind = Settings['documentKinds'][number];

export function useSettings() {
  return useQuery(getSettingsOptions());
}

/** Saves; what every page shows of the organisation, its colour first, follows at once. */
export function useChangeSettings() {
  const client = useQueryClient();
  const slug = useSlug();
  return useMutation({
    ...changeSettingsMutation(),
    onSuccess: (settings) => {
      client.setQueryData(getSettingsQueryKey(), settings);
      void client.invalidateQueries({ queryKey: getOrganisationQueryKey({ path: { slug } }) });
    },
  });
}
