import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { CompiledReglement } from '../reglement/compile.ts';
import type { ActivityRules, Channel, Limit, Stage } from '../reglement/document.ts';
import { roomThatDay, smallActivity, townWith } from '../testing/small-town.ts';
import { day } from '../time/day.ts';
import { fromIso, toIso } from '../time/instant.ts';
import { decideBooking } from './decide-booking.ts';
import type { BookingFacts, BookingRequest } from './verdict.ts';

const eve: Limit = { kind: 'daysBefore', days: 1, unit: 'calendar', at: '12:00' };
const sameMorning: Limit = { kind: 'sameDay', at: '06:00' };
const both: readonly Channel[] = ['online', 'staff'];

const study = (rules: Partial<ActivityRules>) => townWith(rules, { status: 'study' });

const inThree: readonly Stage[] = [
  { channels: both, until: eve, consequence: { kind: 'normal' } },
  { channels: both, until: sameMorning, consequence: { kind: 'surcharge', cents: cents(100) } },
  { channels: ['staff'], until: null, consequence: { kind: 'multiple', times: 2 } },
];

const MONDAY_NOON = '2026-11-23T12:00:00+01:00';
const MONDAY_EVENING = '2026-11-23T18:00:00+01:00';
const MONDAY_MORNING = '2026-11-23T08:00:00+01:00';
const TUESDAY_7H = '2026-11-24T07:00:00+01:00';

type Asked = Partial<Omit<BookingRequest, 'on'>> & { readonly on?: string };

/** A Tuesday morning, asked at some moment. */
function ask(
  town: CompiledReglement,
  now: string,
  asked: Asked = {},
  facts: Partial<BookingFacts> = {},
) {
  const { action = 'book', channel = 'online', unit = 'matin', on = '2026-11-24', paid } = asked;
  const request: BookingRequest = { action, channel, unit, on: day(on), paid };
  return decideBooking(request, { ...roomThatDay, ...facts }, town, fromIso(now));
}

function told(verdict: ReturnType<typeof ask>) {
  const { outcome, stage, late, limitAt, reasons, cents: amount } = verdict;
  const codes = reasons.map(({ code }) => code).join(' ');
  return [outcome, stage, late, limitAt === null ? null : toIso(limitAt), codes, amount];
}

const NOON = '2026-11-23T11:00:00.000Z';
const held: Partial<BookingFacts> = { booking: { state: 'confirmed', stage: 0 } };

describe('stages follow one another, each with its own end and consequence', () => {
  const town = townWith({ booking: inThree });
  test.each<[string, string, Channel, unknown[]]>([
    ['in time', MONDAY_MORNING, 'online', ['accepted', 0, false, NOON, 'withinLimit', 140]],
    ['late', MONDAY_NOON, 'online', ['acceptedLate', 1, true, NOON, 'limitPassed', 240]],
    ['later', TUESDAY_7H, 'staff', ['acceptedLate', 2, true, NOON, 'lateByStaff', 280]],
    [
      'later, online: what the staff would charge',
      TUESDAY_7H,
      'online',
      ['staffOnly', 2, true, NOON, 'limitPassed staffOnly', 280],
    ],
  ])('%s', (_title, now, channel, expected) => {
    expect(told(ask(town, now, { channel }))).toEqual(expected);
  });

  test('the limit told is the one that passed last', () => {
    const { reasons } = ask(town, TUESDAY_7H, { channel: 'phone' });
    expect(reasons[0]).toMatchObject({ code: 'lateByStaff', limit: sameMorning });
  });
});

