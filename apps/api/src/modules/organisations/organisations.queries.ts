import type { Database } from '../../platform/db/pool.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';
import type { OrganisationView } from './organisations.schemas.ts';
import { type OrganisationSettings, organisationSettingsSchema } from './organisations.settings.ts';

/** An organisation as other modules use it. */
export type Organisation = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly settings: OrganisationSettings;
  /** Of the settings: a change names the one it was made from. */
  readonly revision: number;
  /** Version of the terms of use in force; `null` while there are none. */
  readonly termsVersion: number | null;
};

const directory = statement<{ organisation_id: string }>(
  'organisation.directory',
  'select organisation_id from organisation_directory where slug = $1',
);

const load = statement<Omit<Organisation, 'settings'> & { settings: unknown }>(
  'organisation.load',
  `select o.organisation_id as id, d.slug, o.name, o.settings, o.revision,
     (select max(p.version) from legal_page p
      where p.organisation_id = o.organisation_id and p.code = 'terms') as "termsVersion"
   from organisation o join organisation_directory d using (organisation_id)
   where o.organisation_id = $1`,
);

/** The id behind an address, before any tenant is known; `undefined` when nobody has it. */
export async function findOrganisationId(
  database: Database,
  slug: string,
): Promise<string | undefined> {
  const { rows } = await database.pool.query<{ organisation_id: string }>({
    name: directory.name,
    text: directory.text,
    values: [slug],
  });
  return rows[0]?.organisation_id;
}

/** Loads the tenant's organisation on the caller's connection. */
export async function getOrganisation(ask: Ask, organisationId: string): Promise<Organisation> {
  const [found] = await ask(load, [organisationId]);
  if (!found) throw new Error(`Organisation ${organisationId} is in no tenant`);
  return { ...found, settings: organisationSettingsSchema.parse(found.settings) };
}

/** What is shown of it: an allow-list. */
export function viewOrganisation(organisation: Organisation, demo: boolean): OrganisationView {
  const { slug, name, settings, termsVersion } = organisation;
  return {
    slug,
    name,
    brandColor: settings.brandColor,
    contact: settings.contact,
    officeHours: settings.officeHours,
    officeHoursText: settings.officeHoursText,
    timeZone: settings.timeZone,
    bookingFlow: settings.bookingFlow,
    features: settings.features,
    labels: settings.labels,
    accessibility: settings.accessibility,
    townHallEmail: settings.townHallEmail ?? settings.contact.email,
    termsVersion,
    demo,
  };
}

/** What the administrator changes of it. */
export function viewSettings({ name, revision, settings }: Organisation) {
  const { brandColor, contact, officeHours, officeHoursText, legal, accessibility } = settings;
  const { bookingFlow, features, labels, documentKinds, townHallEmail } = settings;
  return {
    revision,
    name,
    brandColor,
    contact,
    officeHours,
    officeHoursText,
    legal,
    accessibility,
    bookingFlow,
    features,
    labels,
    documentKinds,
    townHallEmail,
  };
}
