import { addDays, day, type Day } from '@preau/domain/time/day';
import { fromIso, type Instant, instantAt } from '@preau/domain/time/instant';
import { faker } from '@faker-js/faker/locale/fr';
import { sql } from 'drizzle-orm';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { planningSchema } from '../modules/bookings/bookings.schemas.ts';
import {
  createOrganisation,
  findOrganisationId,
} from '../modules/organisations/organisations.public.ts';
import { passwordHasher } from '../platform/crypto/passwords.ts';
import { transaction, type Tx } from '../platform/db/transaction.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { fondespierreTown } from './fondespierre/fondespierre.town.ts';
import { type DemoOrganisation, demoPasswords } from './logins.ts';
import { valDeLureTown } from './val-de-lure/val-de-lure.town.ts';
import { NotADemoError, writeDemo } from './write-demo.ts';
import { writeTown } from './write-town.ts';

type Planning = z.infer<typeof planningSchema>;

const zone = 'Europe/Paris';
const now = fromIso('2026-11-16T08:00:00.000Z');

/**
 * Pools whose places taken are not those their bookings hold. Added up rather than joined: quick
 * even on tables that PostgreSQL has not measured yet.
 */
async function countWrongPools(tx: Tx): Promise<number> {
  const { rows } = await tx.orm.execute<{ wrong: number }>(sql`
    with place (facility_id, age_group, held_on, part, taken, held) as (
      select facility_id, age_group, held_on, part, taken, 0 from seat_pool
      union all
      select s.facility_id, s.age_group, s.held_on, part, 0, 1
      from booking b join session s on s.organisation_id = b.organisation_id and s.id = b.session_id
      cross join unnest(s.parts) as part
      where b.holds_place
    )
    select count(*)::int as wrong from (
      select from place group by facility_id, age_group, held_on, part
      having sum(taken) <> sum(held)
    ) as pool`);
  return rows[0]?.wrong ?? -1;
}

