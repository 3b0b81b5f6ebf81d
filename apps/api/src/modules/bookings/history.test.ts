import { fromIso, type Instant } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import {
  openAccount,
  type SignedIn,
  type SignedInGuardian,
  signInAgent,
  signInStaff,
} from '../../testing/test-people.ts';
import { shiftSeats } from '../activities/activities.public.ts';
import { newChild, newGuardian, newHousehold } from '../households/households.factory.ts';
import {
  openTestTown,
  sessionOf,
  signInEnrolled,
  signInSeparated,
  type TestTown,
} from './bookings.factory.ts';
import { answeredByStaff, paidByDate, rulesWith } from './regimes.factory.ts';
import type {
  bookingHistorySchema,
  familyHistorySchema,
  householdHistorySchema,
} from './history.schemas.ts';

type FamilyHistory = z.infer<typeof familyHistorySchema>;
type HouseholdHistory = z.infer<typeof householdHistorySchema>;
type BookingHistory = z.infer<typeof bookingHistorySchema>;
type Action = 'add' | 'remove' | 'wait';

const insertOldBooking = statement<never>(
  'test.oldBooking',
  `insert into booking (organisation_id, id, household_id, child_id, session_id, held_on, state,
     reglement_version_id, verdict, created_at, updated_at)
   select s.organisation_id, $2, $3, $4, s.id, s.held_on, 'confirmed', v.id, '{}', at, at
   from session s
   join reglement_version v on v.organisation_id = s.organisation_id,
        to_timestamp($6::float8 / 1000) as at
   where s.organisation_id = $1 and s.id = $5`,
);

