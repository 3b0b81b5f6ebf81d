import { newsContent } from '../../../modules/communications/news.factory.ts';
import { createNews } from '../../../modules/communications/use-cases/create-news.ts';
import {
  getOrganisation,
  viewSettings,
} from '../../../modules/organisations/organisations.queries.ts';
import { readTogether, transaction } from '../../../platform/db/transaction.ts';
import { statement } from '../../../platform/db/statement.ts';
import type { PersonName, World } from '../cast.ts';
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

/** A piece of news somebody of the staff wrote: a draft, or read by the families. */
export async function newsBy(
  { people, testApp }: World,
  writer: PersonName,
  publish: boolean,
): Promise<string> {
  const { accountId, town } = people[writer];
  const now = testApp.clock.now();
  return transaction(testApp.database, town.organisation.id, async (tx) =>
    createNews(tx, newsContent(), publish, { accountId, now }),
  );
}

const forAdministrators = { administrator: 200, office: 403, attendant: 403, foreign: 200 };
const forOffice = { administrator: 200, office: 200, attendant: 403, foreign: 200 };

const created = { administrator: 201, office: 201, foreign: 201 };

function moving(move: 'publish' | 'withdraw'): Expectation {
  return forStaff({ ...forOffice, foreign: 404 }, async (world) => ({
    path: `/api/staff/news/${await newsBy(world, 'office', move === 'withdraw')}/${move}`,
    body: { revision: 1 },
  }));
}

/** Legal pages, terms and news, as families have them. */
export const homeFamilyExpectations: Readonly<Record<string, Expectation>> = {
  'GET /api/family/organisations/:slug/pages/:code': forAnybody(200, ({ here }) => ({
    path: `/api/family/organisations/${here.organisation.slug}/pages/terms`,
  })),
  'GET /api/family/news': forParents({ own: 200, otherHousehold: 200 }, async (world) => {
    await newsBy(world, 'office', true);
    return { path: '/api/family/news' };
  }),
  'POST /api/family/terms/accept': forParents({ own: 204, otherHousehold: 204 }, () => ({
    path: '/api/family/terms/accept',
    body: { version: 1 },
  })),
};

/** Settings, legal pages, texts and news, as the staff have them. */
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
  'GET /api/staff/news': forStaff(forOffice, async (world) => {
    await newsBy(world, 'office', false);
    return { path: '/api/staff/news' };
  }),
  'GET /api/staff/news/:id': forStaff({ ...forOffice, foreign: 404 }, async (world) => ({
    path: `/api/staff/news/${await newsBy(world, 'office', false)}`,
  })),
  'POST /api/staff/news': forStaff({ ...forOffice, ...created }, () => ({
    path: '/api/staff/news',
    body: { ...newsContent({ visibleUntil: '2026-12-18' }), publish: true },
  })),
  'PUT /api/staff/news/:id': forStaff({ ...forOffice, foreign: 404 }, async (world) => ({
    path: `/api/staff/news/${await newsBy(world, 'office', false)}`,
    body: { ...newsContent({ visibleUntil: '2026-12-18' }), revision: 1 },
  })),
  'POST /api/staff/news/:id/publish': moving('publish'),
  'POST /api/staff/news/:id/withdraw': moving('withdraw'),
};

/** What looks malformed and is not: no address, no kind of document, a long text. */
export const homeAllowedAsIs: readonly string[] = [
  'POST /api/staff/news /visibleUntil = null',
  'PUT /api/staff/news/:id /visibleUntil = null',
  'PUT /api/staff/settings /townHallEmail = null',
  'PUT /api/staff/settings /documentKinds = []',
  'PUT /api/staff/settings /officeHours = []',
  `PUT /api/staff/legal-pages/:code /body = "${'x'.repeat(29)}`,
  `POST /api/staff/text-preview /text = "${'x'.repeat(29)}`,
];
