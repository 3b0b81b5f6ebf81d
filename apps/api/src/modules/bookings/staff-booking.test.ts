import { fromIso, type Instant } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { statement } from '../../platform/db/statement.ts';
import { transaction } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { type SignedIn, type SignedInGuardian, signInStaff } from '../../testing/test-people.ts';
import { newChild, newHousehold } from '../households/households.factory.ts';
import {
  openTestTown,
  seatsOf,
  sessionOf,
  signInEnrolled,
  signInSeparated,
  type TestTown,
  type WireConfirmation,
} from './bookings.factory.ts';
import type { staffPlanningSchema, staffPreviewSchema } from './staff-booking.schemas.ts';

type Planning = z.infer<typeof staffPlanningSchema>;
type Preview = z.infer<typeof staffPreviewSchema>;
type Gesture = { unit: string; on: string; action: 'add' | 'remove' | 'wait'; child?: number };

const rowsOfChild = statement<{ id: string; state: string; late: boolean }>(
  'test.bookingsOfChild',
  `select id, state, late from booking where organisation_id = $1 and child_id = $2 order by created_at`,
);
const auditOf = statement<{ action: string; actor_kind: string; detail: Record<string, unknown> }>(
  'test.auditOf',
  `select action, actor_kind, detail from audit_event
   where organisation_id = $1 and object_kind = 'household' and object_id = $2 order by at, id`,
);