describe('ways of asking', () => {
  const byPhone = townWith({
    booking: [
      { channels: ['online'], until: eve, consequence: { kind: 'normal' } },
      {
        channels: ['phone'],
        until: sameMorning,
        consequence: { kind: 'surcharge', cents: cents(100) },
      },
    ],
  });

  test('a stage for the staff is one for the telephone, letters, paper and the desk', () => {
    const town = townWith({ booking: inThree });
    for (const channel of ['phone', 'mail', 'paper', 'desk', 'staff'] as const) {
      expect(ask(town, MONDAY_MORNING, { channel }).outcome).toBe('accepted');
    }
  });

  test('a stage for the telephone is one for the staff, and not for letters', () => {
    expect(ask(byPhone, MONDAY_EVENING, { channel: 'staff' }).outcome).toBe('acceptedLate');
    expect(told(ask(byPhone, MONDAY_EVENING, { channel: 'mail' }))).toEqual([
      'refused',
      0,
      false,
      null,
      'channelNotServed',
      0,
    ]);
  });

  test('who telephones before the limit of the portal has the stage of the telephone', () => {
    expect(told(ask(byPhone, MONDAY_MORNING, { channel: 'phone' }))).toEqual([
      'acceptedLate',
      1,
      true,
      '2026-11-24T05:00:00.000Z',
      'stageOfChannel withinLimit',
      240,
    ]);
  });

  test('a way of its own at the normal price is in time, up to its own limit', () => {
    const town = townWith({
      booking: [
        { channels: ['online'], until: eve, consequence: { kind: 'normal' } },
        { channels: ['phone'], until: sameMorning, consequence: { kind: 'normal' } },
      ],
    });
    expect(told(ask(town, MONDAY_EVENING, { channel: 'phone' })).slice(0, 4)).toEqual([
      'accepted',
      1,
      false,
      '2026-11-24T05:00:00.000Z',
    ]);
  });

  test('online, the telephone is what is left after its own limit, and then nobody', () => {
    expect(told(ask(byPhone, MONDAY_EVENING))).toEqual([
      'staffOnly',
      1,
      true,
      NOON,
      'limitPassed staffOnly',
      240,
    ]);
    expect(told(ask(byPhone, TUESDAY_7H))).toEqual(['refused', 0, true, NOON, 'limitPassed', 0]);
  });
});

describe('a booking mode may have limits of its own', () => {
  const town = townWith(
    {
      booking: [
        {
          channels: both,
          modes: ['annuel'],
          until: { kind: 'sameDay', at: '06:00' },
          consequence: { kind: 'normal' },
        },
        {
          channels: both,
          modes: ['occasionnel'],
          until: eve,
          consequence: { kind: 'normal' },
        },
        { channels: ['staff'], until: null, consequence: { kind: 'normal' } },
      ],
    },
    {
      profile: {
        modes: [
          { code: 'annuel', label: 'À l’année' },
          { code: 'occasionnel', label: 'Occasionnel' },
        ],
      },
    },
  );

  test.each([
    ['its limit', 'annuel', ['accepted', 0, false, '2026-11-24T05:00:00.000Z']],
    ['another', 'occasionnel', ['staffOnly', 2, true, NOON]],
    [
      'the first mode where none is said',
      undefined,
      ['accepted', 0, false, '2026-11-24T05:00:00.000Z'],
    ],
  ])('%s', (_title, mode, expected) => {
    const verdict = ask(town, MONDAY_NOON, {}, { profile: { mode } });
    expect(told(verdict).slice(0, 4)).toEqual(expected);
  });

  test('in time is in time, whatever the place of the stage in the list', () => {
    const verdict = ask(town, MONDAY_MORNING, {}, { profile: { mode: 'occasionnel' } });
    expect(told(verdict).slice(0, 3)).toEqual(['accepted', 1, false]);
  });
});

