import { describe, expect, test } from 'vitest';
import type { CompiledReglement } from '../reglement/compile.ts';
import type { Payment, Regime } from '../reglement/document.ts';
import { roomThatDay, townWith } from '../testing/small-town.ts';
import { day } from '../time/day.ts';
import { fromIso, toIso } from '../time/instant.ts';
import { decideBooking } from './decide-booking.ts';
import type { BookingState } from './states.ts';
import { type BookingFacts, type BookingRequest, firstStateOf, isDoneOutcome } from './verdict.ts';

const later: Payment = { kind: 'later' };
const hold: Payment = { kind: 'hold', minutes: 30 };
const byThe25th: Payment = {
  kind: 'byDate',
  due: { kind: 'dayOfPrecedingMonth', day: 25, at: '24:00' },
  graceHours: 48,
  remindHours: 48,
};
const staff48: Regime['acceptance'] = { kind: 'staff', answerWithinHours: 48, holdsPlace: true };

const under = (regime: Partial<Regime>, rules: Parameters<typeof townWith>[0] = {}) =>
  townWith({
    ...rules,
    regime: {
      acceptance: { kind: 'automatic' },
      cancellation: { kind: 'automatic' },
      payment: later,
      ...regime,
    },
  });

type Asked = Partial<Omit<BookingRequest, 'on'>> & { on?: string; now?: string };

function ask(rules: CompiledReglement, asked: Asked = {}, facts: BookingFacts = roomThatDay) {
  const { action = 'book', channel = 'online', unit = 'matin', on = '2026-12-01' } = asked;
  const now = fromIso(asked.now ?? '2026-11-20T10:00:00+01:00');
  return decideBooking({ action, channel, unit, on: day(on) }, facts, rules, now);
}

function told(verdict: ReturnType<typeof ask>) {
  const { outcome, constraint, dueAt, late, reasons, cents } = verdict;
  const codes = reasons.map(({ code }) => code).join(' ');
  return [outcome, constraint, dueAt === null ? null : toIso(dueAt), late, codes, cents];
}

const booked = (state: BookingState): BookingFacts => ({
  ...roomThatDay,
  booking: { state, stage: 0 },
});

const FRIDAY_10H_PLUS_48 = '2026-11-24T09:00:00.000Z';
const END_OF_THE_25TH = '2026-11-25T23:00:00.000Z';
const HALF_AN_HOUR_LATER = '2026-11-20T09:30:00.000Z';

describe('a day booked on a Friday at 10 h, eleven days before', () => {
  test.each<[string, Partial<Regime>, 'online' | 'staff', unknown[]]>([
    [
      'accepted at once, on an invoice: by the family',
      {},
      'online',
      ['accepted', null, 'withinLimit'],
    ],
    [
      'accepted at once, on an invoice: by the staff',
      {},
      'staff',
      ['accepted', null, 'withinLimit'],
    ],
    [
      'held until it is paid: by the family',
      { payment: hold },
      'online',
      ['awaitingPayment', HALF_AN_HOUR_LATER, 'withinLimit payBefore'],
    ],
    [
      'held until it is paid: by the staff',
      { payment: hold },
      'staff',
      ['awaitingPayment', HALF_AN_HOUR_LATER, 'withinLimit payBefore'],
    ],
    [
      'paid by a date: by the family',
      { payment: byThe25th },
      'online',
      ['awaitingPayment', END_OF_THE_25TH, 'withinLimit payBefore'],
    ],
    [
      'answered by the staff: by the family',
      { acceptance: staff48 },
      'online',
      ['pending', FRIDAY_10H_PLUS_48, 'withinLimit toBeAnswered'],
    ],
    [
      'answered by the staff: by the staff itself',
      { acceptance: staff48 },
      'staff',
      ['accepted', null, 'withinLimit'],
    ],
    [
      'answered, then paid: by the family',
      { acceptance: staff48, payment: byThe25th },
      'online',
      ['pending', FRIDAY_10H_PLUS_48, 'withinLimit toBeAnswered'],
    ],
    [
      'answered, then paid: by the staff itself',
      { acceptance: staff48, payment: byThe25th },
      'staff',
      ['awaitingPayment', END_OF_THE_25TH, 'withinLimit payBefore'],
    ],
  ])('%s', (_title, regime, channel, [outcome, dueAt, codes]) => {
    expect(told(ask(under(regime), { channel }))).toEqual([
      outcome,
      'free',
      dueAt,
      false,
      codes,
      140,
    ]);
  });
});

