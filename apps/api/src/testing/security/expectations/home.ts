import {
  getOrganisation,
  viewSettings,
} from '../../../modules/organisations/organisations.queries.ts';
import { readTogether, transaction } from '../../../platform/db/transaction.ts';
import { statement } from '../../../platform/db/statement.ts';
import type { World } from '../cast.ts';
import { type Expectation, forAnybody, forParents, forStaff } from '../expectations.ts';

const asked = (path: string) => () => ({ path });
const organisationsOf = ({ here, elsewhere }: World) =>
  [here, elsewhere].map(({ organisation }) => organisation.id);

const rewind = statement<never>(
  'security.rewind-settings',
  'update organisation set revision = 1 where organisation_id = $1',
);

/** The settings as `here` has them; a change from revision 1 suits both organisations. */
async function unchangedSettings(world: World): Promise<object> {
  const { database } = world.testApp;
  for (const id of organisationsOf(world)) {
    await transaction(database, id, async (tx) => tx.write(rewind, [id]));
  }
  const { id } = world.here.organisation;
  const [organisation] = await readTogether(database, id, (ask) => [getOrganisation(ask, id)]);
  return { ...viewSettings(organisation), townHallEmail: 'mairie@example.org' };
}

const lastPrivacy = statement<{ version: number }>(
  'security.last-page',
  `select max(version) as version from legal_page where organisation_id = $1 and code = 'privacy'`,
);
const levelPrivacy = statement<never>(
  'security.level-page',
  `insert into legal_page (organisation_id, code, version, body, published_at)
   values ($1, 'privacy', $2, 'Nouveau texte', now()) on conflict do nothing`,
);

/** The version of a page that both organisations have reached. */
async function privacyVersion(world: World): Promise<number> {
  const { database } = world.testApp;
  const ids = organisationsOf(world);
  const reached = await Promise.all(
    ids.map(async (id) => {
      const [[row]] = await readTogether(database, id, (ask) => [ask(lastPrivacy, [id])]);
      return row?.version ?? 0;
    }),
  );
  const last = Math.max(...reached);
  for (const id of ids) {
    await transaction(database, id, async (tx) => tx.write(levelPrivacy, [id, last]));
  }
  return last;
}

const forAdministrators = { administrator: 200, office: 403, attendant: 403, foreign: 200 };
const forOffice = { administrator: 200, office: 200, attendant: 403, foreign: 200 };

/** Legal pages and terms, as families have them. */
export const homeFamilyExpectations: Readonly<Record<string, Expectation>> = {
  'GET /api/family/organisations/:slug/pages/:code': forAnybody(200, ({ here }) => ({
    path: `/api/family/organisations/${here.organisation.slug}/pages/terms`,
  })),
  'POST /api/family/terms/accept': forParents({ own: 204, otherHousehold: 204 }, () => ({
    path: '/api/family/terms/accept',
    body: { version: 1 },
  })),
};

/** Settings, legal pages and texts, as the staff have them. */
export const homeStaffExpectations: Readonly<Record<string, Expectation>> = {
  'GET /api/staff/settings': forStaff(forAdministrators, asked('/api/staff/settings')),
  'PUT /api/staff/settings': forStaff(forAdministrators, async (world) => ({
    path: '/api/staff/settings',
    body: await unchangedSettings(world),
  })),
  'GET /api/staff/legal-pages': forStaff(forAdministrators, asked('/api/staff/legal-pages')),
  'PUT /api/staff/legal-pages/:code': forStaff(forAdministrators, async (world) => ({
    path: '/api/staff/legal-pages/privacy',
    body: { version: await privacyVersion(world), body: 'Nouveau texte' },
  })),
  'POST /api/staff/text-preview': forStaff(forOffice, () => ({
    path: '/api/staff/text-preview',
    body: { text: 'Fermeture **mardi**' },
  })),
};

/** What looks malformed and is not: no address, no kind of document, a long text. */
export const homeAllowedAsIs: readonly string[] = [
  'PUT /api/staff/settings /townHallEmail = null',
  'PUT /api/staff/settings /documentKinds = []',
  `PUT /api/staff/legal-pages/:code /body = "${'x'.repeat(29)}`,
  `POST /api/staff/text-preview /text = "${'x'.repeat(29)}`,
];
