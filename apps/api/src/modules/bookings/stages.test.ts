import type { Stage } from '@preau/domain/reglement/document';
import { fromIso } from '@preau/domain/time/instant';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { cents } from '@preau/domain/money/cents';
import { openTestTown, signInEnrolled, type TestTown } from './bookings.factory.ts';
import { rulesWith } from './regimes.factory.ts';
import { openDesk, type StaffGesture } from './staff-booking.factory.ts';

const everybody: Stage['channels'] = ['online', 'staff'];
const twoWorkingDays = { kind: 'hoursBefore', hours: 48, unit: 'working' } as const;
const dayBefore = { kind: 'hoursBefore', hours: 24, unit: 'calendar' } as const;
const threeStages = rulesWith({
  booking: [
    { channels: everybody, until: twoWorkingDays, consequence: { kind: 'normal' } },
    {
      channels: ['staff'],
      until: dayBefore,
      consequence: { kind: 'surcharge', cents: cents(100) },
    },
    { channels: ['staff'], until: null, consequence: { kind: 'multiple', times: 2 } },
  ],
  cancelling: [
    { channels: everybody, until: twoWorkingDays, consequence: { kind: 'normal' } },
    {
      channels: ['staff'],
      until: dayBefore,
      consequence: { kind: 'billedInPart', percent: 50 },
    },
    { channels: ['staff'], until: null, consequence: { kind: 'billedInFull' } },
  ],
});

const lunch = (on: string, action: StaffGesture['action']): StaffGesture => ({
  unit: 'repas',
  on,
  action,
});

describe('stages that differ in what they cost', () => {
  let testApp: TestApp;
  let town: TestTown;
  beforeAll(async () => {
    testApp = await createTestApp();
    town = await openTestTown(testApp, { document: threeStages });
  });
  afterAll(() => testApp.close());

  /** The desk at a moment, Paris being an hour ahead. */
  async function deskAt(iso?: string) {
    testApp.clock.set(iso === undefined ? usualTestInstant : fromIso(iso));
    return openDesk(testApp, town);
  }

  test.each<[string, string, number, number]>([
    ['in time', '2026-11-24', 0, 390],
    ['past the first limit', '2026-11-17', 1, 490],
    ['past the second', '2026-11-16', 2, 780],
  ])('a booking %s costs what its stage says, and remembers it', async (_title, on, stage, due) => {
    const desk = await deskAt();
    const family = await signInEnrolled(testApp, town);
    expect(await desk.cellOf(family, 'repas', on)).toMatchObject({ cents: due });
    const receipt = await desk.book(family, lunch(on, 'add'));
    expect(receipt.totalCents).toBe(due);
    expect(await desk.bookingsOf(family)).toMatchObject([
      { state: 'confirmed', stage, late: stage > 0, cancel_stage: null },
    ]);
  });

  test.each<[string, string, string, number, number, number]>([
    ['half of it stays owed', '2026-11-19', '2026-11-17', 1, -195, 195],
    ['all of it stays owed', '2026-11-17', '2026-11-16', 2, 0, 0],
  ])(
    'a booking cancelled late remembers at which stage: %s, until it is taken up again',
    async (_title, on, told, stage, back, again) => {
      const family = await signInEnrolled(testApp, town);
      await (await deskAt()).book(family, lunch(on, 'add'));
      const desk = await deskAt(`${told}T12:00:00.000Z`);
      expect((await desk.book(family, lunch(on, 'remove'))).totalCents).toBe(back);
      const [before] = await desk.bookingsOf(family);
      expect(before).toMatchObject({ state: 'cancelledLate', cancel_stage: stage });
      expect(await desk.cellOf(family, 'repas', on)).toMatchObject({ cents: again });
      expect((await desk.book(family, lunch(on, 'add'))).totalCents).toBe(again);
      expect(await desk.bookingsOf(family)).toEqual([
        { ...before, state: 'confirmed', cancel_stage: null },
      ]);
    },
  );
});