describe('the history of bookings', () => {
  let testApp: TestApp;
  let town: TestTown;
  beforeAll(async () => {
    testApp = await createTestApp();
    town = await openTestTown(testApp);
  });
  afterAll(() => testApp.close());
  beforeEach(() => testApp.clock.set(usualTestInstant));

  const minutesLater = (minutes: number) => (usualTestInstant + minutes * 60_000) as Instant;
  const clerkOf = ({ organisation }: TestTown) => signInStaff(testApp, organisation, 'office');

  type Cell = { unit: string; on: string };

  async function parentDoes(
    agent: SignedIn['agent'],
    childId: string | undefined,
    { unit, on }: Cell,
    action: Action,
    where = town,
  ): Promise<{ id: string }> {
    const sessionId = await sessionOf(testApp, where, unit, on);
    const changes = [{ childId, sessionId, action }];
    const { body } = await agent.put('/api/family/cart').send({ changes }).expect(200);
    const sent = agent.post('/api/family/cart/confirm').set('idempotency-key', newId());
    return (await sent.send({ revision: body.revision }).expect(200)).body;
  }

  type ByStaff = Cell & { action: Action; totalCents: number; note?: string; where?: TestTown };

  async function staffDoes(
    clerk: SignedIn,
    { household }: SignedInGuardian,
    { unit, on, action, totalCents, note, where = town }: ByStaff,
  ): Promise<{ id: string }> {
    const sessionId = await sessionOf(testApp, where, unit, on);
    const changes = [{ childId: household.children[0]?.id, sessionId, action }];
    const sent = clerk.agent
      .post(`/api/staff/households/${household.id}/bookings`)
      .set('idempotency-key', newId());
    return (await sent.send({ changes, note: note ?? null, totalCents }).expect(200)).body;
  }

  const historyOf = async ({ agent }: SignedIn, after = ''): Promise<FamilyHistory> =>
    (await agent.get(`/api/family/history${after}`).expect(200)).body;

  const householdHistory = async (
    clerk: SignedIn,
    { household }: SignedInGuardian,
  ): Promise<HouseholdHistory> =>
    (await clerk.agent.get(`/api/staff/households/${household.id}/history`).expect(200)).body;

  async function bookingIdOf(clerk: SignedIn, { household }: SignedInGuardian, { unit, on }: Cell) {
    const path = `/api/staff/households/${household.id}/planning?from=${on}&until=${on}`;
    const { body } = await clerk.agent.get(path).expect(200);
    const row = body.rows.find((one: { unit: string }) => one.unit === unit);
    return row.bookingId[0] as string;
  }

  const historyOfBooking = async (clerk: SignedIn, id: string): Promise<BookingHistory> =>
    (await clerk.agent.get(`/api/staff/bookings/${id}/history`).expect(200)).body;

  test('of a day booked, cancelled late and taken up again tells who, when, which rule and which price', async () => {
    const family = await signInEnrolled(testApp, town);
    const cell = { unit: 'soir', on: '2026-11-26' };
    const childId = family.household.children[0]?.id;
    const { id: confirmationId } = await parentDoes(family.agent, childId, cell, 'add');
    const late = fromIso('2026-11-25T16:00:00.000Z');
    testApp.clock.set(late);
    const clerk = await clerkOf(town);
    const note = 'Enfant malade, la mère a appelé';
    await staffDoes(clerk, family, { ...cell, action: 'remove', totalCents: 0, note });
    testApp.clock.set((late + 60_000) as Instant);
    await staffDoes(clerk, family, { ...cell, action: 'add', totalCents: 0 });
    const { booking, changes } = await historyOfBooking(
      clerk,
      await bookingIdOf(clerk, family, cell),
    );
    expect(booking).toMatchObject({
      householdId: family.household.id,
      childFirstName: 'Lina',
      on: '2026-11-26',
      unitLabel: 'Périscolaire soir',
      facility: 'École de la Source',
      state: 'confirmed',
      late: false,
    });
    const byClerk = { who: { kind: 'staff', name: 'Claire Aubry' }, channel: 'staff' };
    expect(changes).toMatchObject([
      {
        at: '2026-11-16T08:00:00.000Z',
        who: { kind: 'guardian', name: 'Claire Aubry' },
        channel: 'online',
        confirmationId,
        from: null,
        to: 'confirmed',
        outcome: 'accepted',
        cents: 280,
        reasons: [{ code: 'withinLimit' }],
        priceReasons: [{ code: 'quotientPrice', quotient: 800 }],
        note: null,
        reglement: { title: expect.stringContaining('Val-de-Lure'), validFrom: '2025-09-01' },
      },
      {
        ...byClerk,
        from: 'confirmed',
        to: 'cancelledLate',
        outcome: 'acceptedLate',
        cents: 0,
        priceReasons: [{ code: 'lateCancellationBilled', cents: 280 }],
        note,
      },
      {
        ...byClerk,
        at: '2026-11-25T16:01:00.000Z',
        from: 'cancelledLate',
        to: 'confirmed',
        cents: 0,
        priceReasons: [{ code: 'alreadyBilled', cents: 280 }],
        note: null,
      },
    ]);
  });

  test('tells a parent what they did, what the other guardian did, and that the rest was the service', async () => {
    const [claire, paul] = [newGuardian(), newGuardian({ firstName: 'Paul' })];
    const paulsAccount = await openAccount(testApp, town.organisation, 'family', paul.email);
    const guardians = [claire, { ...paul, accountId: paulsAccount }];
    const family = await signInEnrolled(testApp, town, newHousehold({ guardians }));
    const childId = family.household.children[0]?.id;
    const pauls = await signInAgent(testApp, town.organisation, 'family', paul.email);
    const clerk = await clerkOf(town);
    await parentDoes(family.agent, childId, { unit: 'soir', on: '2026-12-01' }, 'add');
    testApp.clock.set(minutesLater(1));
    await parentDoes(pauls, childId, { unit: 'soir', on: '2026-12-03' }, 'add');
    testApp.clock.set(minutesLater(2));
    const late = { unit: 'matin', on: '2026-11-17', action: 'add', totalCents: 400 } as const;
    await staffDoes(clerk, family, { ...late, note: 'Ne pas montrer' });
    const { items, next } = await historyOf(family);
    expect(next).toBeNull();
    expect(items.map(({ who }) => who)).toEqual([
      { kind: 'service', name: null },
      { kind: 'guardian', name: 'Paul' },
      { kind: 'you', name: null },
    ]);
    expect(items[0]).toMatchObject({
      kind: 'confirmation',
      totalCents: 400,
      lineCount: 1,
      lines: [
        {
          childFirstName: 'Lina',
          on: '2026-11-17',
          unitLabel: 'Périscolaire matin',
          result: 'booked',
          cents: 400,
          priceReasons: [{ code: 'latePriceReplaces' }],
        },
      ],
    });
    expect(JSON.stringify(items)).not.toContain('Ne pas montrer');
    expect(JSON.stringify(items)).not.toContain('Aubry');
    const told = await householdHistory(clerk, family);
    expect(told.items.map(({ who, note }) => [who.kind, who.name, note])).toEqual([
      ['staff', 'Claire Aubry', 'Ne pas montrer'],
      ['guardian', 'Paul Aubry', null],
      ['guardian', 'Claire Aubry', null],
    ]);
  });

  test('tells what the system did of itself, between the confirmations', async () => {
    const small = await openTestTown(testApp, { capacity: 1 });
    const clerk = await clerkOf(small);
    const [holder, waiting] = [
      await signInEnrolled(testApp, small),
      await signInEnrolled(testApp, small),
    ];
    const cell = { unit: 'repas', on: '2026-12-03' };
    const childOf = ({ household }: SignedInGuardian) => household.children[0]?.id;
    await parentDoes(holder.agent, childOf(holder), cell, 'add', small);
    testApp.clock.set(minutesLater(1));
    await parentDoes(waiting.agent, childOf(waiting), cell, 'wait', small);
    testApp.clock.set(minutesLater(2));
    await parentDoes(holder.agent, childOf(holder), cell, 'remove', small);
    const { items } = await historyOf(waiting);
    expect(items).toMatchObject([
      {
        kind: 'change',
        who: { kind: 'system', name: null },
        from: 'waitlisted',
        to: 'offered',
        childFirstName: 'Lina',
        on: cell.on,
        unitLabel: 'Repas',
        facility: 'École de la Source',
      },
      { kind: 'confirmation', who: { kind: 'you' }, lines: [{ result: 'waitlisted' }] },
    ]);
    const { changes } = await historyOfBooking(clerk, await bookingIdOf(clerk, waiting, cell));
    expect(changes.map(({ from, to, who }) => [from, to, who?.kind])).toEqual([
      [null, 'waitlisted', 'guardian'],
      ['waitlisted', 'offered', 'system'],
    ]);
  });

  test('tells what was asked of the service, and what is to be paid first', async () => {
    const ways = [answeredByStaff(), paidByDate].map((regime) => rulesWith({ regime }));
    const told = [];
    for (const document of ways) {
      const where = await openTestTown(testApp, { document });
      const family = await signInEnrolled(testApp, where);
      const cell = { unit: 'soir', on: '2026-12-15' };
      await parentDoes(family.agent, family.household.children[0]?.id, cell, 'add', where);
      const byParent = await historyOf(family);
      const byClerk = await householdHistory(await clerkOf(where), family);
      told.push(
        [byParent, byClerk].map(({ items }) =>
          items.map((entry) => entry.kind === 'confirmation' && entry.lines[0]?.result),
        ),
      );
    }
    expect(told).toEqual([
      [['requested'], ['requested']],
      [['toPay'], ['toPay']],
    ]);
  });

  test('goes page by page without missing or repeating, though several happened at one instant', async () => {
    const family = await signInEnrolled(testApp, town);
    const clerk = await clerkOf(town);
    const cell = { unit: 'repas', on: '2026-12-07' };
    const made: string[] = [];
    for (let turn = 0; turn < 23; turn += 1) {
      testApp.clock.set(minutesLater(Math.floor(turn / 5)));
      const action = turn % 2 === 0 ? 'add' : 'remove';
      const totalCents = action === 'add' ? 390 : -390;
      made.push((await staffDoes(clerk, family, { ...cell, action, totalCents })).id);
    }
    const first = await historyOf(family);
    expect(first.items).toHaveLength(20);
    expect(first.next).toBe(first.items.at(-1)?.id);
    const second = await historyOf(family, `?after=${first.next}`);
    expect(second.next).toBeNull();
    const read = [...first.items, ...second.items].map(({ id }) => id);
    expect(read).toHaveLength(23);
    expect(new Set(read)).toEqual(new Set(made));
    const instants = [...first.items, ...second.items].map(({ at }) => at);
    expect(instants).toEqual(instants.toSorted().toReversed());
  });

  test('gives the first lines of a long confirmation, and how many there are', async () => {
    const family = await signInEnrolled(testApp, town);
    const childId = family.household.children[0]?.id;
    const body = {
      entries: [1, 2, 4, 5].map((weekday) => ({ childId, unit: 'repas', weekday })),
      from: '2026-12-01',
      until: '2027-03-31',
      action: 'add',
      waitWhenFull: false,
    };
    const drafted = await family.agent.post('/api/family/cart/period').send(body).expect(200);
    const { revision, lines } = drafted.body.cart;
    const sent = family.agent.post('/api/family/cart/confirm').set('idempotency-key', newId());
    await sent.send({ revision }).expect(200);
    const [entry] = (await historyOf(family)).items;
    if (entry?.kind !== 'confirmation') throw new Error('The confirmation comes first');
    expect(entry.lineCount).toBe(lines.length);
    expect(lines.length).toBeGreaterThan(30);
    expect(entry.lines.map(({ on }) => on)).toEqual(
      lines.slice(0, 30).map(({ on }: { on: string }) => on),
    );
  });

  test('is of one household: separated parents do not read each other’s', async () => {
    const shared = newChild();
    const [one, other] = await signInSeparated(testApp, town, shared);
    const cell = { unit: 'soir', on: '2026-12-10' };
    const { id } = await parentDoes(one.agent, shared.id, cell, 'add');
    expect((await historyOf(one)).items).toHaveLength(1);
    expect(await historyOf(other)).toEqual({ items: [], next: null });
    expect(await historyOf(other, `?after=${id}`)).toEqual({ items: [], next: null });
  });

  test('begins a booking older than its history with its creation, by nobody known', async () => {
    const family = await signInEnrolled(testApp, town);
    const clerk = await clerkOf(town);
    const cell = { unit: 'soir', on: '2026-12-14' };
    const sessionId = await sessionOf(testApp, town, cell.unit, cell.on);
    const { household } = family;
    const values = [newId(), household.id, household.children[0]?.id, sessionId, usualTestInstant];
    const place = { facilityId: town.facility.id, ageGroup: 'elementaire', part: 'after_school' };
    await transaction(testApp.database, town.organisation.id, async (tx) => {
      tx.write(insertOldBooking, [tx.organisationId, ...values]);
      shiftSeats(tx, [{ ...place, heldOn: cell.on, delta: 1 }]);
    });
    const id = await bookingIdOf(clerk, family, cell);
    const created = { id: null, who: null, channel: null, from: null, to: 'confirmed' };
    const at = '2026-11-16T08:00:00.000Z';
    expect((await historyOfBooking(clerk, id)).changes).toMatchObject([{ ...created, at }]);
    await staffDoes(clerk, family, { ...cell, action: 'remove', totalCents: -280 });
    expect((await historyOfBooking(clerk, id)).changes).toMatchObject([
      { ...created, at },
      { from: 'confirmed', to: 'cancelled', who: { kind: 'staff' } },
    ]);
  });

  test('is for the office of the organisation alone', async () => {
    const family = await signInEnrolled(testApp, town);
    const clerk = await clerkOf(town);
    const cell = { unit: 'soir', on: '2026-12-15' };
    await parentDoes(family.agent, family.household.children[0]?.id, cell, 'add');
    const id = await bookingIdOf(clerk, family, cell);
    const paths = [
      `/api/staff/bookings/${id}/history`,
      `/api/staff/households/${family.household.id}/history`,
    ];
    const elsewhere = await openTestTown(testApp);
    const statusesFor = async ({ agent }: SignedIn) =>
      Promise.all(paths.map(async (path) => (await agent.get(path)).status));
    expect(await statusesFor(clerk)).toEqual([200, 200]);
    const attendant = await signInStaff(testApp, town.organisation, 'attendant');
    expect(await statusesFor(attendant)).toEqual([403, 403]);
    expect(await statusesFor(await clerkOf(elsewhere))).toEqual([404, 404]);
    expect(await statusesFor(family)).toEqual([401, 401]);
  });
});