describe('what a study leaves unsaid is undetermined', () => {
  const unsaid: readonly Stage[] = [
    { channels: both, until: eve, consequence: { kind: 'normal' } },
    { channels: both, until: null, consequence: { kind: 'notStated' } },
  ];

  test('what becomes of a late request: late, with its limit', () => {
    expect(told(ask(study({ booking: unsaid }), MONDAY_NOON))).toEqual([
      'undetermined',
      1,
      true,
      NOON,
      'limitPassed consequenceNotStated',
      0,
    ]);
    expect(
      told(ask(study({ cancelling: unsaid }), MONDAY_NOON, { action: 'cancel' }, held)),
    ).toEqual(['undetermined', 1, true, NOON, 'limitPassed consequenceNotStated', 0]);
  });

  test.each<[string, Limit, string]>([
    ['no limit at all', { kind: 'notStated' }, 'limitNotStated'],
    [
      'none for a Tuesday',
      { kind: 'weekdayMap', map: { 1: { weekday: 5, at: '12:00' } } },
      'limitOfWeekdayUnknown',
    ],
  ])('%s', (_title, until, code) => {
    const town = study({ booking: [{ channels: both, until, consequence: { kind: 'normal' } }] });
    expect(told(ask(town, MONDAY_MORNING))).toEqual(['undetermined', 0, false, null, code, 0]);
    expect(town.limitAt('matin', day('2026-11-24'), 'book')).toBeNull();
  });

  test('what refuses for sure is told all the same', () => {
    const town = study({
      booking: [{ channels: both, until: { kind: 'notStated' }, consequence: { kind: 'normal' } }],
      units: smallActivity.units.map((unit) => ({
        ...unit,
        excludes: ['matin', 'soir'].filter((code) => code !== unit.code),
      })),
    });
    const codes = (facts: Partial<BookingFacts>) =>
      ask(town, MONDAY_MORNING, {}, facts).reasons.map(({ code }) => code);
    expect(codes({ freePlaces: 0 })).toEqual(['full']);
    expect(codes({ otherUnits: ['soir'] })).toEqual(['incompatibleUnit']);
    expect(codes({ enrolment: 'none' })).toEqual(['notEnrolled']);
    expect(codes({})).toEqual(['limitNotStated']);
    const paidFirst = study({
      booking: [{ channels: both, until: { kind: 'notStated' }, consequence: { kind: 'normal' } }],
      regime: { ...smallActivity.regime, payment: { kind: 'withRequest' } },
    });
    const unpaid = ask(paidFirst, MONDAY_MORNING, { paid: false });
    expect(unpaid.reasons.map(({ code }) => code)).toEqual(['payFirst']);
  });

  test('it is undetermined, too, whether the staff still may', () => {
    const town = study({
      booking: [
        { channels: both, until: eve, consequence: { kind: 'normal' } },
        { channels: ['staff'], until: { kind: 'notStated' }, consequence: { kind: 'normal' } },
      ],
    });
    expect(ask(town, MONDAY_NOON).outcome).toBe('undetermined');
  });
});

describe('a stage that says no', () => {
  test('late: refused, with the limit that passed', () => {
    const town = townWith({
      booking: [
        { channels: both, until: eve, consequence: { kind: 'normal' } },
        { channels: both, until: null, consequence: { kind: 'refused' } },
      ],
    });
    expect(told(ask(town, MONDAY_NOON))).toEqual(['refused', 0, true, NOON, 'limitPassed', 0]);
    expect(told(ask(town, MONDAY_NOON, { channel: 'staff' }))).toEqual([
      'refused',
      0,
      true,
      NOON,
      'lateByStaff',
      0,
    ]);
  });

  test('from the first: a booking is final, though what nobody accepted is still withdrawn', () => {
    const town = townWith({
      cancelling: [{ channels: both, until: null, consequence: { kind: 'refused' } }],
    });
    const cancel = (facts: Partial<BookingFacts>) =>
      ask(town, MONDAY_MORNING, { action: 'cancel' }, facts);
    expect(told(cancel(held))).toEqual(['refused', 0, false, null, 'neverPossible', 0]);
    expect(cancel({ booking: { state: 'requested', stage: 0 } }).outcome).toBe('accepted');
  });
});

