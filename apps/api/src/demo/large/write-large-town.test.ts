import { faker } from '@faker-js/faker/locale/fr';
import { day } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { sql } from 'drizzle-orm';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findOrganisationId } from '../../modules/organisations/organisations.public.ts';
import { transaction, type Tx } from '../../platform/db/transaction.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { demoPasswords } from '../logins.ts';
import { writeDemo } from '../write-demo.ts';
import { grandeLureTown } from './grande-lure.town.ts';
import { withoutIndexes } from './without-indexes.ts';

const now = fromIso('2026-11-16T08:00:00.000Z');
/** The same way as ten thousand, in seconds. */
const size = { households: 120, bookings: 32_000 };

/** Everything that stands around the rows of the tables: what filling them must leave as it was. */
const catalogue = sql`
  select 'constraint' as kind, conrelid::regclass::text || ' ' || conname as name,
         pg_get_constraintdef(oid) || ' ' || convalidated || condeferrable as definition
  from pg_constraint where connamespace = 'public'::regnamespace
  union all
  select 'index', indexrelid::regclass::text,
         pg_get_indexdef(indexrelid) || ' ' || indisvalid || indisunique || indisprimary
  from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = 'public'::regnamespace
  union all
  select 'table', relname, relrowsecurity::text || relforcerowsecurity || coalesce(relacl::text, '')
  from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
  union all
  select 'trigger', tgrelid::regclass::text || ' ' || tgname, pg_get_triggerdef(oid)
  from pg_trigger where not tgisinternal
  union all
  select 'policy', polrelid::regclass::text || ' ' || polname, pg_get_expr(polqual, polrelid)
  from pg_policy
  order by 1, 2`;

