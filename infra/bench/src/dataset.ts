import type pg from 'pg';
import { randomUUID } from 'node:crypto';
import type { ReglementDocument } from '@preau/domain/reglement/document';
import { readTown } from '@preau/reglement/read-town';
import { type Day, day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import {
  createFacility,
  defineAgeGroups,
  offerActivity,
  openSessions,
} from '../../../apps/api/src/modules/activities/activities.public.ts';
import { organisationSettings } from '../../../apps/api/src/modules/organisations/organisations.factory.ts';
import { createOrganisation } from '../../../apps/api/src/modules/organisations/organisations.public.ts';
import { publishReglement } from '../../../apps/api/src/modules/reglements/reglements.public.ts';
import { openDatabase } from '../../../apps/api/src/platform/db/pool.ts';
import { transaction } from '../../../apps/api/src/platform/db/transaction.ts';
import { familyCookie } from './token.ts';

const valDeLure = readTown('val-de-lure');

/** The figures are stated for 6 units a child: Wednesdays as whole days only. */
const rules: ReglementDocument = {
  ...valDeLure,
  activities: valDeLure.activities.map((activity) =>
    activity.code === 'mercredi'
      ? {
          ...activity,
          units: activity.units
            .filter(({ code }) => code === 'mercredi-journee')
            .map((unit) => ({ ...unit, excludes: [] })),
        }
      : activity,
  ),
};
const group = 'elementaire';
const bookable = ['periscolaire', 'restauration', 'etude', 'mercredi', 'vacances'];
const openFrom: Day = day('2026-09-01');

export type Family = {
  readonly householdId: string;
  readonly accountId: string;
  readonly childIds: readonly string[];
  readonly cookie: string;
};

export type Dataset = {
  readonly organisationId: string;
  readonly families: readonly Family[];
};

type Request = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly secret: string;
  readonly families: number;
  readonly childrenPerFamily: number;
  /** Places of every room and part of the day. */
  readonly capacity: number;
  /** Sites with every activity; one unless said. */
  readonly facilities?: number;
  /** The rules; Val-de-Lure's unless said. */
  readonly document?: ReglementDocument;
};

/**
 * One organisation with its rules, sessions and families, each with an open session. Families are
 * written set-based; every family's children are enrolled in all activities.
 */
export async function createDataset(request: Request): Promise<Dataset> {
  const owner = openDatabase(request.ownerUrl, 1);
  const app = openDatabase(request.appUrl, 1);
  try {
    const organisationId = await createOrganisation(
      owner,
      {
        slug: `bench-${randomUUID().slice(0, 8)}`,
        name: 'Banc de mesure',
        settings: organisationSettings(),
      },
      Date.now() as Instant,
    );
    await openTown(app, organisationId, request);
    return { organisationId, families: await addFamilies(app, organisationId, request) };
  } finally {
    await app.close();
    await owner.close();
  }
}

async function openTown(
  app: ReturnType<typeof openDatabase>,
  organisationId: string,
  { document = rules, facilities = 1, capacity }: Request,
): Promise<void> {
  await transaction(app, organisationId, async (tx) => {
    await publishReglement(tx, document, Date.now() as Instant);
    await defineAgeGroups(tx, [{ code: group, label: 'Élémentaire' }]);
    const parts = new Set(
      document.activities.flatMap(({ units }) => units.flatMap((unit) => unit.parts)),
    );
    const places = [];
    for (let made = 1; made <= facilities; made += 1) {
      const facilityId = await createFacility(tx, facilities === 1 ? 'École' : `École ${made}`);
      for (const code of bookable) await offerActivity(tx, { document, code, facilityId });
      places.push(...[...parts].map((part) => ({ facilityId, group, part, capacity })));
    }
    await openSessions(tx, { document, places, from: openFrom });
  });
}

async function addFamilies(
  app: ReturnType<typeof openDatabase>,
  organisationId: string,
  { families, childrenPerFamily, secret }: Request,
): Promise<Family[]> {
  const rows = Array.from({ length: families }, () => ({
    householdId: randomUUID(),
    accountId: randomUUID(),
    sessionId: randomUUID(),
    childIds: Array.from({ length: childrenPerFamily }, () => randomUUID()),
  }));
  const households = rows.map(({ householdId }) => householdId);
  const accounts = rows.map(({ accountId }) => accountId);
  const client = await app.pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local app.organisation_id = '${organisationId}'`);
    await client.query(
      `insert into household (organisation_id, id, name) select $1, id, 'Foyer' from unnest($2::uuid[]) as id`,
      [organisationId, households],
    );
    await client.query(
      `insert into household_quotient (organisation_id, household_id, valid_from, quotient)
       select $1, id, '2026-09-01', 300 + row_number() over () % 1500 from unnest($2::uuid[]) as id`,
      [organisationId, households],
    );
    await client.query(
      `insert into account (organisation_id, id, surface, email, display_name, status, created_at)
       select $1, id, 'family', id || '@example.org', 'Parent', 'active', now() from unnest($2::uuid[]) as id`,
      [organisationId, accounts],
    );
    await client.query(
      `insert into guardian (organisation_id, id, household_id, account_id, first_name, last_name, email)
       select $1, account_id, household_id, account_id, 'Parent', 'Banc', account_id || '@example.org'
       from unnest($2::uuid[], $3::uuid[]) as g (household_id, account_id)`,
      [organisationId, households, accounts],
    );
    await client.query(
      `insert into sign_in_session (organisation_id, id, account_id, household_id, user_agent, created_at, last_used_at, expires_at)
       select $1, session_id, account_id, household_id, 'bench', now(), now(), now() + interval '1 day'
       from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as s (household_id, account_id, session_id)`,
      [organisationId, households, accounts, rows.map(({ sessionId }) => sessionId)],
    );
    await addChildren(client, organisationId, rows);
    await client.query('commit');
  } finally {
    client.release();
  }
  return rows.map(({ householdId, accountId, sessionId, childIds }) => ({
    householdId,
    accountId,
    childIds,
    cookie: familyCookie(secret, { organisationId, accountId, sessionId, householdId }),
  }));
}

/** Writes the children of the families, each enrolled in every activity. */
async function addChildren(
  client: pg.PoolClient,
  organisationId: string,
  rows: readonly { householdId: string; childIds: readonly string[] }[],
): Promise<void> {
  const children = rows.flatMap(({ householdId, childIds }) =>
    childIds.map((childId) => ({ householdId, childId })),
  );
  const childIds = children.map(({ childId }) => childId);
  await client.query(
    `insert into child (organisation_id, id, first_name, last_name, birth_on, school_class)
     select $1, id, 'Enfant', 'Banc', '2018-03-01', 'CE1' from unnest($2::uuid[]) as id`,
    [organisationId, childIds],
  );
  await client.query(
    `insert into household_child (organisation_id, household_id, child_id)
     select $1, household_id, child_id from unnest($2::uuid[], $3::uuid[]) as hc (household_id, child_id)`,
    [organisationId, children.map(({ householdId }) => householdId), childIds],
  );
  await client.query(
    `insert into enrolment (organisation_id, id, child_id, activity_id, age_group, school_year, state)
     select $1, gen_random_uuid(), child_id, a.id, $3, '2026-2027', 'accepted'
     from unnest($2::uuid[]) as child_id, activity a where a.organisation_id = $1`,
    [organisationId, childIds, group],
  );
}
