import { fromIso } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { type SignedIn, signInAgent, signInStaff } from '../../testing/test-people.ts';
import { newChild, newHousehold } from '../households/households.factory.ts';
import {
  openTestTown,
  sessionOf,
  signInEnrolled,
  signInSeparated,
  type TestTown,
  type WirePlanning,
} from './bookings.factory.ts';
import {
  type Desk,
  householdPath,
  openDesk,
  type StaffGesture,
  type WireStaffPlanning,
} from './staff-booking.factory.ts';

const auditOf = statement<{ action: string; actor_kind: string; detail: Record<string, unknown> }>(
  'test.auditOf',
  `select action, actor_kind, detail from audit_event
   where organisation_id = $1 and object_kind = 'household' and object_id = $2 order by at, id`,
);

const lateMorning: StaffGesture = { unit: 'matin', on: '2026-11-17', action: 'add' };

describe('booking by the staff', () => {
  let testApp: TestApp;
  let town: TestTown;
  let desk: Desk;
  beforeAll(async () => {
    testApp = await createTestApp();
    town = await openTestTown(testApp);
  });
  afterAll(() => testApp.close());
  beforeEach(async () => {
    testApp.clock.set(usualTestInstant);
    desk = await openDesk(testApp, town);
  });

  /** The same desk on another day: whoever sits there signs in again. */
  async function deskOn(iso: string, where = town): Promise<Desk> {
    testApp.clock.set(fromIso(iso));
    return openDesk(testApp, where);
  }

  test.each<[string, string, string, number, object]>([
    [
      'S1-25 a late morning becomes 4 €',
      'matin',
      '2026-11-17',
      400,
      { code: 'latePriceReplaces', cents: 400, insteadOf: 170 },
    ],
    [
      'S1-25 a late evening becomes 10 €',
      'soir',
      '2026-11-17',
      1000,
      { code: 'latePriceReplaces', cents: 1000, insteadOf: 280 },
    ],
    [
      'S1-27 a late Wednesday costs its day and 3 €',
      'mercredi-journee',
      '2026-11-18',
      1450,
      { code: 'lateSurcharge', cents: 300 },
    ],
    [
      'a late lunch costs what it costs',
      'repas',
      '2026-11-17',
      390,
      { code: 'quotientPrice', cents: 390 },
    ],
  ])('%s, shown before and charged after', async (_title, unit, on, cents, reason) => {
    const family = await signInEnrolled(testApp, town);
    const late = { state: null, constraint: 'late', cents };
    expect(await desk.cellOf(family, unit, on)).toMatchObject(late);
    const gesture: StaffGesture = { unit, on, action: 'add' };
    const shown = await desk.preview(family, gesture);
    expect(shown.totalCents).toBe(cents);
    expect(shown.lines).toMatchObject([
      { outcome: 'acceptedLate', cents, reasons: [{ code: 'lateByStaff' }] },
    ]);
    expect(shown.lines[0]?.priceReasons).toContainEqual(expect.objectContaining(reason));
    const receipt = await desk.book(family, gesture, { totalCents: cents });
    expect(receipt).toMatchObject({ totalCents: cents, lines: [{ result: 'booked', cents }] });
    expect(await desk.bookingsOf(family)).toMatchObject([{ state: 'confirmed', late: true }]);
  });

  test.each<[string, string, string, number]>([
    ['S1-26 an evening', 'soir', '2026-11-26', 280],
    ['S1-28 a Wednesday', 'mercredi-journee', '2026-11-25', 1150],
  ])(
    '%s cancelled past its limit stays billed, and gives its place back',
    async (_title, unit, on, cents) => {
      const family = await signInEnrolled(testApp, town);
      const before = await desk.seats();
      await desk.book(family, { unit, on, action: 'add' });
      const later = await deskOn('2026-11-25T07:00:00.000Z');
      const shown = await later.preview(family, { unit, on, action: 'remove' });
      expect(shown.totalCents).toBe(0);
      expect(shown.lines[0]?.priceReasons).toEqual([{ code: 'lateCancellationBilled', cents }]);
      expect(await later.book(family, { unit, on, action: 'remove' })).toMatchObject({
        lines: [{ result: 'cancelled', cents: 0 }],
      });
      expect(await later.bookingsOf(family)).toMatchObject([{ state: 'cancelledLate' }]);
      const { taken, held } = before;
      expect(await later.seats()).toMatchObject({ taken, held });
    },
  );

  test('in time the staff books and cancels at the ordinary price', async () => {
    const family = await signInEnrolled(testApp, town);
    const cell = { unit: 'soir', on: '2026-12-03' };
    expect((await desk.book(family, { ...cell, action: 'add' })).totalCents).toBe(280);
    expect((await desk.book(family, { ...cell, action: 'remove' })).totalCents).toBe(-280);
    expect(await desk.bookingsOf(family)).toMatchObject([{ state: 'cancelled', late: false }]);
  });

  test('a day cancelled late and booked again is the same booking, billed once', async () => {
    const family = await signInEnrolled(testApp, town);
    const cell = { unit: 'soir', on: '2026-11-26' };
    await desk.book(family, { ...cell, action: 'add' });
    const [first] = await desk.bookingsOf(family);
    const later = await deskOn('2026-11-25T16:00:00.000Z');
    await later.book(family, { ...cell, action: 'remove' });
    const { taken, held } = await later.seats();
    expect(await later.cellOf(family, 'soir', cell.on)).toMatchObject({
      state: 'cancelledLate',
      cents: 0,
      bookingId: first?.id,
      codes: ['lateByStaff', 'alreadyBilled'],
    });
    const parent = await signInAgent(testApp, town.organisation, 'family', family.email);
    const day = `/api/family/planning?from=${cell.on}&until=${cell.on}`;
    const planning: WirePlanning = (await parent.get(day).expect(200)).body;
    const evening = planning.rows.find(({ unit }) => unit === 'soir');
    expect(evening).toMatchObject({ constraint: ['staffOnly'], cents: [0] });
    const shown = await later.preview(family, { ...cell, action: 'add' });
    expect(shown.lines).toMatchObject([
      { outcome: 'acceptedLate', cents: 0, priceReasons: [{ code: 'alreadyBilled', cents: 280 }] },
    ]);
    await later.book(family, { ...cell, action: 'add' });
    const again = { id: first?.id, state: 'confirmed', stage: 0, late: false, cancel_stage: null };
    expect(await later.bookingsOf(family)).toEqual([again]);
    expect(await later.seats()).toMatchObject({ taken: taken + 1, held: held + 1 });
    expect((await later.preview(family, { ...cell, action: 'remove' })).totalCents).toBe(0);
  });

  test('a day cancelled late and asked for « or else wait » is the same booking too', async () => {
    const family = await signInEnrolled(testApp, town);
    const cell = { unit: 'soir', on: '2026-11-26' };
    await desk.book(family, { ...cell, action: 'add' });
    const [first] = await desk.bookingsOf(family);
    const later = await deskOn('2026-11-25T16:00:00.000Z');
    await later.book(family, { ...cell, action: 'remove' });
    expect(await later.book(family, { ...cell, action: 'wait' })).toMatchObject({
      totalCents: 0,
      lines: [{ result: 'booked' }],
    });
    expect(await later.bookingsOf(family)).toEqual([
      { id: first?.id, state: 'confirmed', stage: 0, late: false, cancel_stage: null },
    ]);
  });

  test('a day cancelled late wants its place back like any other', async () => {
    const small = await openTestTown(testApp, { capacity: 1 });
    const [family, rival] = [
      await signInEnrolled(testApp, small),
      await signInEnrolled(testApp, small),
    ];
    const cell = { unit: 'repas', on: '2026-11-26' };
    await (await openDesk(testApp, small)).book(family, { ...cell, action: 'add' });
    const later = await deskOn('2026-11-25T16:00:00.000Z', small);
    await later.book(family, { ...cell, action: 'remove' });
    const { totalCents, lines } = await later.preview(family, { ...cell, action: 'add' });
    expect([totalCents, lines[0]?.outcome]).toEqual([0, 'acceptedLate']);
    await later.book(rival, { ...cell, action: 'add' });
    const { status, body } = await later.send(family, [{ ...cell, action: 'add' }], { totalCents });
    expect([status, body.code]).toEqual([409, 'nothing-done']);
    expect(await later.seats()).toEqual({ taken: 1, held: 1, over: 0 });
  });

  test('does what it can of several changes and tells the rest', async () => {
    const family = await signInEnrolled(testApp, town);
    const over: StaffGesture = { unit: 'matin', on: '2026-11-16', action: 'add' };
    const receipt = await desk.book(family, [over, lateMorning]);
    expect(receipt.lines).toMatchObject([
      { on: '2026-11-16', result: 'notDone', cents: 0, reasons: [{ code: 'sessionOver' }] },
      { on: '2026-11-17', result: 'booked', cents: 400 },
    ]);
  });

  test('what the other household of a child booked is told, and is theirs to change', async () => {
    const shared = newChild();
    const [one, other] = await signInSeparated(testApp, town, shared);
    const householdOf = async ({ agent }: SignedIn) => {
      const { body } = await agent.get('/api/family/me').expect(200);
      return { household: newHousehold({ id: body.household.id, children: [shared] }) };
    };
    const [theirs, mine] = [await householdOf(one), await householdOf(other)];
    const cell = { unit: 'soir', on: '2026-12-03' };
    await desk.book(theirs, { ...cell, action: 'add' });
    expect(await desk.cellOf(mine, 'soir', cell.on)).toMatchObject({
      state: 'confirmed',
      constraint: 'staffOnly',
      codes: ['otherHousehold'],
    });
    for (const action of ['add', 'remove'] as const) {
      const { lines, totalCents } = await desk.preview(mine, { ...cell, action });
      expect([totalCents, lines[0]?.reasons]).toEqual([0, [{ code: 'otherHousehold' }]]);
      expect((await desk.send(mine, [{ ...cell, action }])).body.code).toBe('nothing-done');
    }
    expect((await desk.book(theirs, { ...cell, action: 'remove' })).totalCents).toBe(-280);
  });

  test('who may not, may not; what is not there, is not', async () => {
    const family = await signInEnrolled(testApp, town);
    const elsewhere = await openTestTown(testApp);
    const stranger = await signInEnrolled(testApp, elsewhere);
    const attendant = await signInStaff(testApp, town.organisation, 'attendant');
    const foreign = await signInStaff(testApp, elsewhere.organisation, 'administrator');
    const statusesOf = async ({ agent }: SignedIn, changes: unknown[]) => {
      const seen = await agent.post(householdPath(family, 'bookings/preview')).send({ changes });
      const post = agent.post(householdPath(family, 'bookings')).set('idempotency-key', newId());
      const booked = await post.send({ changes, note: null, totalCents: 400 });
      return [seen.status, booked.status];
    };
    const [change] = await desk.changesOf(family, [lateMorning]);
    expect(await statusesOf(attendant, [change])).toEqual([403, 403]);
    expect(await statusesOf(foreign, [change])).toEqual([404, 404]);
    const childId = stranger.household.children[0]?.id;
    expect(await statusesOf(desk.clerk, [{ ...change, childId }])).toEqual([404, 404]);
    const sessionId = await sessionOf(testApp, elsewhere, 'matin', '2026-11-17');
    expect(await statusesOf(desk.clerk, [{ ...change, sessionId }])).toEqual([404, 404]);
    expect(await statusesOf(desk.clerk, [change, change])).toEqual([422, 422]);
    expect(await statusesOf(desk.clerk, [{ ...change, action: null }])).toEqual([422, 422]);
    expect(await desk.bookingsOf(family)).toEqual([]);
  });

  test('the planning is of a household of the organisation, at most six weeks', async () => {
    const family = await signInEnrolled(testApp, town);
    const foreign = await openDesk(testApp, await openTestTown(testApp));
    const week = householdPath(family, 'planning?from=2026-11-16&until=2026-11-22');
    expect((await foreign.clerk.agent.get(week)).status).toBe(404);
    const long = householdPath(family, 'planning?from=2026-11-16&until=2026-12-28');
    expect((await desk.clerk.agent.get(long)).status).toBe(422);
    const { rows }: WireStaffPlanning = (await desk.clerk.agent.get(week).expect(200)).body;
    expect(rows.map(({ bookingId }) => bookingId.length)).toEqual(rows.map(({ on }) => on.length));
  });

  test('the guardians find the receipt in their own space, and the audit says who did what', async () => {
    const family = await signInEnrolled(testApp, town);
    const receipt = await desk.book(family, lateMorning, { note: 'Appel de la mère' });
    const seen = await family.agent.get(`/api/family/confirmations/${receipt.id}`).expect(200);
    expect(seen.body).toEqual(receipt);
    expect(JSON.stringify(seen.body)).not.toContain('Appel');
    const events = await transaction(testApp.database, town.organisation.id, (tx) =>
      tx.ask(auditOf, [tx.organisationId, family.household.id]),
    );
    const lines = [{ result: 'booked', late: true }];
    expect(events).toMatchObject([
      {
        action: 'household.booked',
        actor_kind: 'staff',
        detail: { confirmationId: receipt.id, totalCents: 400, lines },
      },
    ]);
  });
});