describe('the demonstration', () => {
  let testApp: TestApp;
  let organisations: DemoOrganisation[];
  const writing = (at: Instant = now) => ({
    owner: testApp.owner,
    sealer: testApp.sealer,
    now: at,
  });

  beforeAll(async () => {
    testApp = await createTestApp({ now });
    organisations = await writeDemo(writing());
  });
  afterAll(() => testApp.close());

  async function inTown<T>(slug: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const id = await findOrganisationId(testApp.database, slug);
    if (!id) throw new Error(`Nobody is at ${slug}`);
    return transaction(testApp.database, id, work);
  }

  async function signIn(
    organisation: string,
    email: string,
    surface: 'family' | 'staff' = 'family',
  ) {
    const agent = supertest.agent(testApp.url);
    const body = { organisation, email, password: demoPasswords[surface] };
    expect((await agent.post(`/api/${surface}/sign-in`).send(body)).status).toBe(204);
    return agent;
  }

  const countEverything = (tx: Tx) =>
    tx.orm
      .execute(
        sql`select (select count(*) from account) as accounts, (select count(*) from household) as households,
          (select count(*) from guardian) as guardians, (select count(*) from child) as children,
          (select count(*) from session) as sessions, (select sum(taken) from seat_pool) as taken,
          (select count(*) from enrolment) as enrolments, (select count(*) from booking) as bookings,
          (select count(*) from closure) as closures, (select count(*) from event) as events,
          (select count(*) from reglement_version) as versions, (select count(*) from account_link) as links`,
      )
      .then(({ rows }) => rows);

  test('changes nothing when it is written again, even a year later', async () => {
    const before = await Promise.all(
      organisations.map(({ slug }) => inTown(slug, countEverything)),
    );
    expect(before).toMatchObject([
      [{ households: '64' }],
      [{ households: '60' }],
      [{ households: '60' }],
      [{ households: '60' }],
      [{ households: '60' }],
    ]);
    const again = await writeDemo(writing(fromIso('2027-10-04T10:00:00.000Z')));
    expect(again).toEqual(organisations);
    const after = await Promise.all(organisations.map(({ slug }) => inTown(slug, countEverything)));
    expect(after).toEqual(before);
  });

  test('takes up again a first start that was interrupted', async () => {
    const slug = 'fondespierre-interrompu';
    const town = { ...fondespierreTown(faker, day('2026-11-16')), slug };
    await createOrganisation(testApp.owner, town, writing().now);
    const passwordHash = async () => 'nobody signs in here';
    await writeTown(town, { ...writing(), faker, passwordHash });
    expect(await inTown(slug, countEverything)).toMatchObject([{ households: '60' }]);
  });

  test.each(['val-de-lure', 'fondespierre', 'hasparren', 'lapalud', 'espace-famille'])(
    'takes in %s the places its bookings hold',
    async (slug) => {
      expect(await inTown(slug, countWrongPools)).toBe(0);
      const undone = new Error('undone');
      const withOneMore = inTown(slug, async (tx) => {
        await tx.orm.execute(sql`update seat_pool set taken = taken + 1
        where (facility_id, held_on, part, age_group) = (
          select facility_id, held_on, part, age_group from seat_pool where taken < capacity limit 1)`);
        expect(await countWrongPools(tx)).toBe(1);
        throw undone;
      });
      await expect(withOneMore).rejects.toBe(undone);
    },
  );

  test('lets each login it prints sign in', async () => {
    for (const { slug, logins } of organisations) {
      for (const { email, surface, password } of logins) {
        expect(password).toBe(demoPasswords[surface]);
        const agent = await signIn(slug, email, surface);
        expect((await agent.get(`/api/${surface}/me`)).status).toBe(200);
      }
    }
  });

  test('invents every person: reserved domains, telephone numbers of fiction', async () => {
    for (const { slug } of organisations) {
      const people = await inTown(slug, (tx) =>
        tx.orm.execute<{ email: string; phone: string }>(sql`select email, phone from guardian`),
      );
      for (const { email, phone } of people.rows) {
        expect(email).toMatch(/^[a-z0-9.]+@example\.org$/);
        expect(phone).toMatch(/^06 39 98 \d\d \d\d$/);
      }
    }
    const { body } = await testApp.anonymous.get('/api/family/organisations/val-de-lure');
    expect(body.contact.phone).toMatch(/^03 53 01 \d\d \d\d$/);
    expect(body.contact.email).toMatch(/\.example$/);
  });

  test('has a parent in every state of an access, and a file that is not complete', async () => {
    const agent = await signIn('val-de-lure', 'accueil@val-de-lure.example', 'staff');
    const accessOf = async (name: string) => {
      const { body } = await agent.get('/api/staff/households').query({ q: name });
      const [found] = body.items;
      const page = await agent.get(`/api/staff/households/${found.id}`);
      return {
        access: page.body.guardians.map(({ access }: { access: string }) => access),
        complete: page.body.file !== null,
      };
    };
    expect({
      durand: await accessOf('durand claire'),
      moreau: await accessOf('moreau julie'),
      roux: await accessOf('roux emma'),
      lopes: await accessOf('lopes bruno'),
      weber: await accessOf('weber alice'),
    }).toEqual({
      durand: { access: ['active', 'active'], complete: true },
      moreau: { access: ['invited'], complete: true },
      roux: { access: ['expired'], complete: true },
      lopes: { access: ['bounced'], complete: true },
      weber: { access: ['none'], complete: false },
    });
  });

  test('asks one parent to accept the terms, and no other', async () => {
    const toAccept = async (email: string) =>
      (await (await signIn('val-de-lure', email)).get('/api/family/me')).body.termsToAccept;
    expect(await toAccept('nina.faure@example.org')).toBe(true);
    expect(await toAccept('claire.durand@example.org')).toBe(false);
  });

  test('has news of every standing', async () => {
    const agent = await signIn('val-de-lure', 'direction@val-de-lure.example', 'staff');
    const { body } = await agent.get('/api/staff/news');
    const standings = body.items.map(({ standing }: { standing: string }) => standing);
    expect(new Set(standings)).toEqual(new Set(['visible', 'scheduled', 'ended', 'draft']));
    const family = await signIn('val-de-lure', 'claire.durand@example.org');
    const shown = await family.get('/api/family/news');
    expect(shown.body.items.map(({ important }: { important: boolean }) => important)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('has a document of every state in one household, whose files open', async () => {
    const agent = await signIn('val-de-lure', 'claire.durand@example.org');
    const { body } = await agent.get('/api/family/documents');
    const states = body.items.map(({ state }: { state: string }) => state);
    expect(new Set(states)).toEqual(new Set(['sent', 'accepted', 'refused']));
    const [sent] = body.items;
    const file = await agent.get(`/api/family/documents/${sent.id}/files/${sent.files[0].id}`);
    expect(file.status).toBe(200);
    expect(file.headers['content-type']).toBe('application/pdf');
    const office = await signIn('val-de-lure', 'accueil@val-de-lure.example', 'staff');
    const inbox = await office.get('/api/staff/documents?state=sent');
    expect(inbox.body.items.length).toBeGreaterThan(2);
  });

  test('tells Claire Durand what she booked, what the service did, and what was offered', async () => {
    const agent = await signIn('val-de-lure', 'claire.durand@example.org');
    const { body } = await agent.get('/api/family/history');
    const entries: {
      kind: string;
      who: { kind: string };
      to?: string;
      lines?: { result: string; cents: number; unit: string }[];
    }[] = body.items;
    expect(new Set(entries.map(({ who }) => who.kind))).toEqual(
      new Set(['you', 'service', 'system']),
    );
    expect(entries.filter(({ kind }) => kind === 'change').map(({ to }) => to)).toEqual([
      'offered',
    ]);
    const lines = entries.flatMap((entry) => entry.lines ?? []);
    expect(new Set(lines.map(({ result }) => result))).toEqual(
      new Set(['booked', 'cancelled', 'waitlisted']),
    );
    const late = entries
      .filter(({ who }) => who.kind === 'service')
      .flatMap((entry) => entry.lines ?? [])
      .filter(({ result, unit }) => result === 'booked' && unit === 'soir');
    expect(late.length).toBeGreaterThan(0);
    for (const { cents } of late) expect(cents).toBe(1_000);
  });

  test.each([
    ['fondespierre', 'diego.sanchez@example.org', 1],
    ['hasparren', 'nahia.iribarne@example.org', 2],
  ])('has nothing booked in %s for %s, whose login says so', async (slug, email, children) => {
    const { rows } = await inTown(slug, (tx) =>
      tx.orm.execute(sql`select count(distinct c.child_id)::int as children, count(b.id)::int as bookings
        from guardian g join household_child c on c.household_id = g.household_id
        left join booking b on b.child_id = c.child_id where g.email = ${email}`),
    );
    expect(rows).toEqual([{ children, bookings: 0 }]);
  });

  test('shows a child who is soon too old: days to book, then days that are not', async () => {
    const agent = await signIn('fondespierre', 'ines.roux@example.org');
    const { body } = await agent.get('/api/family/planning?from=2026-11-16&until=2026-12-20');
    expect(body.children).toMatchObject([{ firstName: 'Axel', schoolClass: '5e' }]);
    const row = (body as Planning).rows.find(({ unit }) => unit === 'mercredi-journee');
    expect(row?.on.slice(0, 2)).toEqual(['2026-11-18', '2026-11-25']);
    const tooOld = row?.on.filter((_on, at) => row.constraint[at] === 'ageOut');
    expect(tooOld?.join(' ')).toBe('2026-12-02 2026-12-09 2026-12-16');
  });

  test('shows a child of separated parents to both, each booking their own weeks', async () => {
    const seen = await Promise.all(
      ['sophie.lambert@example.org', 'karim.haddad@example.org'].map(async (email) => {
        const agent = await signIn('val-de-lure', email);
        const { body } = await agent.get('/api/family/me');
        return { household: body.household.name, children: body.children };
      }),
    );
    expect(seen.map(({ household }) => household)).toEqual(['Foyer Lambert', 'Foyer Haddad']);
    expect(seen[0]?.children).toEqual(seen[1]?.children);
    const { rows } = await inTown('val-de-lure', (tx) =>
      tx.orm.execute(sql`select distinct h.name, extract(week from b.held_on)::int % 2 as parity
        from booking b join household h on h.id = b.household_id where h.name like 'Foyer %'`),
    );
    expect(rows).toHaveLength(2);
  });

  test('tells the staff of one site nothing of the others, and the allergies of its own', async () => {
    const on = '2026-11-19';
    const attendant = await signIn('val-de-lure', 'animation@val-de-lure.example', 'staff');
    const own = await attendant.get(`/api/staff/today?on=${on}`);
    const names = (body: { facilities: { name: string }[] }) => body.facilities.map((f) => f.name);
    expect(names(own.body)).toEqual(['École Jean-Moulin']);
    expect(own.text).toContain('Arachide, œuf, lait de vache, sésame (PAI)');
    const office = await signIn('val-de-lure', 'accueil@val-de-lure.example', 'staff');
    const all = await office.get(`/api/staff/today?on=${on}`);
    expect(names(all.body)).toEqual([
      'ALSH Les Tilleuls',
      'École Jean-Moulin',
      'École Les Peupliers',
    ]);
  });

  test('is empty for the family that has enrolled nobody', async () => {
    const agent = await signIn('val-de-lure', 'hugo.garnier@example.org');
    const { body } = await agent.get('/api/family/planning?from=2026-11-16&until=2026-11-22');
    expect(body.children).toHaveLength(1);
    expect(body.rows).toEqual([]);
  });

  test('prices the family without a quotient in the highest band', async () => {
    const agent = await signIn('val-de-lure', 'elodie.petit@example.org');
    const { body } = await agent.get('/api/family/planning?from=2026-11-19&until=2026-11-19');
    const meal = body.rows.find(({ unit }: { unit: string }) => unit === 'repas');
    expect(meal.unitCents).toEqual([510]);
  });

  describe('whatever the day it is first started', () => {
    const days: readonly [string, string][] = [
      ['a Monday', '2026-11-16'],
      ['a Tuesday', '2026-11-17'],
      ['a Wednesday', '2026-11-18'],
      ['a Thursday', '2026-11-19'],
      ['a Friday', '2026-11-20'],
      ['a Saturday', '2026-11-21'],
      ['a Sunday', '2026-11-22'],
      ['the first day of class', '2026-09-01'],
      ['a Wednesday of August', '2026-08-12'],
      ['New Year’s Eve', '2026-12-31'],
      ['a public holiday', '2026-11-11'],
      ['Ascension Day', '2027-05-06'],
    ];

    async function startOn(on: Day): Promise<Planning> {
      const slug = `val-de-lure-${on}`;
      const at = instantAt(on, '11:00', zone);
      faker.seed(1);
      const passwordHash = await passwordHasher.hash(demoPasswords.family);
      await writeTown(
        { ...valDeLureTown(faker, on), slug },
        { ...writing(at), faker, passwordHash: async () => passwordHash },
      );
      testApp.clock.set(at);
      const agent = await signIn(slug, 'claire.durand@example.org');
      // The longest range that is answered: three weeks back, three weeks ahead.
      const range = { from: addDays(on, -20), until: addDays(on, 21) };
      const response = await agent.get('/api/family/planning').query(range);
      expect(response.status).toBe(200);
      return response.body;
    }

    test.each(days)(
      'on %s every state of a cell is to be seen within three weeks',
      async (_, on) => {
        const planning = await startOn(day(on));
        const cells = planning.rows.flatMap((row) =>
          row.on.map((_on, at) =>
            row.state[at] === null ? row.constraint[at] : `${row.state[at]}`,
          ),
        );
        expect([...new Set(cells)]).toEqual(
          expect.arrayContaining([
            'free',
            'full',
            'closed',
            'staffOnly',
            'confirmed',
            'waitlisted',
            'offered',
            'cancelled',
            'cancelledLate',
            'attended',
            'absentUnexcused',
          ]),
        );
        const lastCancellable = planning.rows.some((row) =>
          row.state.some(
            (state, at) => state === 'confirmed' && row.constraint[at] === 'staffOnly',
          ),
        );
        expect(lastCancellable).toBe(true);
        const queue = planning.rows.flatMap((row) => row.queue);
        expect(queue.map(({ rank }) => rank)).toEqual(expect.arrayContaining([1, 2, null]));
        for (const { until } of queue) expect(fromIso(until)).toBeGreaterThan(testApp.clock.now());
        expect(await inTown(`val-de-lure-${on}`, countWrongPools)).toBe(0);
      },
    );

    test.each(['2027-08-31', '2027-10-04'])(
      'on %s, at the end of the known calendar, it still starts',
      async (on) => {
        const planning = await startOn(day(on));
        expect(planning.children).toHaveLength(2);
      },
    );
  });

  test('is refused in a database made for something else', async () => {
    await testApp.owner.pool.query(`update instance set mode = 'production'`);
    await expect(writeDemo(writing())).rejects.toThrow(NotADemoError);
  });
});
