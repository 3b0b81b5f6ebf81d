import type { Instant } from '@preau/domain/time/instant';
import type { Database } from '../../../platform/db/pool.ts';
import { transaction } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { insertFirstPages } from '../legal-page.store.ts';
import { firstLegalPages } from '../legal-page.templates.ts';
import { organisationSettingsSchema, type WrittenSettings } from '../organisations.settings.ts';
import { organisation, organisationDirectory } from '../organisations.tables.ts';

export type NewOrganisation = {
  readonly slug: string;
  readonly name: string;
  readonly settings: WrittenSettings;
};

/**
 * Creates an organisation, gives it its address and writes the first version of its legal pages: an
 * operator's command, never a request.
 * @param owner connections of the owner role; no other may write the directory.
 * @returns the organisation's id.
 * @throws ZodError when the settings are not valid; a unique violation when the address is taken.
 */
export async function createOrganisation(
  owner: Database,
  created: NewOrganisation,
  now: Instant,
): Promise<string> {
  const settings = organisationSettingsSchema.parse(created.settings);
  const organisationId = newId();
  await transaction(owner, organisationId, async (tx) => {
    await tx.orm.insert(organisationDirectory).values({ slug: created.slug, organisationId });
    await tx.orm.insert(organisation).values({ organisationId, name: created.name, settings });
    insertFirstPages(tx, firstLegalPages({ name: created.name, settings }), now);
  });
  return organisationId;
}
