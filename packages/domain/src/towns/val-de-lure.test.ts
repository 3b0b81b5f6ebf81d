import { describe, expect, test } from 'vitest';
import { decideBooking } from '../bookings/decide-booking.ts';
import type { BookingFacts, Verdict } from '../bookings/verdict.ts';
import { compileReglement } from '../reglement/compile.ts';
import type { Channel } from '../reglement/document.ts';
import { day } from '../time/day.ts';
import { type Instant, fromIso } from '../time/instant.ts';
import { valDeLure } from './val-de-lure.ts';

const reglement = compileReglement(valDeLure);
const MINUTE = 60_000;

const toBook: BookingFacts = {
  enrolment: 'accepted',
  ageGroup: 'elementaire',
  bornOn: null,
  documents: [],
  activityDays: [],
  session: { kind: 'open' },
  booking: null,
  otherUnits: [],
  freePlaces: 5,
  capacity: 20,
  waiting: 0,
  quotient: 600,
};
const toCancel: BookingFacts = { ...toBook, booking: { state: 'confirmed', late: false } };

type Action = 'book' | 'cancel';

function decide(action: Action, channel: Channel, unit: string, on: string, now: number): Verdict {
  const request = { action, channel, unit, on: day(on) };
  return decideBooking(request, action === 'book' ? toBook : toCancel, reglement, now as Instant);
}

/** Unit, day of the session, first instant that is too late. Written out by hand from a calendar. */
const limits: readonly (readonly [string, string, string, string])[] = [
  // « 48h jours ouvrés pour le périscolaire »: same clock time, two working days earlier.
  ['an ordinary Friday morning', 'matin', '2026-11-27', '2026-11-25T07:30:00+01:00'],
  ['a Monday morning, over the weekend', 'matin', '2026-11-23', '2026-11-19T07:30:00+01:00'],
  ['a Tuesday morning, over the weekend', 'matin', '2026-11-24', '2026-11-20T07:30:00+01:00'],
  ['an evening has the evening hour', 'soir', '2026-11-17', '2026-11-13T16:30:00+01:00'],
  ['the day after a public holiday', 'matin', '2026-11-12', '2026-11-09T07:30:00+01:00'],
  ['two days after a public holiday', 'soir', '2026-11-13', '2026-11-10T16:30:00+01:00'],
  ['after Ascension and its bridge', 'matin', '2027-05-10', '2027-05-05T07:30:00+02:00'],
  ['after Whit Monday', 'matin', '2027-05-18', '2027-05-13T07:30:00+02:00'],
  ['the first day of the month', 'matin', '2026-12-01', '2026-11-27T07:30:00+01:00'],
  ['the first day of class of the year', 'matin', '2027-01-04', '2026-12-30T07:30:00+01:00'],
  ['an evening over the end of the year', 'soir', '2027-01-05', '2026-12-31T16:30:00+01:00'],
  ['the first day back in September', 'matin', '2026-09-01', '2026-08-28T07:30:00+02:00'],
  ['clocks back: limit still in summer time', 'matin', '2026-10-27', '2026-10-23T07:30:00+02:00'],
  ['clocks back: limit already in winter', 'soir', '2026-10-28', '2026-10-26T16:30:00+01:00'],
  ['clocks forward and Easter Monday', 'matin', '2027-03-30', '2027-03-25T07:30:00+01:00'],
  ['the evening of that day', 'soir', '2027-03-30', '2027-03-25T16:30:00+01:00'],
  ['two days after Easter Monday', 'matin', '2027-04-01', '2027-03-30T07:30:00+02:00'],
  // Lunch and study: 48 h as well, from their own start.
  ['a lunch', 'repas', '2026-11-24', '2026-11-20T12:00:00+01:00'],
  ['a lunch after Easter Monday', 'repas', '2027-03-30', '2027-03-25T12:00:00+01:00'],
  ['a study', 'etude', '2026-11-26', '2026-11-24T16:30:00+01:00'],
  // « 5 jours ouvrés pour les mercredis et vacances »: to the end of the fifth working day before.
  ['a Wednesday', 'mercredi-journee', '2026-11-25', '2026-11-19T00:00:00+01:00'],
  ['a Wednesday morning', 'mercredi-matin-repas', '2026-11-25', '2026-11-19T00:00:00+01:00'],
  ['a Wednesday afternoon', 'mercredi-apres-midi', '2026-11-25', '2026-11-19T00:00:00+01:00'],
  [
    'a Wednesday after a holiday week',
    'mercredi-journee',
    '2026-11-18',
    '2026-11-11T00:00:00+01:00',
  ],
  ['the first Wednesday of a month', 'mercredi-journee', '2026-12-02', '2026-11-26T00:00:00+01:00'],
  [
    'the first Wednesday of the year',
    'mercredi-journee',
    '2027-01-06',
    '2026-12-30T00:00:00+01:00',
  ],
  ['a Wednesday after Easter', 'mercredi-journee', '2027-03-31', '2027-03-24T00:00:00+01:00'],
  [
    'a Wednesday whose limit ends the month',
    'mercredi-journee',
    '2027-04-07',
    '2027-04-01T00:00:00+02:00',
  ],
  [
    'the first Monday of the holidays',
    'vacances-journee',
    '2026-10-19',
    '2026-10-13T00:00:00+02:00',
  ],
  [
    'a holiday after clocks went back',
    'vacances-journee',
    '2026-10-28',
    '2026-10-22T00:00:00+02:00',
  ],
  ['a holiday a week after', 'vacances-journee', '2026-10-30', '2026-10-24T00:00:00+02:00'],
  [
    'a limit on the eve of the change',
    'vacances-journee',
    '2026-11-02',
    '2026-10-27T00:00:00+01:00',
  ],
  [
    'a holiday between Christmas and New Year',
    'vacances-journee',
    '2026-12-28',
    '2026-12-19T00:00:00+01:00',
  ],
  [
    'a holiday after two public holidays',
    'vacances-journee',
    '2027-07-15',
    '2027-07-08T00:00:00+02:00',
  ],
];

