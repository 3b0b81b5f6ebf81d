import { statement } from '../../platform/db/statement.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { type OrganisationSettings, organisationSettingsSchema } from './organisations.settings.ts';

/** Name and settings as they are kept, with the revision a change must name. */
export type KeptSettings = {
  readonly revision: number;
  readonly name: string;
  readonly settings: OrganisationSettings;
};

type Row = { readonly revision: number; readonly name: string; readonly settings: unknown };

const lock = statement<Row>(
  'organisation.lock-settings',
  `select revision, name, settings from organisation where organisation_id = $1 for no key update`,
);

const update = statement<never>(
  'organisation.update-settings',
  `update organisation set name = $2, settings = $3, revision = revision + 1
   where organisation_id = $1`,
);

/** Name and settings, kept from being changed by anybody else until the commit. */
export async function lockSettings(tx: Tx): Promise<KeptSettings> {
  const [row] = await tx.ask(lock, [tx.organisationId]);
  if (!row) throw new Error(`Organisation ${tx.organisationId} is in no tenant`);
  return { ...row, settings: organisationSettingsSchema.parse(row.settings) };
}

export function updateSettings(tx: Tx, name: string, settings: OrganisationSettings): void {
  tx.write(update, [tx.organisationId, name, JSON.stringify(settings)]);
}