describe('a stage that sends to the waiting list', () => {
  const town = townWith({
    waitingList: { kind: 'staff', offerHours: 24 },
    booking: [
      { channels: both, until: eve, consequence: { kind: 'normal' } },
      { channels: both, until: sameMorning, consequence: { kind: 'waitingList' } },
    ],
  });

  test('whoever comes late waits, whether there is room or not, until that stage ends', () => {
    for (const freePlaces of [0, 5]) {
      const verdict = ask(town, MONDAY_NOON, {}, { freePlaces, waiting: 2 });
      expect(told(verdict)).toEqual([
        'waitlisted',
        1,
        true,
        NOON,
        'limitPassed waitingListJoin',
        0,
      ]);
      expect(verdict.reasons[1]).toMatchObject({ rank: 3 });
      expect(verdict.dueAt).toBe(fromIso('2026-11-24T06:00:00+01:00'));
    }
  });

  test('in time one books', () => {
    expect(ask(town, MONDAY_MORNING).outcome).toBe('accepted');
  });
});

describe('a way of one’s own has its own limit', () => {
  const town = townWith({
    booking: [
      {
        channels: ['phone'],
        until: { kind: 'daysBefore', days: 7, unit: 'calendar', at: '12:00' },
        consequence: { kind: 'normal' },
      },
      { channels: ['online'], until: eve, consequence: { kind: 'normal' } },
    ],
    waitingList: { kind: 'online', offerHours: 24 },
  });

  test('whoever is in time online waits for a place, though it is too late by telephone', () => {
    const verdict = ask(town, MONDAY_MORNING, { action: 'wait' }, { freePlaces: 0 });
    expect([verdict.outcome, verdict.late, verdict.dueAt]).toEqual([
      'waitlisted',
      false,
      fromIso(NOON),
    ]);
    const late = ask(town, MONDAY_NOON, { action: 'wait' }, { freePlaces: 0 });
    expect(late.outcome).toBe('refused');
  });

  test('whoever is too late by telephone is told the limit that has passed', () => {
    const { outcome, late, reasons } = ask(town, MONDAY_MORNING, { channel: 'phone' });
    expect([outcome, late]).toEqual(['refused', true]);
    expect(reasons).toMatchObject([
      { code: 'limitPassed', limitAt: fromIso('2026-11-17T12:00:00+01:00') },
    ]);
  });
});

test('a cancellation that leaves something owed in time already is billed as a late one', () => {
  const town = townWith({
    cancelling: [
      { channels: both, until: eve, consequence: { kind: 'billedInPart', percent: 30 } },
      { channels: both, until: null, consequence: { kind: 'billedInFull' } },
    ],
  });
  const cancel = ask(town, MONDAY_MORNING, { action: 'cancel' }, held);
  expect(told(cancel)).toEqual(['acceptedLate', 0, true, NOON, 'withinLimit', -98]);
});

describe('regimes that ask for nothing, or for everything at once', () => {
  const under = (regime: Partial<ActivityRules['regime']>) =>
    townWith({
      regime: {
        acceptance: { kind: 'automatic' },
        cancellation: { kind: 'automatic' },
        payment: { kind: 'later' },
        ...regime,
      },
    });

  test('where presence creates the charge there is nothing to book', () => {
    const town = under({ acceptance: { kind: 'none' } });
    for (const channel of both) {
      expect(told(ask(town, MONDAY_MORNING, { channel }))).toEqual([
        'refused',
        0,
        false,
        '2026-11-20T06:30:00.000Z',
        'nothingToBook',
        0,
      ]);
    }
  });

  test('a request without its payment is refused, and one with it is booked', () => {
    const town = under({ payment: { kind: 'withRequest' } });
    const early = '2026-11-10T10:00:00+01:00';
    expect(told(ask(town, early, { paid: false })).slice(0, 5)).toEqual([
      'refused',
      0,
      false,
      '2026-11-20T06:30:00.000Z',
      'payFirst',
    ]);
    expect(ask(town, early, { paid: true }).outcome).toBe('accepted');
    expect(ask(town, early).outcome).toBe('accepted');
    expect(ask(under({}), early, { paid: false }).outcome).toBe('accepted');
  });
});
