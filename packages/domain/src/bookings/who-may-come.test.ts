import { describe, expect, test } from 'vitest';
import type { ActivityRules, RequiredDocument } from '../reglement/document.ts';
import { roomThatDay, smallActivity, townWith } from '../testing/small-town.ts';
import { type Day, day } from '../time/day.ts';
import { fromIso } from '../time/instant.ts';
import { decideBooking } from './decide-booking.ts';
import type { BookingFacts, BookingRequest, DocumentFact } from './verdict.ts';

const now = fromIso('2026-11-02T10:00:00+01:00');

function ask(
  activity: Partial<ActivityRules>,
  facts: Partial<BookingFacts>,
  asked: Partial<BookingRequest> = {},
  documents: readonly RequiredDocument[] = [],
) {
  const request: BookingRequest = {
    action: 'book',
    channel: 'online',
    unit: 'matin',
    on: day('2026-12-01'),
    ...asked,
  };
  const town = townWith(activity, { documents });
  return decideBooking(request, { ...roomThatDay, ...facts }, town, now);
}

const outcomeOf = ({ outcome, constraint }: ReturnType<typeof ask>) => `${outcome} ${constraint}`;

describe('ages, in completed years on the day of the session', () => {
  const threeToEleven = { ages: { from: 3, below: 12 } } as const;

  test.each([
    ['the eve of the third birthday', '2023-12-02', 'refused ageOut'],
    ['the third birthday', '2023-12-01', 'accepted free'],
    ['the eve of the twelfth', '2014-12-02', 'accepted free'],
    ['the twelfth birthday', '2014-12-01', 'refused ageOut'],
    ['an unborn child', '2027-01-01', 'refused ageOut'],
  ])('%s', (_title, bornOn, expected) => {
    expect(outcomeOf(ask(threeToEleven, { bornOn: day(bornOn) }))).toBe(expected);
  });

  test('born on 29 February, one grows older on 1 March', () => {
    const below = { ages: { from: null, below: 3 } } as const;
    const born = { bornOn: day('2024-02-29') };
    expect(outcomeOf(ask(below, born, { on: day('2027-02-26') }))).toBe('accepted free');
    expect(outcomeOf(ask(below, born, { on: day('2027-03-01') }))).toBe('refused ageOut');
  });

  test('hold for the staff too, and the reason tells them', () => {
    const verdict = ask(threeToEleven, { bornOn: day('2024-06-01') }, { channel: 'staff' });
    expect(outcomeOf(verdict)).toBe('refused ageOut');
    expect(verdict.reasons).toEqual([{ code: 'ageOut', from: 3, below: 12 }]);
  });

  test('an age nobody knows is not refused, nor a day given back', () => {
    expect(outcomeOf(ask(threeToEleven, { bornOn: null }))).toBe('accepted free');
    const held = {
      bornOn: day('2024-06-01'),
      booking: { state: 'confirmed', stage: 0 },
    } as const;
    expect(outcomeOf(ask(threeToEleven, held, { action: 'cancel' }))).toBe('accepted free');
  });

  test('without ages in the règlement everybody comes', () => {
    expect(outcomeOf(ask({}, { bornOn: day('1990-01-01') }))).toBe('accepted free');
  });
});