describe.each(limits)('%s (%s, %s)', (_title, unit, on, limitIso) => {
  const limit = fromIso(limitIso);

  test.each(['book', 'cancel'] as const)('the limit to %s is that instant', (action) => {
    expect(decide(action, 'online', unit, on, limit - MINUTE).limitAt).toBe(limit);
    expect(reglement.limitAt(unit, day(on), action)).toBe(limit);
  });

  test.each(['book', 'cancel'] as const)('to %s online, up to the minute before', (action) => {
    for (const before of [7 * 24 * 60 * MINUTE, MINUTE, 1]) {
      const verdict = decide(action, 'online', unit, on, limit - before);
      expect([verdict.outcome, verdict.constraint]).toEqual(['accepted', 'free']);
      expect(verdict.reasons.map(({ code }) => code)).toEqual(['withinLimit']);
    }
  });

  test.each(['book', 'cancel'] as const)('to %s from then on, through staff only', (action) => {
    for (const after of [0, 1, MINUTE]) {
      const online = decide(action, 'online', unit, on, limit + after);
      expect([online.outcome, online.constraint]).toEqual(['staffOnly', 'staffOnly']);
      expect(online.reasons.map(({ code }) => code)).toEqual(['limitPassed', 'staffOnly']);
      const staff = decide(action, 'staff', unit, on, limit + after);
      expect([staff.outcome, staff.constraint]).toEqual(['acceptedLate', 'late']);
      expect(staff.reasons).toEqual([
        { code: 'lateByStaff', limitAt: limit, limit: expect.anything() },
      ]);
    }
  });
});

describe('prices, in time and late (quotient 600)', () => {
  const inTime = fromIso('2026-11-01T10:00:00+01:00');

  test.each([
    // « tarif majoré (4€ le matin / 10€ le soir) »: it replaces the price.
    ['matin', '2026-11-24', '2026-11-23T10:00:00+01:00', 140, 400, ['latePriceReplaces']],
    ['soir', '2026-11-24', '2026-11-23T10:00:00+01:00', 230, 1000, ['latePriceReplaces']],
    // Lunch and study late: the normal price.
    ['repas', '2026-11-24', '2026-11-23T10:00:00+01:00', 310, 310, ['quotientPrice']],
    ['etude', '2026-11-24', '2026-11-23T10:00:00+01:00', 160, 160, ['quotientPrice']],
    // « tarif journée + 3€ »: it is added to the price.
    [
      'mercredi-journee',
      '2026-11-25',
      '2026-11-23T10:00:00+01:00',
      900,
      1200,
      ['quotientPrice', 'lateSurcharge'],
    ],
    [
      'mercredi-matin-repas',
      '2026-11-25',
      '2026-11-23T10:00:00+01:00',
      620,
      920,
      ['quotientPrice', 'lateSurcharge'],
    ],
    [
      'mercredi-apres-midi',
      '2026-11-25',
      '2026-11-23T10:00:00+01:00',
      390,
      690,
      ['quotientPrice', 'lateSurcharge'],
    ],
    [
      'vacances-journee',
      '2026-12-21',
      '2026-12-18T10:00:00+01:00',
      950,
      1250,
      ['quotientPrice', 'lateSurcharge'],
    ],
  ])(
    '%s costs its price in time and the late one after',
    (unit, on, late, price, latePrice, codes) => {
      for (const channel of ['online', 'staff'] as const) {
        const early = decide('book', channel, unit, on, inTime);
        expect([early.cents, early.priceReasons.map(({ code }) => code)]).toEqual([
          price,
          ['quotientPrice'],
        ]);
      }
      const staff = decide('book', 'staff', unit, on, fromIso(late));
      expect([staff.cents, staff.priceReasons.map(({ code }) => code)]).toEqual([latePrice, codes]);
      const online = decide('book', 'online', unit, on, fromIso(late));
      expect([online.outcome, online.cents]).toEqual(['staffOnly', latePrice]);
    },
  );

  test.each([
    ['matin', '2026-11-24', 140],
    ['soir', '2026-11-24', 230],
    ['repas', '2026-11-24', 310],
    ['etude', '2026-11-24', 160],
    ['mercredi-journee', '2026-11-25', 900],
    ['vacances-journee', '2026-12-21', 950],
  ])('%s cancelled in time is not charged, cancelled late stays billed', (unit, on, price) => {
    const early = decide('cancel', 'online', unit, on, inTime);
    expect([early.cents, early.priceReasons]).toEqual([
      -price,
      [{ code: 'cancelledInTime', cents: price }],
    ]);
    const eve = fromIso(`${on}T07:00:00+01:00`);
    for (const channel of ['staff', 'online'] as const) {
      const late = decide('cancel', channel, unit, on, eve);
      expect([late.outcome, late.cents, late.priceReasons]).toEqual([
        channel === 'staff' ? 'acceptedLate' : 'staffOnly',
        0,
        [{ code: 'lateCancellationBilled', cents: price }],
      ]);
    }
  });

  test('a late morning costs 4 € whatever the quotient, and says what it replaces', () => {
    for (const quotient of [0, 600, 5000, null]) {
      const request = {
        action: 'book',
        channel: 'staff',
        unit: 'matin',
        on: day('2026-11-24'),
      } as const;
      const now = fromIso('2026-11-24T06:00:00+01:00');
      const verdict = decideBooking(request, { ...toBook, quotient }, reglement, now);
      expect(verdict.cents).toBe(400);
      expect(verdict.priceReasons).toMatchObject([{ code: 'latePriceReplaces', cents: 400 }]);
    }
  });
});

