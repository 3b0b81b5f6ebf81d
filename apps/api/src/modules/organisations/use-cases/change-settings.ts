import type { Tx } from '../../../platform/db/transaction.ts';
import type { OrganisationRefusal } from '../organisations.errors.ts';
import { organisationSettingsSchema } from '../organisations.settings.ts';
import type { ChangedSettings } from '../settings.schemas.ts';
import { lockSettings, updateSettings } from '../settings.store.ts';

/**
 * Changes the name and the settings of the organisation.
 * @param revision the one the change was made from.
 * @returns the new revision and the names of what changed, or why not.
 */
export async function changeSettings(
  tx: Tx,
  revision: number,
  { name, ...changed }: ChangedSettings,
): Promise<
  | { readonly revision: number; readonly changed: readonly string[] }
  | { readonly refusal: OrganisationRefusal }
> {
  const kept = await lockSettings(tx);
  if (kept.revision !== revision) return { refusal: 'stale-settings' };
  const settings = organisationSettingsSchema.parse({ ...kept.settings, ...changed });
  updateSettings(tx, name, settings);
  const before: Readonly<Record<string, unknown>> = kept.settings;
  const differing = Object.entries(settings)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]))
    .map(([key]) => key);
  return {
    revision: revision + 1,
    changed: name === kept.name ? differing : ['name', ...differing],
  };
}