describe('documents that block', () => {
  const insurance: RequiredDocument = {
    code: 'assurance',
    label: 'Attestation d’assurance',
    about: 'child',
    activities: null,
    blocks: ['booking'],
    satisfiedBy: 'sent',
    validMonths: null,
  };
  const vaccines: RequiredDocument = {
    ...insurance,
    code: 'vaccins',
    label: 'Carnet de vaccination',
    satisfiedBy: 'accepted',
  };
  const given = (code: string, state: DocumentFact['state'], until: Day | null = null) => ({
    documents: [{ code, state, until }],
  });
  const asking = (document: RequiredDocument, facts: Partial<BookingFacts>) =>
    outcomeOf(ask({}, facts, {}, [document]));

  test.each<[string, RequiredDocument, Partial<BookingFacts>, string]>([
    ['missing', insurance, {}, 'refused documentsMissing'],
    ['another one', insurance, given('vaccins', 'accepted'), 'refused documentsMissing'],
    ['sent, where that is enough', insurance, given('assurance', 'sent'), 'accepted free'],
    [
      'sent, where it must be accepted',
      vaccines,
      given('vaccins', 'sent'),
      'refused documentsMissing',
    ],
    ['accepted', vaccines, given('vaccins', 'accepted'), 'accepted free'],
    [
      'good to that very day',
      insurance,
      given('assurance', 'accepted', day('2026-12-01')),
      'accepted free',
    ],
    [
      'good to the day before',
      insurance,
      given('assurance', 'accepted', day('2026-11-30')),
      'refused documentsMissing',
    ],
    ['that blocks enrolments only', { ...insurance, blocks: ['enrolment'] }, {}, 'accepted free'],
    ['that blocks nothing', { ...insurance, blocks: [] }, {}, 'accepted free'],
    ['of this activity', { ...insurance, activities: ['accueil'] }, {}, 'refused documentsMissing'],
  ])('%s', (_title, document, facts, expected) => {
    expect(asking(document, facts)).toBe(expected);
  });

  test('of another activity is not asked here', () => {
    const [unit] = smallActivity.units;
    if (unit === undefined) throw new Error('The small town has units');
    const other = { ...smallActivity, code: 'etude', units: [{ ...unit, code: 'etude' }] };
    const document = { ...insurance, activities: ['etude'] };
    const town = townWith({}, { documents: [document], activities: [smallActivity, other] });
    const outcome = (unitCode: string) =>
      decideBooking(
        { action: 'book', channel: 'online', unit: unitCode, on: day('2026-12-01') },
        roomThatDay,
        town,
        now,
      ).outcome;
    expect([outcome('matin'), outcome('etude')]).toEqual(['accepted', 'refused']);
  });

  test('are named together, in the order of the règlement, and the staff passes over them', () => {
    const both = [vaccines, insurance];
    expect(ask({}, {}, {}, both).reasons).toEqual([
      {
        code: 'documentsMissing',
        documents: ['Carnet de vaccination', 'Attestation d’assurance'],
      },
    ]);
    expect(outcomeOf(ask({}, {}, { channel: 'staff' }, both))).toBe('accepted free');
  });

  test('keep nobody from giving a day back, and from waiting for one', () => {
    const held = { booking: { state: 'confirmed', stage: 0 } } as const;
    expect(outcomeOf(ask({}, held, { action: 'cancel' }, [insurance]))).toBe('accepted free');
    const list = { waitingList: { kind: 'online', offerHours: 24 } } as const;
    const full = { freePlaces: 0 };
    expect(outcomeOf(ask(list, full, { action: 'wait' }, [insurance]))).toBe('refused full');
    expect(outcomeOf(ask(list, full, { action: 'wait' }))).toBe('waitlisted full');
  });
});

describe('days of the activity', () => {
  const twoAWeek = { days: [{ per: 'week', min: null, max: 2 }] } as const;
  const days = (...list: string[]) => ({ activityDays: list.map(day) });

  test.each([
    ['one already that week', days('2026-11-30'), 'accepted free'],
    ['two already that week', days('2026-11-30', '2026-12-03'), 'refused free'],
    ['the same day twice is one', days('2026-11-30', '2026-11-30'), 'accepted free'],
    ['that very day does not count', days('2026-11-30', '2026-12-01'), 'accepted free'],
    [
      'that very day is no day more',
      days('2026-11-30', '2026-12-01', '2026-12-03'),
      'accepted free',
    ],
    ['the Sunday before is another week', days('2026-11-29', '2026-11-30'), 'accepted free'],
    ['the Sunday after is the same', days('2026-11-30', '2026-12-06'), 'refused free'],
  ])('two a week: %s', (_title, facts, expected) => {
    expect(outcomeOf(ask(twoAWeek, facts))).toBe(expected);
  });

  test('a month begins on its first, whatever the week', () => {
    const once = { days: [{ per: 'month', min: null, max: 1 }] } as const;
    expect(outcomeOf(ask(once, days('2026-11-30')))).toBe('accepted free');
    expect(outcomeOf(ask(once, days('2026-12-31')))).toBe('refused free');
  });

  test('the reason tells the rule, and the staff passes over it', () => {
    const facts = days('2026-11-30', '2026-12-03');
    expect(ask(twoAWeek, facts).reasons).toEqual([{ code: 'maxDays', max: 2, per: 'week' }]);
    expect(outcomeOf(ask(twoAWeek, facts, { channel: 'staff' }))).toBe('accepted free');
  });

  test('each rule holds: the first that is broken is told', () => {
    const both = {
      days: [
        { per: 'week', min: null, max: 3 },
        { per: 'month', min: null, max: 2 },
      ],
    } as const;
    const verdict = ask(both, days('2026-12-03', '2026-12-15'));
    expect(verdict.reasons).toEqual([{ code: 'maxDays', max: 2, per: 'month' }]);
  });

  test('a minimum is a matter of the whole cart: one day of it is not refused here', () => {
    const atLeastTwo = { days: [{ per: 'week', min: 2, max: null }] } as const;
    expect(outcomeOf(ask(atLeastTwo, days()))).toBe('accepted free');
  });
});

describe('an enrolment that is not accepted', () => {
  test.each(['none', 'requested', 'incomplete', 'refused', 'waitlisted', 'ended'] as const)(
    '%s: nothing is booked, not even by the staff, and it is told why',
    (enrolment) => {
      for (const channel of ['online', 'staff'] as const) {
        const verdict = ask({}, { enrolment }, { channel });
        expect(outcomeOf(verdict)).toBe('refused notEnrolled');
        expect(verdict.reasons).toEqual([{ code: 'notEnrolled', activity: 'Accueil', enrolment }]);
      }
    },
  );
});