describe('a late day', () => {
  const lateOnline = {
    booking: [
      {
        channels: ['online', 'staff'],
        until: { kind: 'hoursBefore', hours: 48, unit: 'working' },
        consequence: { kind: 'normal' },
      },
      { channels: ['online', 'staff'], until: null, consequence: { kind: 'normal' } },
    ],
  } as const;
  const now = '2026-11-30T10:00:00+01:00';

  test('asked of the staff is late when it is accepted, and due before the session begins', () => {
    expect(told(ask(under({ acceptance: staff48 }, lateOnline), { now }))).toEqual([
      'pending',
      'late',
      '2026-12-01T06:30:00.000Z',
      true,
      'limitPassed toBeAnswered',
      140,
    ]);
  });

  test('paid by a date is given its 48 working hours', () => {
    expect(told(ask(under({ payment: byThe25th }, lateOnline), { now }))).toEqual([
      'awaitingPayment',
      'late',
      '2026-12-02T09:00:00.000Z',
      true,
      'limitPassed payBefore',
      140,
    ]);
  });

  test('is not asked of the staff once the session has begun: one calls', () => {
    const rules = under({ acceptance: staff48 }, lateOnline);
    const begun = (at: string) => ask(rules, { now: `2026-12-01T${at}+01:00` });
    expect(begun('07:29:59.999').outcome).toBe('pending');
    expect(told(begun('07:30:00'))).toEqual([
      'staffOnly',
      'staffOnly',
      null,
      false,
      'staffOnly',
      140,
    ]);
    expect(ask(rules, { channel: 'staff', now: '2026-12-01T07:30:00+01:00' }).outcome).toBe(
      'acceptedLate',
    );
  });

  test('past the limit of a request regime, the staff books it itself', () => {
    const rules = under({ acceptance: staff48 });
    expect(ask(rules, { now }).outcome).toBe('staffOnly');
    expect(told(ask(rules, { now, channel: 'staff' }))).toEqual([
      'acceptedLate',
      'late',
      null,
      true,
      'lateByStaff',
      140,
    ]);
  });
});

describe('giving a day back', () => {
  const staffAnswers = under({ cancellation: { kind: 'staff', answerWithinHours: 48 } });

  test('is asked of the staff where the règlement says so, and told until when', () => {
    expect(told(ask(staffAnswers, { action: 'cancel' }, booked('confirmed')))).toEqual([
      'pending',
      'free',
      FRIDAY_10H_PLUS_48,
      false,
      'withinLimit toBeAnswered',
      -140,
    ]);
  });

  test('is done at once by the staff itself, and by the family elsewhere', () => {
    const asked: Asked = { action: 'cancel', channel: 'staff' };
    expect(ask(staffAnswers, asked, booked('confirmed')).outcome).toBe('accepted');
    expect(ask(under({}), { action: 'cancel' }, booked('confirmed')).outcome).toBe('accepted');
  });

  test('past its limit is the staff’s', () => {
    const now = '2026-11-30T10:00:00+01:00';
    const verdict = ask(staffAnswers, { action: 'cancel', now }, booked('confirmed'));
    expect([verdict.outcome, verdict.dueAt]).toEqual(['staffOnly', null]);
  });

  test('is not asked once the session has begun', () => {
    const anytime = under(
      { cancellation: { kind: 'staff', answerWithinHours: 24 } },
      {
        cancelling: [
          { channels: ['online', 'staff'], until: null, consequence: { kind: 'normal' } },
        ],
      },
    );
    const at = (now: string) => ask(anytime, { action: 'cancel', now }, booked('confirmed'));
    expect(at('2026-12-01T07:29:00+01:00')).toMatchObject({
      outcome: 'pending',
      dueAt: fromIso('2026-12-01T07:30:00+01:00'),
    });
    expect(told(at('2026-12-01T07:30:00+01:00'))).toEqual([
      'staffOnly',
      'staffOnly',
      null,
      false,
      'staffOnly',
      -140,
    ]);
  });

  test.each<[BookingState, string, number]>([
    ['requested', 'requestWithdrawn', -140],
    ['awaitingPayment', 'paymentGivenUp', -140],
    ['waitlisted', 'waitingListLeave', 0],
  ])('%s is free, at once, past every limit and under every regime', (state, reason, cents) => {
    const neverOnline = {
      cancelling: [{ channels: ['staff'], until: null, consequence: { kind: 'normal' } }],
    } as const;
    const now = '2026-11-30T23:00:00+01:00';
    for (const rules of [staffAnswers, under({ payment: hold }, neverOnline)]) {
      expect(told(ask(rules, { action: 'cancel', now }, booked(state)))).toEqual([
        'accepted',
        'free',
        null,
        false,
        reason,
        cents,
      ]);
    }
  });

  test('a day whose cancellation is asked already is not asked again', () => {
    const verdict = ask(staffAnswers, { action: 'cancel' }, booked('cancellationRequested'));
    expect(verdict.reasons).toEqual([{ code: 'notCancellable', state: 'cancellationRequested' }]);
  });

  test('never online: whom to contact, whenever it is', () => {
    const rules = under(
      { payment: hold },
      { cancelling: [{ channels: ['staff'], until: null, consequence: { kind: 'normal' } }] },
    );
    expect(told(ask(rules, { action: 'cancel' }, booked('confirmed')))).toEqual([
      'staffOnly',
      'neverOnline',
      null,
      false,
      'staffOnly',
      -140,
    ]);
  });
});

