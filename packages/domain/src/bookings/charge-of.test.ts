import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { Price, Stage } from '../reglement/document.ts';
import { smallActivity, townWith } from '../testing/small-town.ts';
import { day } from '../time/day.ts';
import { bookingEffect, cancellationEffect, findCharge, restoringEffect } from './charge-of.ts';
import { bookingStates } from './states.ts';

const flat = (amount: number): Price => ({ kind: 'flat', cents: cents(amount) });
const stage = (hours: number | null, consequence: Stage['consequence']): Stage => ({
  channels: ['online', 'staff'],
  until: hours === null ? null : { kind: 'hoursBefore', hours, unit: 'working' },
  consequence,
});

/** A morning at 4 €; 5 € a little late, 8 € after; half of it kept, then all of it. */
function morning(price: Price = flat(400)) {
  const [unit] = smallActivity.units;
  if (unit === undefined) throw new Error('The small town has a morning');
  const town = townWith(
    {
      units: [{ ...unit, prices: [{ validFrom: day('2025-09-01'), price }] }],
      booking: [
        stage(72, { kind: 'normal' }),
        stage(48, { kind: 'surcharge', cents: cents(100) }),
        stage(null, { kind: 'multiple', times: 2 }),
      ],
      cancelling: [
        stage(72, { kind: 'normal' }),
        stage(48, { kind: 'billedInPart', percent: 50 }),
        stage(null, { kind: 'billedInFull' }),
      ],
    },
    price.kind === 'notStated' ? { status: 'study' } : {},
  );
  return town.unitDay(unit.code, day('2026-11-24'));
}
const usual = morning();

describe('what a booking costs in its state', () => {
  test('is the price of the stage it was taken at, as long as it stands', () => {
    for (const state of ['requested', 'awaitingPayment', 'confirmed', 'attended'] as const) {
      expect([0, 1, 2].map((at) => findCharge(usual, state, at, null)?.cents)).toEqual([
        400, 500, 800,
      ]);
    }
  });

  test('is what the stage of its cancellation keeps, the first that is late unless said', () => {
    const cancelledAt = (at?: number) =>
      findCharge(usual, 'cancelledLate', 0, null, undefined, at)?.cents;
    expect([undefined, 1, 2].map(cancelledAt)).toEqual([200, 200, 400]);
  });

  test('is no charge at all for what came to nothing', () => {
    const free = bookingStates.filter((state) => findCharge(usual, state, 0, null) === null);
    expect(free.toSorted()).toEqual(
      ['waitlisted', 'offered', 'refused', 'cancelled', 'expired', 'declined', 'lapsed'].toSorted(),
    );
  });
});

test('booking adds the price of its stage', () => {
  expect([0, 1, 2].map((at) => bookingEffect(usual, at, null).cents)).toEqual([400, 500, 800]);
});

describe('cancelling changes what is owed', () => {
  const effect = (at: number, cancelledAt: number | null) =>
    cancellationEffect(usual, { state: 'confirmed', stage: at }, cancelledAt, null).cents;

  test('by the whole price in time, and by what is not kept after', () => {
    expect([0, 1, 2].map((cancelledAt) => effect(0, cancelledAt))).toEqual([-400, -200, 0]);
    expect([0, 1, 2].map((cancelledAt) => effect(1, cancelledAt))).toEqual([-500, -250, 0]);
  });

  test('by the whole price where the service itself takes the day back', () => {
    expect([0, 1, 2].map((at) => effect(at, null))).toEqual([-400, -500, -800]);
  });

  test('by the whole price for what nobody has confirmed, however late', () => {
    for (const state of ['requested', 'awaitingPayment'] as const) {
      expect(cancellationEffect(usual, { state, stage: 0 }, 2, null)).toEqual({
        cents: -400,
        reasons: [{ code: 'cancelledInTime', cents: 400 }],
      });
    }
  });

  test('by nothing for what is not owed, or over', () => {
    for (const state of ['waitlisted', 'attended', 'cancelled'] as const) {
      expect(cancellationEffect(usual, { state, stage: 0 }, 1, null)).toEqual({
        cents: 0,
        reasons: [],
      });
    }
  });
});

describe('a day taken up again after a late cancellation', () => {
  test('is owed less what stayed billed', () => {
    expect(restoringEffect(usual, { stage: 0 }, null)).toEqual({
      cents: 200,
      reasons: [{ code: 'alreadyBilled', cents: 200 }],
    });
    expect(restoringEffect(usual, { stage: 1, cancelStage: 2 }, null).cents).toBe(0);
  });

  test('is owed whole where nothing did', () => {
    expect(restoringEffect(usual, { stage: 1, cancelStage: 0 }, null).cents).toBe(500);
  });
});

test('what a study does not say stays unknown, whatever is done', () => {
  const unknown = morning({ kind: 'notStated' });
  const notStated = { cents: 0, reasons: [{ code: 'amountNotStated' }] };
  expect(bookingEffect(unknown, 1, null)).toEqual(notStated);
  expect(restoringEffect(unknown, { stage: 0 }, null)).toEqual(notStated);
  for (const cancelledAt of [0, 1, 2]) {
    expect(
      cancellationEffect(unknown, { state: 'confirmed', stage: 0 }, cancelledAt, null),
    ).toEqual(notStated);
  }
});
