import { describe, expect, test } from 'vitest';
import { type CompiledReglement, compileReglement } from '../reglement/compile.ts';
import type { Consequence, ReglementDocument, Stage } from '../reglement/document.ts';
import { cents } from '../money/cents.ts';
import { day } from '../time/day.ts';
import { fromIso } from '../time/instant.ts';
import { usualTown } from '../testing/usual-town.ts';
import { decideBooking } from './decide-booking.ts';
import type { BookingState } from './states.ts';
import type { BookingFacts, BookingRequest, Verdict } from './verdict.ts';

const reglement = compileReglement(usualTown);
const early = '2026-11-01T10:00:00+01:00';
const tooLate = '2026-11-23T10:00:00+01:00';

const facts: BookingFacts = {
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
const booked = (state: BookingState, stage = 0): BookingFacts => ({
  ...facts,
  booking: { state, stage },
});

type Asked = Partial<Omit<BookingRequest, 'on'>> & { on?: string; now?: string };

function ask(asked: Asked, known: BookingFacts = facts, rules = reglement): Verdict {
  const { action = 'book', channel = 'online', unit = 'matin', on = '2026-11-24' } = asked;
  const request = { action, channel, unit, on: day(on) };
  return decideBooking(request, known, rules, fromIso(asked.now ?? early));
}

function told(verdict: Verdict) {
  const { outcome, constraint, reasons, cents: amount } = verdict;
  return { outcome, constraint, codes: reasons.map(({ code }) => code), cents: amount };
}

const refused = (constraint: string, ...codes: string[]) => ({
  outcome: 'refused',
  constraint,
  codes,
  cents: 0,
});

/** The usual town with other stages in all its activities. */
function withStages(stages: Partial<Record<'booking' | 'cancelling', readonly Stage[]>>) {
  const activities = usualTown.activities.map((activity) => ({ ...activity, ...stages }));
  const document: ReglementDocument = { ...usualTown, activities };
  return compileReglement(document);
}

describe('obstacles', () => {
  test('a child that is not enrolled cannot be booked, and is told the activity', () => {
    const verdict = ask({}, { ...facts, enrolment: 'none' });
    expect(told(verdict)).toEqual(refused('notEnrolled', 'notEnrolled'));
    expect(verdict.reasons).toEqual([
      { code: 'notEnrolled', activity: 'Périscolaire', enrolment: 'none' },
    ]);
  });

  test('a booked day can be given back even when the enrolment has ended', () => {
    const ended: BookingFacts = { ...booked('confirmed'), enrolment: 'none' };
    expect(ask({ action: 'cancel' }, ended).outcome).toBe('accepted');
  });

  test('a closure tells its label', () => {
    const verdict = ask({}, { ...facts, session: { kind: 'closed', label: 'travaux' } });
    expect(told(verdict)).toEqual(refused('closed', 'closed'));
    expect(verdict.reasons).toEqual([{ code: 'closed', label: 'travaux' }]);
  });

  test.each([
    [
      'a public holiday',
      '2026-11-11',
      'holiday',
      { code: 'publicHoliday', name: 'Armistice de 1918', on: '2026-11-11' },
    ],
    [
      'school holidays',
      '2026-10-20',
      'holiday',
      { code: 'schoolHoliday', name: 'Vacances de la Toussaint' },
    ],
    ['a Wednesday', '2026-11-25', 'closed', { code: 'closed', label: null }],
    ['a Sunday', '2026-11-29', 'closed', { code: 'closed', label: null }],
  ])('a morning without session on %s tells the calendar', (_title, on, constraint, reason) => {
    const verdict = ask({ on }, { ...facts, session: { kind: 'closed', label: null } });
    expect([verdict.outcome, verdict.constraint, verdict.reasons]).toEqual([
      'refused',
      constraint,
      [reason],
    ]);
  });

  test('holiday care without session in the holidays is closed, and does not blame them', () => {
    const closed: BookingFacts = { ...facts, session: { kind: 'closed', label: null } };
    const verdict = ask({ unit: 'vacances-journee', on: '2026-10-20' }, closed);
    expect(told(verdict)).toEqual(refused('closed', 'closed'));
  });

  test('beyond the known calendar nothing is decided, and it is said', () => {
    const verdict = ask(
      { on: '2027-09-07' },
      { ...facts, session: { kind: 'closed', label: null } },
    );
    expect([verdict.outcome, verdict.cents, verdict.reasons]).toEqual([
      'undetermined',
      0,
      [{ code: 'calendarUnknown', after: '2027-08-31' }],
    ]);
  });

  test.each(['online', 'staff'] as const)(
    'a session is over at its end, also for %s',
    (channel) => {
      const justBefore = ask({ channel: 'staff', now: '2026-11-24T08:29:59.999+01:00' });
      expect(justBefore.outcome).toBe('acceptedLate');
      expect(told(ask({ channel, now: '2026-11-24T08:30:00+01:00' }))).toEqual(
        refused('deadlinePassed', 'sessionOver'),
      );
    },
  );

  test('a day is not booked twice, nor cancelled without a booking', () => {
    expect(told(ask({}, booked('confirmed')))).toEqual(refused('free', 'alreadyBooked'));
    expect(told(ask({ action: 'cancel' }))).toEqual(refused('free', 'notBooked'));
  });

  test.each<BookingState>(['attended', 'absentUnexcused', 'cancellationRequested', 'offered'])(
    'a booking that is %s is not cancelled, not even by staff',
    (state) => {
      const verdict = ask({ action: 'cancel', channel: 'staff' }, booked(state));
      expect(told(verdict)).toEqual(refused('deadlinePassed', 'notCancellable'));
      expect(verdict.reasons).toEqual([{ code: 'notCancellable', state }]);
    },
  );

  test.each([0, -1])('with %i free places it is full, for staff too', (freePlaces) => {
    for (const channel of ['online', 'staff'] as const) {
      const verdict = ask({ channel }, { ...facts, freePlaces });
      expect(told(verdict)).toEqual(refused('full', 'full', 'waitingListOpen'));
      expect(verdict.reasons[0]).toEqual({ code: 'full', capacity: 20 });
    }
  });

  test('the last place can be booked, and a full day can be cancelled', () => {
    expect(ask({}, { ...facts, freePlaces: 1 }).outcome).toBe('accepted');
    const full = { ...booked('confirmed'), freePlaces: 0 };
    expect(ask({ action: 'cancel' }, full).outcome).toBe('accepted');
  });

  test.each([
    ['mercredi-journee', 'mercredi-apres-midi', 'Après-midi'],
    ['mercredi-apres-midi', 'mercredi-journee', 'Journée avec repas'],
  ])('%s does not go with %s', (unit, other, label) => {
    const verdict = ask({ unit, on: '2026-11-25' }, { ...facts, otherUnits: ['matin', other] });
    expect([verdict.outcome, verdict.constraint, verdict.reasons]).toEqual([
      'refused',
      'free',
      [{ code: 'incompatibleUnit', unit: label }],
    ]);
  });

  test('the two halves of a Wednesday go together, and morning with evening', () => {
    const halves = { ...facts, otherUnits: ['mercredi-apres-midi'] };
    expect(ask({ unit: 'mercredi-matin-repas', on: '2026-11-25' }, halves).outcome).toBe(
      'accepted',
    );
    expect(ask({}, { ...facts, otherUnits: ['soir', 'repas'] }).outcome).toBe('accepted');
  });
});

describe('the first obstacle is the one told', () => {
  const everything: BookingFacts = {
    enrolment: 'none',
    ageGroup: 'elementaire',
    bornOn: null,
    documents: [],
    activityDays: [],
    session: { kind: 'closed', label: 'travaux' },
    booking: { state: 'confirmed', stage: 0 },
    otherUnits: ['mercredi-journee'],
    freePlaces: 0,
    capacity: 20,
    waiting: 0,
    quotient: null,
  };
  const steps: readonly (readonly [string, Partial<BookingFacts>, string])[] = [
    ['enrolment', {}, 'notEnrolled'],
    ['closure', { enrolment: 'accepted' }, 'closed'],
    ['end of the session', { session: { kind: 'open' } }, 'sessionOver'],
    ['existing booking', {}, 'alreadyBooked'],
    ['limit', { booking: null }, 'limitPassed'],
    ['places', {}, 'full'],
    ['incompatible unit', { freePlaces: 1 }, 'incompatibleUnit'],
    ['nothing', { otherUnits: [] }, 'withinLimit'],
  ];

  test('enrolment, closure, end, booking, limit, places, incompatibility', () => {
    const over = '2026-11-25T18:00:00+01:00';
    const passed = '2026-11-24T10:00:00+01:00';
    const times: Readonly<Record<string, string>> = {
      enrolment: over,
      closure: over,
      'end of the session': over,
      'existing booking': passed,
      limit: passed,
    };
    let known = everything;
    const codes = steps.map(([obstacle, lifted]) => {
      known = { ...known, ...lifted };
      const now = times[obstacle] ?? early;
      return ask({ unit: 'mercredi-apres-midi', on: '2026-11-25', now }, known).reasons[0]?.code;
    });
    expect(codes).toEqual(steps.map(([, , code]) => code));
  });
});

describe('what cancelling changes depends on how the day was booked', () => {
  test('a late morning cancelled late stays billed at the late price', () => {
    const verdict = ask(
      { action: 'cancel', channel: 'staff', now: tooLate },
      booked('confirmed', 1),
    );
    expect([verdict.cents, verdict.priceReasons]).toEqual([
      0,
      [{ code: 'lateCancellationBilled', cents: 400 }],
    ]);
  });

  test('a request nobody has accepted is withdrawn late without being billed', () => {
    const verdict = ask({ action: 'cancel', channel: 'staff', now: tooLate }, booked('requested'));
    expect([verdict.outcome, verdict.cents, verdict.priceReasons]).toEqual([
      'accepted',
      -140,
      [{ code: 'cancelledInTime', cents: 140 }],
    ]);
  });

  test('a day dearer because it was booked late gives its whole price back in time', () => {
    // Possible where cancelling has a shorter limit than booking.
    const rules = withStages({
      cancelling: [{ channels: ['online', 'staff'], until: null, consequence: { kind: 'normal' } }],
    });
    const verdict = ask({ action: 'cancel', now: tooLate }, booked('confirmed', 1), rules);
    expect([verdict.outcome, verdict.cents]).toEqual(['accepted', -400]);
  });

  test.each([
    ['booked in time', 0, 'matin', 140],
    ['booked late', 1, 'matin', 400],
    ['booked late, a Wednesday', 1, 'mercredi-journee', 1200],
  ])(
    'a day cancelled late and taken up again is billed once: %s',
    (_title, stage, unit, billed) => {
      const known: BookingFacts = { ...facts, cancelledLate: { stage } };
      const on = unit === 'matin' ? '2026-11-24' : '2026-11-25';
      const verdict = ask({ channel: 'staff', unit, on, now: tooLate }, known);
      expect([verdict.outcome, verdict.cents, verdict.priceReasons]).toEqual([
        'acceptedLate',
        0,
        [{ code: 'alreadyBilled', cents: billed }],
      ]);
    },
  );

  test('a day cancelled late wants a free place to be taken up again', () => {
    const known: BookingFacts = { ...facts, freePlaces: 0, cancelledLate: { stage: 0 } };
    expect(told(ask({ channel: 'staff', now: tooLate }, known))).toEqual(refused('full', 'full'));
  });

  test('a day cancelled late at no cost is booked again at the price it was first taken at', () => {
    const rules = withStages({
      booking: twoStages(['online', 'staff'], { kind: 'surcharge', cents: cents(150) }),
      cancelling: twoStages(['online', 'staff'], { kind: 'normal' }),
    });
    const known: BookingFacts = { ...facts, cancelledLate: { stage: 0 } };
    expect(ask({ now: tooLate }, known, rules).cents).toBe(140);
  });

  test('a late cancellation is free where the règlement bills nothing', () => {
    const rules = withStages({
      cancelling: twoStages(['online', 'staff'], { kind: 'normal' }),
    });
    const verdict = ask({ action: 'cancel', now: tooLate }, booked('confirmed'), rules);
    expect([verdict.outcome, verdict.constraint, verdict.cents]).toEqual([
      'acceptedLate',
      'late',
      -140,
    ]);
  });
});

function twoStages(late: Stage['channels'], consequence: Consequence): readonly Stage[] {
  const until = { kind: 'hoursBefore', hours: 48, unit: 'working' } as const;
  return [
    { channels: ['online', 'staff'], until, consequence: { kind: 'normal' } },
    { channels: late, until: null, consequence },
  ];
}

describe('other règlements than the strict one', () => {
  const cases: readonly (readonly [string, CompiledReglement, object])[] = [
    [
      'a late stage open online is late, with its surcharge',
      withStages({
        booking: twoStages(['online', 'staff'], { kind: 'surcharge', cents: cents(150) }),
      }),
      { outcome: 'acceptedLate', constraint: 'late', codes: ['limitPassed'], cents: 290 },
    ],
    [
      'no late stage at all: the deadline is passed for everyone',
      withStages({ booking: twoStages(['online'], { kind: 'normal' }).slice(0, 1) }),
      refused('deadlinePassed', 'limitPassed'),
    ],
    [
      'never online: the staff only, whenever it is',
      withStages({
        booking: [{ channels: ['staff'], until: null, consequence: { kind: 'normal' } }],
      }),
      { outcome: 'staffOnly', constraint: 'neverOnline', codes: ['staffOnly'], cents: 140 },
    ],
    [
      'no limit: accepted to the end',
      withStages({
        booking: [{ channels: ['online', 'staff'], until: null, consequence: { kind: 'normal' } }],
      }),
      { outcome: 'accepted', constraint: 'free', codes: ['noLimit'], cents: 140 },
    ],
  ];

  test.each(cases)('%s', (_title, rules, expected) => {
    expect(told(ask({ now: tooLate }, facts, rules))).toEqual(expected);
  });

  test('the staff, too, have no stage left where the règlement gives them none', () => {
    const rules = withStages({ booking: twoStages(['online'], { kind: 'normal' }).slice(0, 1) });
    expect(ask({ channel: 'staff', now: tooLate }, facts, rules).outcome).toBe('refused');
  });

  test('a limit is not told to a channel whose normal stage it is not', () => {
    const rules = withStages({
      booking: [{ channels: ['staff'], until: null, consequence: { kind: 'normal' } }],
    });
    expect(ask({}, facts, rules).limitAt).toBeNull();
  });
});

test('an unknown unit and a day before the règlement are mistakes of the caller', () => {
  expect(() => ask({ unit: 'goûter' })).toThrow(RangeError);
  expect(() => ask({ on: '2024-11-26' })).toThrow(RangeError);
});
