import { fromIso } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { openTestTown, signInEnrolled, type TestTown } from './bookings.factory.ts';
import { type Desk, openDesk, type StaffGesture } from './staff-booking.factory.ts';

const lateMorning: StaffGesture = { unit: 'matin', on: '2026-11-17', action: 'add' };
const lunch = { unit: 'repas', on: '2026-12-03' };

describe('booking by the staff, while others move', () => {
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

  /** A town with one place in each room, a desk there and families. */
  async function openSmallTown(count: number) {
    const small = await openTestTown(testApp, { capacity: 1 });
    const families = [];
    for (let made = 0; made < count; made += 1) {
      families.push(await signInEnrolled(testApp, small));
    }
    return { small, families, there: await openDesk(testApp, small) };
  }

  const statusesOf = (answers: readonly { status: number }[]) =>
    answers.map(({ status }) => status).toSorted((one, other) => one - other);

  test('a limit that passes between the preview and the booking is told, and nothing is written', async () => {
    const family = await signInEnrolled(testApp, town);
    const gesture: StaffGesture = { unit: 'matin', on: '2026-11-19', action: 'add' };
    const { totalCents } = await desk.preview(family, gesture);
    expect(totalCents).toBe(170);
    testApp.clock.set(fromIso('2026-11-17T06:30:00.000Z'));
    const later = await openDesk(testApp, town);
    const { status, body } = await later.send(family, [gesture], { totalCents });
    expect([status, body.code]).toEqual([409, 'quote-changed']);
    expect(await later.bookingsOf(family)).toEqual([]);
    expect((await later.book(family, gesture, { totalCents: 400 })).totalCents).toBe(400);
  });

  test('a double click books once and answers the same', async () => {
    const family = await signInEnrolled(testApp, town);
    const sent = { key: newId(), totalCents: 400 };
    const answers = await Promise.all([1, 2, 3].map(() => desk.send(family, [lateMorning], sent)));
    expect(statusesOf(answers)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await desk.bookingsOf(family)).toHaveLength(1);
  });

  test('a key is of one request, for one household', async () => {
    const [one, other] = [await signInEnrolled(testApp, town), await signInEnrolled(testApp, town)];
    const key = newId();
    await desk.book(one, lateMorning, { key });
    const { status, body } = await desk.send(other, [lateMorning], { key });
    expect([status, body.code]).toEqual([422, 'key-reused']);
  });

  test('two clerks at once on the same day: one books, the other is told that things moved', async () => {
    const family = await signInEnrolled(testApp, town);
    const desks = [desk, await openDesk(testApp, town)];
    const answers = await Promise.all(
      desks.map((one) => one.send(family, [lateMorning], { totalCents: 400 })),
    );
    expect(statusesOf(answers)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('quote-changed');
    expect(await desk.bookingsOf(family)).toHaveLength(1);
  });

  test('two families at once on the last place: it is given once', async () => {
    const { families, there } = await openSmallTown(2);
    const answers = await Promise.all(
      families.map((family) => there.send(family, [lateMorning], { totalCents: 400 })),
    );
    expect(statusesOf(answers)).toEqual([200, 409]);
    expect(await there.seats()).toEqual({ taken: 1, held: 1, over: 0 });
  });

  test('a place given back goes to who waits for it', async () => {
    const { families, there } = await openSmallTown(2);
    const [holder, waiting] = families;
    if (!holder || !waiting) throw new Error('Two families were written');
    await there.book(holder, { ...lunch, action: 'add' });
    const waits = await there.book(waiting, { ...lunch, action: 'wait' });
    expect(waits.lines).toMatchObject([{ result: 'waitlisted', cents: 0 }]);
    await there.book(holder, { ...lunch, action: 'remove' });
    const { body } = await waiting.agent.get('/api/family/offers').expect(200);
    expect(body.items).toMatchObject([{ on: lunch.on, unit: 'repas', cents: 390 }]);
    expect(await there.seats()).toEqual({ taken: 1, held: 1, over: 0 });
  });

  test('an offer whose term is over gives its place to the staff at that very instant', async () => {
    const { small, families, there } = await openSmallTown(3);
    const [holder, waiting, third] = families;
    if (!holder || !waiting || !third) throw new Error('Three families were written');
    await there.book(holder, { ...lunch, action: 'add' });
    await there.book(waiting, { ...lunch, action: 'wait' });
    await there.book(holder, { ...lunch, action: 'remove' });
    const { body } = await there.send(third, [{ ...lunch, action: 'add' }], { totalCents: 390 });
    expect(body.code).toBe('quote-changed');
    testApp.clock.set(fromIso('2026-11-18T08:00:00.000Z'));
    const later = await openDesk(testApp, small);
    await later.book(third, { ...lunch, action: 'add' }, { totalCents: 390 });
    expect(await later.seats()).toEqual({ taken: 1, held: 1, over: 0 });
  });
});
