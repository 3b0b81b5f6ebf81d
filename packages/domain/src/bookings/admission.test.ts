import { describe, expect, test } from 'vitest';
import { decideEnrolment } from '../enrolments/decide-enrolment.ts';
import { cents } from '../money/cents.ts';
import type { CompiledReglement } from '../reglement/compile.ts';
import type { CollectionRules, ReglementDocument } from '../reglement/document.ts';
import { roomThatDay, townWith } from '../testing/small-town.ts';
import { day } from '../time/day.ts';
import { fromIso } from '../time/instant.ts';
import { decideBooking } from './decide-booking.ts';
import type { BookingFacts } from './verdict.ts';

const open = {
  booking: [{ channels: ['online', 'staff'], until: null, consequence: { kind: 'normal' } }],
} as const;

function ask(
  town: CompiledReglement,
  facts: Partial<BookingFacts>,
  on = '2026-12-01',
  now = '2026-11-20T10:00:00+01:00',
  channel: 'online' | 'staff' = 'online',
) {
  const request = { action: 'book', channel, unit: 'matin', on: day(on) } as const;
  const verdict = decideBooking(request, { ...roomThatDay, ...facts }, town, fromIso(now));
  return [verdict.outcome, verdict.constraint, ...verdict.reasons.map(({ code }) => code)];
}

const accepted = ['accepted', 'free', 'noLimit'];
const profile: ReglementDocument['profile'] = {
  residences: [
    { code: 'commune', label: 'Commune', equivalents: ['travaille-ici'] },
    { code: 'exterieur', label: 'Extérieur' },
  ],
  flags: [{ code: 'travaille-ici', label: 'Travaille dans la commune' }],
};

describe('who is admitted', () => {
  const town = townWith({ ...open, admits: [{ kind: 'residence', in: ['commune'] }] }, { profile });

  test('the children of the town, and those whose parents work there', () => {
    expect(ask(town, { profile: { residence: 'commune' } })).toEqual(accepted);
    expect(ask(town, { profile: { residence: 'exterieur', flags: ['travaille-ici'] } })).toEqual(
      accepted,
    );
    expect(ask(town, {})).toEqual(accepted);
  });

  test('nobody else, not even through the staff, in the words of the règlement', () => {
    const facts = { profile: { residence: 'exterieur' } };
    for (const channel of ['online', 'staff'] as const) {
      expect(ask(town, facts, undefined, undefined, channel)).toEqual([
        'refused',
        'neverOnline',
        'notAdmitted',
      ]);
    }
    const request = {
      action: 'book',
      channel: 'online',
      unit: 'matin',
      on: day('2026-12-01'),
    } as const;
    const verdict = decideBooking(
      request,
      { ...roomThatDay, ...facts },
      town,
      fromIso('2026-11-20T10:00:00+01:00'),
    );
    expect(verdict.reasons).toEqual([
      {
        code: 'notAdmitted',
        condition: { kind: 'residence', in: ['commune'] },
        labels: ['Commune'],
      },
    ]);
  });

  test('a group is that of the session where nothing else is known of the child', () => {
    const seniors = townWith({ ...open, admits: [{ kind: 'group', in: ['elementaire'] }] });
    expect(ask(seniors, { ageGroup: 'elementaire' })).toEqual(accepted);
    expect(ask(seniors, { ageGroup: 'maternelle' })).toEqual(['refused', 'ageOut', 'notAdmitted']);
  });

  test('what was booked before can be given back all the same', () => {
    const request = {
      action: 'cancel',
      channel: 'staff',
      unit: 'matin',
      on: day('2026-12-01'),
    } as const;
    const facts: BookingFacts = {
      ...roomThatDay,
      profile: { residence: 'exterieur' },
      booking: { state: 'confirmed', stage: 0 },
    };
    expect(decideBooking(request, facts, town, fromIso('2026-11-20T10:00:00+01:00')).outcome).toBe(
      'accepted',
    );
  });
});

describe('an age taken on 31 December of the school year', () => {
  const on31 = townWith({ ...open, ages: { from: 6, below: null, on: 'december31' } });
  const onTheDay = townWith({ ...open, ages: { from: 6, below: null } });

  test.each([
    ['six in October', '2020-10-10', '2026-09-15'],
    ['six on 31 December', '2020-12-31', '2027-03-02'],
  ])('%s: comes from September on', (_title, bornOn, on) => {
    const facts = { bornOn: day(bornOn) };
    expect(ask(on31, facts, on, '2026-09-01T10:00:00+02:00')).toEqual(accepted);
  });

  test('six in January: the year after, though six that day', () => {
    const facts = { bornOn: day('2021-01-01') };
    expect(ask(on31, facts, '2027-03-02')).toEqual(['refused', 'ageOut', 'ageOut']);
    expect(ask(onTheDay, facts, '2027-03-02')).toEqual(accepted);
  });
});

