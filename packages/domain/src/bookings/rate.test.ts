import { describe, expect, test } from 'vitest';
import { compileReglement } from '../reglement/compile.ts';
import { type Day, day } from '../time/day.ts';
import { usualTown } from '../testing/usual-town.ts';
import { type RatedBooking, chargeBookings, quoteDraft } from './rate.ts';
import { type BookingState, bookingStates } from './states.ts';

const reglement = compileReglement(usualTown);
const tuesday = day('2026-11-24');
const wednesday = day('2026-11-25');
const sixHundred = () => 600;

const booking = (
  unit: string,
  state: BookingState = 'confirmed',
  stage = 0,
  on: Day = tuesday,
): RatedBooking => ({ childId: 'lea', unit, on, state, stage });

describe('charges', () => {
  test('a booking is one line, with its amount and the reason of it', () => {
    expect(chargeBookings([booking('matin')], reglement, sixHundred)).toEqual([
      {
        childId: 'lea',
        unit: 'matin',
        on: tuesday,
        cents: 140,
        reasons: [{ code: 'quotientPrice', quotient: 600, from: 500, below: 750, cents: 140 }],
      },
    ]);
  });

  test('a late Wednesday is charged its price and the surcharge, each with its reason', () => {
    const [line] = chargeBookings(
      [booking('mercredi-journee', 'attended', 1, wednesday)],
      reglement,
      sixHundred,
    );
    expect(line?.cents).toBe(1200);
    expect(line?.reasons.map(({ code }) => code)).toEqual(['quotientPrice', 'lateSurcharge']);
  });

  test('each day is charged at the quotient of that day', () => {
    const quotientOn = (on: Day) => (on < wednesday ? 400 : null);
    const bookings = [booking('soir'), booking('soir', 'confirmed', 0, day('2026-11-26'))];
    expect(chargeBookings(bookings, reglement, quotientOn).map((line) => line.cents)).toEqual([
      180, 380,
    ]);
  });

  const charged: readonly BookingState[] = [
    'requested',
    'awaitingPayment',
    'confirmed',
    'cancellationRequested',
    'absenceDeclared',
    'attended',
    'absentExcused',
    'absentUnexcused',
    'cancelledLate',
  ];

  test.each(bookingStates.map((state) => [state, charged.includes(state)] as const))(
    'a booking that is %s is charged: %s',
    (state, isCharged) => {
      const lines = chargeBookings([booking('matin', state)], reglement, sixHundred);
      expect(lines.map((line) => line.cents)).toEqual(isCharged ? [140] : []);
    },
  );

  test('a cancellation that stays billed says so', () => {
    const [line] = chargeBookings([booking('soir', 'cancelledLate')], reglement, sixHundred);
    expect(line?.reasons).toEqual([{ code: 'lateCancellationBilled', cents: 230 }]);
  });

  test('no booking, no line', () => {
    expect(chargeBookings([], reglement, sixHundred)).toEqual([]);
  });
});

describe('quotes', () => {
  test('a cart is the sum of its lines, refunds negative and billed cancellations at 0', () => {
    const quote = quoteDraft(
      {
        held: [booking('repas'), booking('soir'), booking('etude')],
        adds: [booking('matin')],
        removes: [
          { childId: 'lea', unit: 'repas', on: tuesday, stage: 0 },
          { childId: 'lea', unit: 'soir', on: tuesday, stage: 1 },
        ],
      },
      reglement,
      sixHundred,
    );
    const lines = quote.lines.map((line) => [line.unit, line.cents, line.reasons[0]?.code]);
    expect(lines).toEqual([
      ['matin', 140, 'quotientPrice'],
      ['repas', -310, 'cancelledInTime'],
      ['soir', 0, 'lateCancellationBilled'],
    ]);
    expect(quote.totalCents).toBe(-170);
  });

  test('an empty cart changes nothing', () => {
    const draft = { held: [booking('matin')], adds: [], removes: [] };
    expect(quoteDraft(draft, reglement, sixHundred)).toEqual({ lines: [], totalCents: 0 });
  });

  test('the same unit of two children, or of two days, is not confused', () => {
    const noe = { ...booking('matin', 'confirmed', 1), childId: 'noe' };
    const quote = quoteDraft(
      {
        held: [booking('matin'), noe, booking('matin', 'confirmed', 0, day('2026-11-26'))],
        adds: [],
        removes: [{ childId: 'noe', unit: 'matin', on: tuesday, stage: 0 }],
      },
      reglement,
      sixHundred,
    );
    expect(quote.totalCents).toBe(-400);
  });

  test('giving back what is not held is a mistake', () => {
    const removes = [{ childId: 'lea', unit: 'matin', on: tuesday, stage: 0 }];
    expect(() => quoteDraft({ held: [], adds: [], removes }, reglement, sixHundred)).toThrow(
      'Not held: 2026-11-24 matin lea',
    );
  });
});
