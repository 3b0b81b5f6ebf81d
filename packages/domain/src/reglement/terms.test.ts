import { describe, expect, test } from 'vitest';
import { paymentDueAt } from '../bookings/decide-booking.ts';
import { townWith } from '../testing/small-town.ts';
import { day } from '../time/day.ts';
import { fromIso, toIso } from '../time/instant.ts';
import type { Payment, Regime } from './document.ts';
import { compileTerms, remindAt } from './terms.ts';

const { calendar } = townWith({});
const later: Payment = { kind: 'later' };
const hold: Payment = { kind: 'hold', minutes: 30 };
/** « Règlement avant le 25 », and 48 working hours for who is accepted at the last moment. */
const byThe25th: Payment = {
  kind: 'byDate',
  due: { kind: 'dayOfPrecedingMonth', day: 25, at: '24:00' },
  graceHours: 48,
  remindHours: 48,
};

const regime = (change: Partial<Regime>): Regime => ({
  acceptance: { kind: 'automatic' },
  cancellation: { kind: 'automatic' },
  payment: later,
  ...change,
});

/** Until when a morning of that day, accepted then, is to be paid. */
function dueAt(payment: Payment, on: string, acceptedAt: string): string | null {
  const town = townWith({ regime: regime({ payment }) });
  const due = paymentDueAt(town.unitDay('matin', day(on)), fromIso(acceptedAt));
  return due === null ? null : toIso(due);
}

describe('the answer of the staff', () => {
  const asked = fromIso('2026-11-27T18:00:00+01:00');

  test('is due after its working hours, its own for booking and for cancelling', () => {
    const terms = compileTerms(
      regime({
        acceptance: { kind: 'staff', answerWithinHours: 48, holdsPlace: true },
        cancellation: { kind: 'staff', answerWithinHours: 24 },
      }),
      calendar,
    );
    expect(terms.answerBooking?.(asked)).toBe(fromIso('2026-12-01T18:00:00+01:00'));
    expect(terms.answerCancelling?.(asked)).toBe(fromIso('2026-11-30T18:00:00+01:00'));
  });

  test('is that of each moment, whatever was asked before', () => {
    const { answerBooking } = compileTerms(
      regime({ acceptance: { kind: 'staff', answerWithinHours: 24, holdsPlace: false } }),
      calendar,
    );
    const monday = fromIso('2026-11-30T09:00:00+01:00');
    const first = answerBooking?.(asked);
    expect(answerBooking?.(monday)).toBe(fromIso('2026-12-01T09:00:00+01:00'));
    expect(answerBooking?.(asked)).toBe(first);
  });

  test('is nobody’s where bookings are accepted at once', () => {
    const terms = compileTerms(regime({}), calendar);
    expect([terms.answerBooking, terms.answerCancelling, terms.payAtLeast]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('the payment', () => {
  test('on an invoice is due at no moment of the booking', () => {
    expect(dueAt(later, '2026-12-01', '2026-11-02T10:00:00+01:00')).toBeNull();
  });

  test('of a place that is held is due so many minutes later, weekends included', () => {
    expect(dueAt(hold, '2026-12-02', '2026-11-28T23:45:00+01:00')).toBe('2026-11-28T23:15:00.000Z');
  });

  test.each([
    [
      'accepted early in the month: the 25th, 24:00',
      '2026-11-02T10:00:00+01:00',
      '2026-11-25T23:00:00.000Z',
    ],
    [
      'accepted two working days before: still the 25th',
      '2026-11-23T10:00:00+01:00',
      '2026-11-25T23:00:00.000Z',
    ],
    [
      'the last moment whose 48 h end by then',
      '2026-11-24T00:00:00+01:00',
      '2026-11-25T23:00:00.000Z',
    ],
    ['a minute later, 48 working hours', '2026-11-24T00:01:00+01:00', '2026-11-25T23:01:00.000Z'],
    [
      'asked on the 24th and accepted on the 26th, a Thursday',
      '2026-11-26T09:00:00+01:00',
      '2026-11-30T08:00:00.000Z',
    ],
    [
      'accepted on Saturday the 28th: until Tuesday 24:00',
      '2026-11-28T09:00:00+01:00',
      '2026-12-01T23:00:00.000Z',
    ],
  ])('by the 25th, %s', (_title, acceptedAt, expected) => {
    expect(dueAt(byThe25th, '2026-12-03', acceptedAt)).toBe(expected);
  });

  test('of January is due by the end of Christmas Day, or two working days after acceptance', () => {
    expect(dueAt(byThe25th, '2027-01-04', '2026-12-10T10:00:00+01:00')).toBe(
      '2026-12-25T23:00:00.000Z',
    );
    expect(dueAt(byThe25th, '2027-01-04', '2026-12-24T10:00:00+01:00')).toBe(
      '2026-12-29T09:00:00.000Z',
    );
  });

  test('is reminded of before a date, and not within minutes', () => {
    const due = fromIso('2026-11-26T00:00:00+01:00');
    expect(remindAt(byThe25th, due)).toBe(fromIso('2026-11-24T00:00:00+01:00'));
    expect([remindAt(hold, due), remindAt(later, due)]).toEqual([null, null]);
  });
});