describe('booking by the staff', () => {
  let testApp: TestApp;
  let town: TestTown;
  let clerk: SignedIn;
  beforeAll(async () => {
    testApp = await createTestApp();
    town = await openTestTown(testApp);
  });
  afterAll(() => testApp.close());
  beforeEach(() => moveTo(usualTestInstant));

  /** A session of the office lasts a few hours: whoever comes back later signs in again. */
  async function moveTo(now: Instant, where = town): Promise<SignedIn> {
    testApp.clock.set(now);
    clerk = await signInStaff(testApp, where.organisation, 'office');
    return clerk;
  }

  const at = ({ household }: SignedInGuardian, path: string) =>
    `/api/staff/households/${household.id}/${path}`;

  const changesOf = ({ household }: SignedInGuardian, gestures: readonly Gesture[], where = town) =>
    Promise.all(
      gestures.map(async ({ unit, on, action, child = 0 }) => ({
        childId: household.children[child]?.id,
        sessionId: await sessionOf(testApp, where, unit, on),
        action,
      })),
    );

  type At = { by?: SignedIn; where?: TestTown };

  async function preview(
    family: SignedInGuardian,
    gestures: readonly Gesture[],
    { by = clerk, where = town }: At = {},
  ): Promise<Preview> {
    const changes = await changesOf(family, gestures, where);
    const sent = by.agent.post(at(family, 'bookings/preview')).send({ changes });
    return (await sent.expect(200)).body;
  }

  type Sent = At & { key?: string; totalCents?: number; note?: string | null };

  /** Sends what the preview showed, unless another total is given. */
  async function send(family: SignedInGuardian, gestures: readonly Gesture[], sent: Sent = {}) {
    const { by = clerk, where = town, key = newId(), note = null } = sent;
    const totalCents = sent.totalCents ?? (await preview(family, gestures, sent)).totalCents;
    const changes = await changesOf(family, gestures, where);
    const post = by.agent.post(at(family, 'bookings')).set('idempotency-key', key);
    return post.send({ changes, note, totalCents });
  }

  async function book(
    family: SignedInGuardian,
    gestures: readonly Gesture[],
    sent: Sent = {},
  ): Promise<WireConfirmation> {
    const { status, body } = await send(family, gestures, sent);
    expect([status, body.code]).toEqual([200, undefined]);
    return body;
  }

  async function cellOf(family: SignedInGuardian, unit: string, on: string, by = clerk) {
    const { body } = await by.agent.get(at(family, `planning?from=${on}&until=${on}`)).expect(200);
    const planning = body as Planning;
    const row = planning.rows.find((candidate) => candidate.unit === unit);
    if (!row) throw new Error(`No cell ${unit} ${on}`);
    return {
      state: row.state[0],
      constraint: row.constraint[0],
      cents: row.cents[0],
      bookingId: row.bookingId[0],
      codes: (row.reasons[0] ?? []).map((index) => planning.reasons[index]?.code),
    };
  }

  const bookingsOf = ({ household }: SignedInGuardian, child = 0) =>
    transaction(testApp.database, town.organisation.id, (tx) =>
      tx.ask(rowsOfChild, [tx.organisationId, household.children[child]?.id]),
    );
  const seats = (where = town) => transaction(testApp.database, where.organisation.id, seatsOf);

  const lateMorning: Gesture = { unit: 'matin', on: '2026-11-17', action: 'add' };

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
    const gestures: Gesture[] = [{ unit, on, action: 'add' }];
    expect(await cellOf(family, unit, on)).toMatchObject({
      state: null,
      constraint: 'late',
      cents,
    });
    const shown = await preview(family, gestures);
    expect(shown.totalCents).toBe(cents);
    expect(shown.lines).toMatchObject([
      { outcome: 'acceptedLate', cents, reasons: [{ code: 'lateByStaff' }] },
    ]);
    expect(shown.lines[0]?.priceReasons).toContainEqual(expect.objectContaining(reason));
    const receipt = await book(family, gestures, { totalCents: cents });
    expect(receipt).toMatchObject({ totalCents: cents, lines: [{ result: 'booked', cents }] });
    expect(await bookingsOf(family)).toMatchObject([{ state: 'confirmed', late: true }]);
  });

  test.each<[string, string, string, number]>([
    ['S1-26 an evening', 'soir', '2026-11-26', 280],
    ['S1-28 a Wednesday', 'mercredi-journee', '2026-11-25', 1150],
  ])(
    '%s cancelled past its limit stays billed, and gives its place back',
    async (_title, unit, on, cents) => {
      const family = await signInEnrolled(testApp, town);
      const before = await seats();
      await book(family, [{ unit, on, action: 'add' }]);
      await moveTo(fromIso('2026-11-25T07:00:00.000Z'));
      const removal: Gesture[] = [{ unit, on, action: 'remove' }];
      const shown = await preview(family, removal);
      expect(shown.totalCents).toBe(0);
      expect(shown.lines[0]?.priceReasons).toEqual([{ code: 'lateCancellationBilled', cents }]);
      expect(await book(family, removal)).toMatchObject({
        lines: [{ result: 'cancelled', cents: 0 }],
      });
      expect(await bookingsOf(family)).toMatchObject([{ state: 'cancelledLate' }]);
      expect(await seats()).toMatchObject({ taken: before.taken, held: before.held });
    },
  );

  test('in time the staff books and cancels at the ordinary price', async () => {
    const family = await signInEnrolled(testApp, town);
    const cell = { unit: 'soir', on: '2026-12-03' };
    expect(await book(family, [{ ...cell, action: 'add' }])).toMatchObject({ totalCents: 280 });
    expect(await book(family, [{ ...cell, action: 'remove' }])).toMatchObject({ totalCents: -280 });
    expect(await bookingsOf(family)).toMatchObject([{ state: 'cancelled', late: false }]);
  });

  test('a day cancelled late and booked again is the same booking, billed once', async () => {
    const family = await signInEnrolled(testApp, town);
    const cell = { unit: 'soir', on: '2026-11-26' };
    await book(family, [{ ...cell, action: 'add' }]);
    const [first] = await bookingsOf(family);
    await moveTo(fromIso('2026-11-25T16:00:00.000Z'));
    await book(family, [{ ...cell, action: 'remove' }]);
    const before = await seats();
    expect(await cellOf(family, 'soir', cell.on)).toMatchObject({
      state: 'cancelledLate',
      cents: 0,
      bookingId: first?.id,
      codes: ['lateByStaff', 'alreadyBilled'],
    });
    const shown = await preview(family, [{ ...cell, action: 'add' }]);
    expect(shown.lines).toMatchObject([
      { outcome: 'acceptedLate', cents: 0, priceReasons: [{ code: 'alreadyBilled', cents: 280 }] },
    ]);
    await book(family, [{ ...cell, action: 'add' }]);
    expect(await bookingsOf(family)).toEqual([{ id: first?.id, state: 'confirmed', late: false }]);
    expect(await seats()).toMatchObject({ taken: before.taken + 1, held: before.held + 1 });
    expect((await preview(family, [{ ...cell, action: 'remove' }])).totalCents).toBe(0);
  });

  test('a day cancelled late wants its place back like any other', async () => {
    const small = await openTestTown(testApp, { capacity: 1 });
    const where = { where: small };
    await moveTo(usualTestInstant, small);
    const family = await signInEnrolled(testApp, small);
    const rival = await signInEnrolled(testApp, small);
    const cell = { unit: 'repas', on: '2026-11-26' };
    await book(family, [{ ...cell, action: 'add' }], where);
    await moveTo(fromIso('2026-11-25T16:00:00.000Z'), small);
    await book(family, [{ ...cell, action: 'remove' }], where);
    const shown = await preview(family, [{ ...cell, action: 'add' }], where);
    expect(shown).toMatchObject({ totalCents: 0, lines: [{ outcome: 'acceptedLate' }] });
    await book(rival, [{ ...cell, action: 'add' }], where);
    const { status, body } = await send(family, [{ ...cell, action: 'add' }], {
      ...where,
      totalCents: shown.totalCents,
    });
    expect([status, body.code]).toEqual([409, 'nothing-done']);
    expect(await seats(small)).toMatchObject({ taken: 1, held: 1, over: 0 });
  });

  test('a limit that passes between the preview and the booking is told, and nothing is written', async () => {
    const family = await signInEnrolled(testApp, town);
    const gestures: Gesture[] = [{ unit: 'matin', on: '2026-11-19', action: 'add' }];
    const { totalCents } = await preview(family, gestures);
    expect(totalCents).toBe(170);
    await moveTo(fromIso('2026-11-17T06:30:00.000Z'));
    const { status, body } = await send(family, gestures, { totalCents });
    expect([status, body.code]).toEqual([409, 'quote-changed']);
    expect(await bookingsOf(family)).toEqual([]);
    expect(await book(family, gestures, { totalCents: 400 })).toMatchObject({ totalCents: 400 });
  });

  test('a double click books once and answers the same', async () => {
    const family = await signInEnrolled(testApp, town);
    const key = newId();
    const answers = await Promise.all(
      [1, 2, 3].map(() => send(family, [lateMorning], { key, totalCents: 400 })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await bookingsOf(family)).toHaveLength(1);
  });

  test('a key is of one request, for one household', async () => {
    const [one, other] = [await signInEnrolled(testApp, town), await signInEnrolled(testApp, town)];
    const key = newId();
    await book(one, [lateMorning], { key });
    const { status, body } = await send(other, [lateMorning], { key });
    expect([status, body.code]).toEqual([422, 'key-reused']);
  });

  test('two clerks at once on the same day: one books, the other is told that things moved', async () => {
    const family = await signInEnrolled(testApp, town);
    const colleague = await signInStaff(testApp, town.organisation, 'administrator');
    const answers = await Promise.all(
      [clerk, colleague].map((by) => send(family, [lateMorning], { by, totalCents: 400 })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('quote-changed');
    expect(await bookingsOf(family)).toHaveLength(1);
  });

  test('two clerks for two families at once on the last place: it is given once', async () => {
    const small = await openTestTown(testApp, { capacity: 1 });
    const by = await signInStaff(testApp, small.organisation, 'office');
    const families = [await signInEnrolled(testApp, small), await signInEnrolled(testApp, small)];
    const answers = await Promise.all(
      families.map((family) => send(family, [lateMorning], { by, where: small, totalCents: 400 })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await seats(small)).toEqual({ taken: 1, held: 1, over: 0 });
  });

  test('does what it can of several changes and tells the rest', async () => {
    const family = await signInEnrolled(testApp, town);
    const over: Gesture = { unit: 'matin', on: '2026-11-16', action: 'add' };
    const receipt = await book(family, [over, lateMorning]);
    expect(receipt.lines).toMatchObject([
      { on: '2026-11-16', result: 'notDone', cents: 0, reasons: [{ code: 'sessionOver' }] },
      { on: '2026-11-17', result: 'booked', cents: 400 },
    ]);
  });

  test('a place given back goes to who waits for it', async () => {
    const small = await openTestTown(testApp, { capacity: 1 });
    const by = await signInStaff(testApp, small.organisation, 'office');
    const where = { by, where: small };
    const [family, waiting] = [
      await signInEnrolled(testApp, small),
      await signInEnrolled(testApp, small),
    ];
    const cell = { unit: 'repas', on: '2026-12-03' };
    await book(family, [{ ...cell, action: 'add' }], where);
    const waits = await book(waiting, [{ ...cell, action: 'wait' }], where);
    expect(waits.lines).toMatchObject([{ result: 'waitlisted', cents: 0 }]);
    await book(family, [{ ...cell, action: 'remove' }], where);
    const { body } = await waiting.agent.get('/api/family/offers').expect(200);
    expect(body.items).toMatchObject([{ on: cell.on, unit: 'repas', cents: 390 }]);
    expect(await seats(small)).toEqual({ taken: 1, held: 1, over: 0 });
  });

  test('an offer whose term is over gives its place to the staff at that very instant', async () => {
    const small = await openTestTown(testApp, { capacity: 1 });
    const where = { where: small };
    await moveTo(usualTestInstant, small);
    const families = [1, 2, 3].map(() => signInEnrolled(testApp, small));
    const [family, waiting, third] = await Promise.all(families);
    if (!family || !waiting || !third) throw new Error('Three families were written');
    const cell = { unit: 'repas', on: '2026-12-03' };
    await book(family, [{ ...cell, action: 'add' }], where);
    await book(waiting, [{ ...cell, action: 'wait' }], where);
    await book(family, [{ ...cell, action: 'remove' }], where);
    const refused = await send(third, [{ ...cell, action: 'add' }], { ...where, totalCents: 390 });
    expect(refused.body.code).toBe('quote-changed');
    await moveTo(fromIso('2026-11-18T08:00:00.000Z'), small);
    await book(third, [{ ...cell, action: 'add' }], { ...where, totalCents: 390 });
    expect(await seats(small)).toEqual({ taken: 1, held: 1, over: 0 });
  });

  test('what the other household of a child booked is told, and is theirs to change', async () => {
    const shared = newChild();
    const [one, other] = await signInSeparated(testApp, town, shared);
    const [theirs, mine] = [
      { ...one, household: newHousehold({ id: await householdOf(one), children: [shared] }) },
      { ...other, household: newHousehold({ id: await householdOf(other), children: [shared] }) },
    ];
    const cell = { unit: 'soir', on: '2026-12-03' };
    await book(theirs, [{ ...cell, action: 'add' }]);
    expect(await cellOf(mine, 'soir', cell.on)).toMatchObject({
      state: 'confirmed',
      constraint: 'staffOnly',
      codes: ['otherHousehold'],
    });
    for (const action of ['add', 'remove'] as const) {
      const { lines, totalCents } = await preview(mine, [{ ...cell, action }]);
      expect([totalCents, lines[0]?.reasons]).toEqual([0, [{ code: 'otherHousehold' }]]);
      const { body } = await send(mine, [{ ...cell, action }]);
      expect(body.code).toBe('nothing-done');
    }
    expect(await book(theirs, [{ ...cell, action: 'remove' }])).toMatchObject({ totalCents: -280 });
  });

  const householdOf = async ({ agent }: SignedIn): Promise<string> =>
    (await agent.get('/api/family/me').expect(200)).body.household.id;

  test('who may not, may not; what is not there, is not', async () => {
    const family = await signInEnrolled(testApp, town);
    const elsewhere = await openTestTown(testApp);
    const stranger = await signInEnrolled(testApp, elsewhere);
    const attendant = await signInStaff(testApp, town.organisation, 'attendant');
    const foreign = await signInStaff(testApp, elsewhere.organisation, 'administrator');
    const statusesOf = async (by: SignedIn, changes: unknown[]) => {
      const body = { changes, note: null, totalCents: 400 };
      const seen = await by.agent.post(at(family, 'bookings/preview')).send({ changes });
      const booked = by.agent.post(at(family, 'bookings')).set('idempotency-key', newId());
      return [seen.status, (await booked.send(body)).status];
    };
    const [change] = await changesOf(family, [lateMorning]);
    expect(await statusesOf(attendant, [change])).toEqual([403, 403]);
    expect(await statusesOf(foreign, [change])).toEqual([404, 404]);
    const childId = stranger.household.children[0]?.id;
    expect(await statusesOf(clerk, [{ ...change, childId }])).toEqual([404, 404]);
    const sessionId = await sessionOf(testApp, elsewhere, 'matin', '2026-11-17');
    expect(await statusesOf(clerk, [{ ...change, sessionId }])).toEqual([404, 404]);
    expect(await statusesOf(clerk, [change, change])).toEqual([422, 422]);
    expect(await statusesOf(clerk, [{ ...change, action: null }])).toEqual([422, 422]);
    expect(await bookingsOf(family)).toEqual([]);
  });

  test('the planning is of a household of the organisation, at most six weeks', async () => {
    const family = await signInEnrolled(testApp, town);
    const elsewhere = await openTestTown(testApp);
    const foreign = await signInStaff(testApp, elsewhere.organisation, 'office');
    const range = 'planning?from=2026-11-16&until=2026-11-22';
    expect((await foreign.agent.get(at(family, range))).status).toBe(404);
    const long = 'planning?from=2026-11-16&until=2026-12-28';
    expect((await clerk.agent.get(at(family, long))).status).toBe(422);
    const { body } = await clerk.agent.get(at(family, range)).expect(200);
    expect(
      (body as Planning).rows.every(({ on, bookingId }) => on.length === bookingId.length),
    ).toBe(true);
  });

  test('the guardians find the receipt in their own space, and the audit says who did what', async () => {
    const family = await signInEnrolled(testApp, town);
    const receipt = await book(family, [lateMorning], { note: 'Appel de la mère' });
    const seen = await family.agent.get(`/api/family/confirmations/${receipt.id}`).expect(200);
    expect(seen.body).toEqual(receipt);
    expect(JSON.stringify(seen.body)).not.toContain('Appel');
    const events = await transaction(testApp.database, town.organisation.id, (tx) =>
      tx.ask(auditOf, [tx.organisationId, family.household.id]),
    );
    expect(events).toMatchObject([
      {
        action: 'household.booked',
        actor_kind: 'staff',
        detail: {
          confirmationId: receipt.id,
          totalCents: 400,
          lines: [{ result: 'booked', late: true }],
        },
      },
    ]);
  });
});