describe('the large demonstration, in small', () => {
  let testApp: TestApp;
  let organisationId: string;
  let before: unknown[];
  let told: string | undefined;

  const readCatalogue = async () =>
    (await transaction(testApp.owner, organisationId, (tx) => tx.orm.execute(catalogue))).rows;
  async function ask<Row extends Record<string, unknown>>(text: string): Promise<Row[]> {
    return transaction(testApp.database, organisationId, async (tx) => {
      const { rows } = await tx.orm.execute(sql.raw(text));
      return rows as Row[];
    });
  }

  beforeAll(async () => {
    testApp = await createTestApp({ now });
    organisationId = '00000000-0000-4000-8000-000000000000';
    before = await readCatalogue();
    const { owner, sealer } = testApp;
    told = (await writeDemo({ owner, sealer, now, large: size }))[0]?.size;
    organisationId = (await findOrganisationId(testApp.database, 'grande-lure')) ?? '';
  });
  afterAll(() => testApp.close());

  test('reaches the bookings asked for, in its year, and says so', async () => {
    const [counted] = await ask<{ bookings: number; from: string; until: string }>(
      `select count(*)::int as bookings, min(held_on)::text as from, max(held_on)::text as until
       from booking`,
    );
    expect(counted?.bookings).toBeGreaterThanOrEqual(size.bookings);
    expect(counted?.bookings).toBeLessThan(size.bookings + 200);
    expect(counted?.from).toBe('2026-09-01');
    expect(counted?.until.slice(0, 4)).toBe('2027');
    const { owner, sealer } = testApp;
    const [large] = await writeDemo({ owner, sealer, now, large: size });
    const [children] = await ask<{ n: number }>('select count(*)::int as n from child');
    const figures = `${size.households} households, ${children?.n} children, ${counted?.bookings} bookings`;
    expect(large?.size).toBe(figures);
    expect(told).toMatch(new RegExp(`^${figures}, written in \\d+ s$`));
  });

  test('leaves keys, indexes, policies and rights as they were', async () => {
    expect(before.length).toBeGreaterThan(100);
    expect(await readCatalogue()).toEqual(before);
  });

  test('takes the places its bookings hold, and fills some of them', async () => {
    const wrong = `select count(*)::int as n from (
      select from (
        select facility_id, age_group, held_on, part, taken, 0 as held from seat_pool
        union all
        select s.facility_id, s.age_group, s.held_on, part, 0, 1
        from booking b join session s on s.id = b.session_id cross join unnest(s.parts) as part
        where b.holds_place
      ) as place group by facility_id, age_group, held_on, part having sum(taken) <> sum(held)
    ) as pool`;
    expect(await ask(wrong)).toEqual([{ n: 0 }]);
    expect(await ask('select from seat_pool where taken = capacity limit 1')).toHaveLength(1);
    const undone = new Error('undone');
    const oneMore = transaction(testApp.database, organisationId, async (tx) => {
      await tx.orm.execute(sql`update seat_pool set taken = taken - 1
        where (facility_id, held_on, part, age_group) = (
          select facility_id, held_on, part, age_group from seat_pool where taken > 0 limit 1)`);
      expect((await tx.orm.execute(sql.raw(wrong))).rows).toEqual([{ n: 1 }]);
      throw undone;
    });
    await expect(oneMore).rejects.toBe(undone);
  });

  test('shows each day as it is: past, late, missed, to come', async () => {
    const states = await ask(
      `select state, held_on < '2026-11-16' as past, late, count(*) > 10 as many
       from booking group by 1, 2, 3 order by 1, 2, 3`,
    );
    expect(states).toEqual([
      { state: 'absentUnexcused', past: true, late: false, many: true },
      { state: 'absentUnexcused', past: true, late: true, many: false },
      { state: 'attended', past: true, late: false, many: true },
      { state: 'attended', past: true, late: true, many: true },
      { state: 'confirmed', past: false, late: false, many: true },
    ]);
  });

  test('has the verdict that the règlement gives to each', async () => {
    const wrong = await ask(
      `select b.id from booking b
       join session s on s.id = b.session_id join unit u on u.id = s.unit_id
       left join household_quotient q on q.household_id = b.household_id
       where b.verdict ->> 'outcome' <> case when b.late then 'acceptedLate' else 'accepted' end
          or (b.late and u.code = 'matin' and b.verdict ->> 'cents' <> '400')
          or (not b.late and b.verdict #>> '{priceReasons,0,quotient}' is distinct from q.quotient::text)
          or (b.created_at >= to_timestamp((b.verdict #>> '{reasons,0,limitAt}')::float8 / 1000)) <> b.late
          or b.created_at > '2026-11-16T08:00:00Z'`,
    );
    expect(wrong).toEqual([]);
  });

  test('has nobody in two places at once', async () => {
    const twice = await ask(
      `select from booking b join session s on s.id = b.session_id
       join booking o on o.child_id = b.child_id and o.held_on = b.held_on and o.id <> b.id
       join session t on t.id = o.session_id and t.starts_at < s.ends_at and s.starts_at < t.ends_at`,
    );
    expect(twice).toEqual([]);
  });

  test('finds every household by its name', async () => {
    const [lost] = await ask<{ n: number }>(
      `select count(*)::int as n from household h
       where not exists (select from household_search s where s.household_id = h.id)`,
    );
    expect(lost).toEqual({ n: 0 });
  });

  test('lets its family sign in and see the week', async () => {
    const agent = supertest.agent(testApp.url);
    const body = {
      organisation: 'grande-lure',
      email: 'camille.mercier@example.org',
      password: demoPasswords.family,
    };
    expect((await agent.post('/api/family/sign-in').send(body)).status).toBe(204);
    const planning = await agent.get('/api/family/planning?from=2026-11-16&until=2026-11-29');
    expect(planning.status).toBe(200);
    expect(planning.body.rows.length).toBeGreaterThan(0);
  });

  test('keeps the indexes of a table that has rows', async () => {
    const filled = transaction(testApp.owner, organisationId, (tx) =>
      withoutIndexes(tx, 'booking', async () => undefined),
    );
    await expect(filled).rejects.toThrow('booking has rows: it keeps its indexes');
    expect(await readCatalogue()).toEqual(before);
  });

  test('checks again, with the keys, what was written without them', async () => {
    const empty = (fill: (tx: Tx) => Promise<unknown>) =>
      transaction(testApp.owner, organisationId, async (tx) => {
        await tx.orm.execute(sql`create table leaf (organisation_id uuid, id uuid primary key,
          household_id uuid, foreign key (organisation_id, household_id) references household (organisation_id, id))`);
        await tx.orm.execute(sql`alter table leaf enable row level security`);
        await withoutIndexes(tx, 'leaf', async () => void (await fill(tx)));
      });
    const orphan = sql`insert into leaf values (${organisationId}, gen_random_uuid(), gen_random_uuid())`;
    await expect(empty((tx) => tx.orm.execute(orphan))).rejects.toMatchObject({
      cause: { constraint: 'leaf_organisation_id_household_id_fkey' },
    });
  });

  test('is another town under the same rules, whose sites have what they offer', () => {
    faker.seed(1);
    const town = grandeLureTown(faker, day('2026-11-16'), size);
    expect(town.households).toHaveLength(size.households);
    for (const { activities, places } of town.facilities) {
      expect(Object.keys(places).length).toBeGreaterThanOrEqual(activities.length);
    }
  });
});