describe('a waiting list', () => {
  const full: BookingFacts = { ...roomThatDay, freePlaces: 0 };
  const regime: Partial<Regime> = { acceptance: staff48, payment: byThe25th };

  test('is joined at once under every regime: nobody answers, nothing is paid', () => {
    const rules = under(regime, { waitingList: { kind: 'online', offerHours: 24 } });
    expect(told(ask(rules, { action: 'wait' }, full))).toEqual([
      'waitlisted',
      'full',
      '2026-11-27T06:30:00.000Z',
      false,
      'full waitingListJoin',
      0,
    ]);
  });

  test('the staff keeps is joined by the staff, not online', () => {
    const rules = under(regime, { waitingList: { kind: 'staff', offerHours: 24 } });
    expect(ask(rules, { action: 'wait' }, full).outcome).toBe('refused');
    expect(ask(rules, { action: 'wait', channel: 'staff' }, full).outcome).toBe('waitlisted');
  });

  test('does not exist where the règlement has none, even for the staff', () => {
    const verdict = ask(under(regime), { action: 'wait', channel: 'staff' }, full);
    expect([verdict.outcome, verdict.constraint]).toEqual(['refused', 'full']);
  });
});

describe('online bookings that are not open', () => {
  const announced = under({ acceptance: staff48 }, { opening: { kind: 'announced' } });
  const nextMonth = under({}, { opening: { kind: 'precedingMonth', day: 1, at: '00:00' } });

  test('are told, cost nothing and do not hold the staff', () => {
    expect(told(ask(announced))).toEqual([
      'notOpenYet',
      'notOpenYet',
      null,
      false,
      'notAnnounced',
      0,
    ]);
    expect(ask(announced, { channel: 'staff' }).outcome).toBe('accepted');
  });

  test('open from one moment on', () => {
    const january = (now: string) => ask(nextMonth, { on: '2027-01-12', now });
    expect(told(january('2026-11-30T23:59:59+01:00'))).toEqual([
      'notOpenYet',
      'notOpenYet',
      null,
      false,
      'opensAt',
      0,
    ]);
    expect(january('2026-12-01T00:00:00+01:00').outcome).toBe('accepted');
  });

  test('do not keep a booked day from being given back', () => {
    expect(ask(announced, { action: 'cancel' }, booked('confirmed')).outcome).toBe('accepted');
  });

  test('that were are the staff’s, at its price', () => {
    const rules = under(
      {},
      {
        opening: {
          kind: 'windows',
          windows: [
            {
              code: 'decembre',
              label: 'Décembre',
              sessions: { from: day('2026-12-01'), until: day('2026-12-18') },
              opens: { on: day('2026-11-02'), at: '09:00' },
              closes: { on: day('2026-11-13'), at: '24:00' },
              staggered: [],
            },
          ],
        },
      },
    );
    expect(told(ask(rules))).toEqual([
      'staffOnly',
      'staffOnly',
      null,
      false,
      'windowClosed staffOnly',
      140,
    ]);
    expect(ask(rules, { channel: 'staff' }).outcome).toBe('accepted');
  });

  test('tell the limit first, where it is passed as well', () => {
    const verdict = ask(announced, { now: '2026-11-30T10:00:00+01:00' });
    expect([verdict.outcome, verdict.reasons[0]?.code]).toEqual(['staffOnly', 'limitPassed']);
  });
});

test('what can be done begins in the state its verdict names, and nothing else can', () => {
  expect(
    (['accepted', 'acceptedLate', 'pending', 'awaitingPayment', 'waitlisted'] as const).map(
      firstStateOf,
    ),
  ).toEqual(['confirmed', 'confirmed', 'requested', 'awaitingPayment', 'waitlisted']);
  expect(
    (['refused', 'staffOnly', 'notOpenYet', 'undetermined'] as const).filter(isDoneOutcome),
  ).toEqual([]);
});
