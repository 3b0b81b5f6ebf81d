import { faker } from '@faker-js/faker/locale/fr';
import type { BookingState } from '@preau/domain/bookings/states';
import { day, type Day } from '@preau/domain/time/day';
import { instantAt, type Instant } from '@preau/domain/time/instant';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findOrganisationId } from '../modules/organisations/organisations.public.ts';
import { sql } from 'drizzle-orm';
import { statement } from '../platform/db/statement.ts';
import { transaction, type Tx } from '../platform/db/transaction.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { promised, type RegimeTown, regimeTowns } from './promised-states.ts';
import { writeTown } from './write-town.ts';

const zone = 'Europe/Paris';

const states = statement<{ state: BookingState }>(
  'test.states',
  'select distinct state from booking where organisation_id = $1',
);

const wrong = statement<{ what: string; count: number }>(
  'test.wrong',
  `with place (facility_id, age_group, held_on, part, taken, held) as (
     select facility_id, age_group, held_on, part, taken, 0 from seat_pool where organisation_id = $1
     union all
     select s.facility_id, s.age_group, s.held_on, part, 0, 1
     from booking b join session s on s.organisation_id = b.organisation_id and s.id = b.session_id
     cross join unnest(s.parts) as part
     where b.organisation_id = $1 and b.holds_place
   )
   select 'pools' as what, count(*)::int as count from (
     select from place group by facility_id, age_group, held_on, part having sum(taken) <> sum(held)) p
   union all
   select 'over their term', count(*)::int from booking
   where organisation_id = $1 and expires_at <= to_timestamp($2::float8 / 1000)
   union all
   select 'steps out of order', count(*)::int from (
     select at - lag(at) over (partition by booking_id order by id) as gap from booking_change
     where organisation_id = $1) c
   where gap < interval '0'
   union all
   select 'steps to come', count(*)::int from booking_change
   where organisation_id = $1 and at > to_timestamp($2::float8 / 1000)
   union all
   select 'last step elsewhere', count(*)::int from booking b
   where organisation_id = $1 and state not in ('attended', 'absentUnexcused') and state <> (
     select to_state from booking_change c where c.organisation_id = $1 and c.booking_id = b.id
     order by c.id desc limit 1)
   union all
   select 'waiting for a place that is free', count(*)::int
   from booking b join session s on s.organisation_id = $1 and s.id = b.session_id
   where b.organisation_id = $1 and b.state = 'waitlisted' and not exists (
     select from seat_pool q where q.organisation_id = $1 and q.facility_id = s.facility_id
       and q.age_group = s.age_group and q.held_on = s.held_on and q.part = any(s.parts)
       and q.taken >= q.capacity + q.allowance)`,
);

const requests = statement<{ overdue: number; due: number; households: number }>(
  'test.requests',
  `select count(*) filter (where answer_due_at <= to_timestamp($2::float8 / 1000))::int as overdue,
     count(*) filter (where answer_due_at > to_timestamp($2::float8 / 1000))::int as due,
     count(distinct household_id)::int as households
   from booking where organisation_id = $1 and state = 'requested'`,
);

const enrolments = statement<{ states: string[] }>(
  'test.enrolments',
  'select array_agg(distinct state order by state) as states from enrolment where organisation_id = $1',
);

/** Of term, of holidays, of a weekend, the first and the last of a year, after a 25th. */
const days: readonly Day[] = [
  '2026-11-16',
  '2026-11-28',
  '2026-12-31',
  '2027-01-01',
  '2026-08-12',
  '2027-03-28',
].map(day);

describe('the organisations where the service answers, or where one pays first', () => {
  let testApp: TestApp;

  beforeAll(async () => {
    testApp = await createTestApp({ now: instantAt(day('2026-11-16'), '11:00', zone) });
  });
  afterAll(() => testApp.close());

  async function start(slug: RegimeTown, on: Day): Promise<{ name: string; now: Instant }> {
    const name = `${slug}-${on}`;
    const now = instantAt(on, '11:00', zone);
    faker.seed(7);
    const town = { ...regimeTowns[slug](faker, on), slug: name };
    const passwordHash = async () => 'nobody signs in here';
    const { owner, sealer } = testApp;
    await writeTown(town, { owner, sealer, now, faker, passwordHash });
    return { name, now };
  }

  async function inTown<T>(slug: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const id = await findOrganisationId(testApp.database, slug);
    if (!id) throw new Error(`Nobody is at ${slug}`);
    return transaction(testApp.database, id, work);
  }

  describe.each(Object.keys(regimeTowns) as RegimeTown[])('%s', (slug) => {
    test.each(days)('shows on %s every state it promises, and nothing impossible', async (on) => {
      const { name, now } = await start(slug, on);
      await inTown(name, async (tx) => {
        const seen = (await tx.ask(states, [tx.organisationId])).map(({ state }) => state);
        expect(promised[slug].filter((state) => !seen.includes(state))).toEqual([]);
        const faults = await tx.ask(wrong, [tx.organisationId, now]);
        expect(faults.filter(({ count }) => count > 0)).toEqual([]);
      });
    });
  });

  test('would see a place taken by nobody, a term that is past and a step that is to come', async () => {
    const now = instantAt(day('2026-11-16'), '11:00', zone);
    const undone = new Error('undone');
    const spoilt = inTown('hasparren-2026-11-16', async (tx) => {
      await tx.orm.execute(sql`update seat_pool set taken = taken + 1 where (facility_id, held_on, part, age_group) = (
        select facility_id, held_on, part, age_group from seat_pool where taken < capacity limit 1)`);
      await tx.orm.execute(sql`update booking set expires_at = '2026-11-15' where id = (
        select id from booking where state = 'offered' limit 1)`);
      await tx.orm.execute(sql`update booking set state = 'confirmed' where id = (
        select id from booking where state = 'cancelled' limit 1)`);
      const faults = await tx.ask(wrong, [tx.organisationId, now]);
      expect(faults.filter(({ count }) => count > 0).map(({ what }) => what)).toEqual([
        'pools',
        'over their term',
        'last step elsewhere',
      ]);
      throw undone;
    });
    await expect(spoilt).rejects.toBe(undone);
  });

  test.each(['hasparren', 'lapalud', 'espace-famille'] as const)(
    'gives the office of %s requests in time and overdue, and enrolments of every state',
    async (slug) => {
      const now = instantAt(day('2026-11-16'), '11:00', zone);
      await inTown(`${slug}-2026-11-16`, async (tx) => {
        const [found] = await tx.ask(requests, [tx.organisationId, now]);
        expect(found?.overdue).toBeGreaterThan(0);
        expect(found?.due).toBeGreaterThan(0);
        expect(found?.households).toBeGreaterThan(2);
        expect(await tx.ask(enrolments, [tx.organisationId])).toEqual([
          { states: ['accepted', 'ended', 'incomplete', 'refused', 'requested', 'waitlisted'] },
        ]);
      });
    },
  );
});