test('an enrolment asks for the age on that day, too', () => {
  const enrolment = { kind: 'online', nextYearFrom: '06-01', answerWithinHours: null } as const;
  const town = townWith({ enrolment, ages: { from: 6, below: null, on: 'december31' } });
  const outcome = (bornOn: string) => {
    const facts = { enrolment: 'none', own: true, bornOn: day(bornOn), documents: [] } as const;
    const request = { activity: 'accueil', schoolYear: '2026-2027' };
    return decideEnrolment(request, facts, town, fromIso('2026-09-10T10:00:00+02:00')).reasons[0];
  };
  expect(outcome('2020-12-31')?.code).not.toBe('ageOut');
  // Six on 1 January, hence for most of the year: too late.
  expect(outcome('2021-01-01')).toEqual({
    code: 'ageOut',
    from: 6,
    below: null,
    asOf: '2026-12-31',
  });
});

describe('who owes an invoice', () => {
  const excluding = (exclusion: CollectionRules['exclusion']) =>
    townWith(open, { collection: { exclusion } });
  const untilPaid = excluding({ unpaidOn: 20, lasts: 'untilPaid' });
  const nextMonth = excluding({ unpaidOn: 20, fromCents: cents(1000), lasts: 'followingMonth' });
  const owing = (amount: number) => ({ arrears: { cents: cents(amount), month: '2026-10' } });
  const excluded = ['refused', 'neverOnline', 'excluded'];

  test.each<[string, CompiledReglement, number, string, string, readonly string[]]>([
    [
      'on the day itself: still time to pay',
      untilPaid,
      500,
      '2026-11-24',
      '2026-11-20T23:59:00+01:00',
      accepted,
    ],
    [
      'from the day after: until paid',
      untilPaid,
      500,
      '2026-11-24',
      '2026-11-21T00:00:00+01:00',
      excluded,
    ],
    ['a day months later', untilPaid, 1, '2027-03-02', '2026-11-21T00:00:00+01:00', excluded],
    [
      'a month alone: not yet in November',
      nextMonth,
      1000,
      '2026-11-24',
      '2026-11-21T00:00:00+01:00',
      accepted,
    ],
    ['the whole of December', nextMonth, 1000, '2026-12-01', '2026-11-21T00:00:00+01:00', excluded],
    ['and not in January', nextMonth, 1000, '2027-01-05', '2026-11-21T00:00:00+01:00', accepted],
    ['under the amount', nextMonth, 999, '2026-12-01', '2026-11-21T00:00:00+01:00', accepted],
  ])('%s', (_title, town, amount, on, now, expected) => {
    expect(ask(town, owing(amount), on, now)).toEqual(expected);
  });

  test('is excluded of nothing where the règlement says nothing, nor who owes nothing', () => {
    const now = '2026-11-21T00:00:00+01:00';
    expect(ask(townWith(open), owing(500), '2026-12-01', now)).toEqual(accepted);
    expect(ask(untilPaid, { arrears: null }, '2026-12-01', now)).toEqual(accepted);
  });
});

describe('how many days', () => {
  test('of a period, and no more', () => {
    const town = townWith({ ...open, days: [{ per: 'period', min: null, max: 2 }] });
    const comes = (...days: string[]) => ({ activityDays: days.map((on) => day(on)) });
    expect(ask(town, comes('2026-11-03'))).toEqual(accepted);
    expect(ask(town, comes('2026-11-03', '2026-11-05'))).toEqual(['refused', 'free', 'maxDays']);
    expect(ask(town, comes('2026-10-13', '2027-01-05'))).toEqual(accepted);
  });

  test('some open days of the month are left to others', () => {
    const town = townWith({
      ...open,
      kind: 'wednesday',
      days: [{ per: 'month', min: null, max: null, leave: 2 }],
    });
    // November 2026 has three Wednesdays that are no public holiday.
    expect(ask(town, {}, '2026-11-25')).toEqual(accepted);
    expect(ask(town, { activityDays: [day('2026-11-18')] }, '2026-11-25')).toEqual([
      'refused',
      'free',
      'leaveDays',
    ]);
  });

  test('and none of days nobody can count: of holidays whose zone is not said', () => {
    const town = townWith(
      { ...open, kind: 'holiday', days: [{ per: 'period', min: null, max: null, leave: 2 }] },
      {
        status: 'study',
        calendar: {
          timeZone: 'Europe/Paris',
          schoolZone: 'notStated',
          territory: 'metropole',
          schoolWeek: [1, 2, 4, 5],
        },
      },
    );
    expect(ask(town, {}, '2026-12-22')).toEqual(accepted);
  });
});