/** The published worked cases of this règlement, transcribed with their own outcomes. */
describe('worked cases', () => {
  test.each([
    [
      'Thursday 12 November morning, asked on Sunday 8',
      'book',
      'matin',
      '2026-11-12',
      '2026-11-08T20:00:00+01:00',
      'accepted',
      '2026-11-09T07:30:00+01:00',
    ],
    [
      'the same, asked on Tuesday 10',
      'book',
      'matin',
      '2026-11-12',
      '2026-11-10T12:00:00+01:00',
      'staffOnly',
      '2026-11-09T07:30:00+01:00',
    ],
    [
      'an evening asked late',
      'book',
      'soir',
      '2026-11-17',
      '2026-11-16T12:00:00+01:00',
      'staffOnly',
      '2026-11-13T16:30:00+01:00',
    ],
    [
      'Wednesday 18 November, asked on Monday 9',
      'book',
      'mercredi-journee',
      '2026-11-18',
      '2026-11-09T09:00:00+01:00',
      'accepted',
      '2026-11-11T00:00:00+01:00',
    ],
    [
      'Wednesday 18 November, asked on Friday 13',
      'book',
      'mercredi-journee',
      '2026-11-18',
      '2026-11-13T09:00:00+01:00',
      'staffOnly',
      '2026-11-11T00:00:00+01:00',
    ],
    [
      'that Wednesday cancelled on Friday 13',
      'cancel',
      'mercredi-journee',
      '2026-11-18',
      '2026-11-13T09:00:00+01:00',
      'staffOnly',
      '2026-11-11T00:00:00+01:00',
    ],
  ] as const)('%s', (_title, action, unit, on, now, outcome, limit) => {
    const verdict = decide(action, 'online', unit, on, fromIso(now));
    expect([verdict.outcome, verdict.limitAt]).toEqual([outcome, fromIso(limit)]);
  });

  test.each([
    ['the late morning is 4.00 €', 'book', 'matin', '2026-11-12', '2026-11-10T12:00:00+01:00', 400],
    [
      'the late evening is 10.00 €',
      'book',
      'soir',
      '2026-11-17',
      '2026-11-16T12:00:00+01:00',
      1000,
    ],
    [
      'the late Wednesday is its price and 3.00 €',
      'book',
      'mercredi-journee',
      '2026-11-18',
      '2026-11-13T09:00:00+01:00',
      1200,
    ],
    [
      'the late cancellation stays billed',
      'cancel',
      'mercredi-journee',
      '2026-11-18',
      '2026-11-13T09:00:00+01:00',
      0,
    ],
  ] as const)('done by the staff, %s', (_title, action, unit, on, now, expected) => {
    const verdict = decide(action, 'staff', unit, on, fromIso(now));
    expect([verdict.outcome, verdict.cents]).toEqual(['acceptedLate', expected]);
  });
});

test('what the source does not state is flagged as invented', () => {
  const units = valDeLure.activities.flatMap((activity) => activity.units);
  expect(units.filter((unit) => unit.invented !== true)).toEqual([]);
  const invented = valDeLure.activities.filter((activity) => activity.invented === true);
  expect(invented.map(({ code }) => code)).toEqual(['restauration', 'etude']);
});
