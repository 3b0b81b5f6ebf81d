import { describe, expect, test } from 'vitest';
import type { DocumentFact } from '../bookings/verdict.ts';
import type { EnrolmentFact } from './enrolment-fact.ts';
import { compileReglement } from '../reglement/compile.ts';
import type { ActivityRules, EnrolmentRules, RequiredDocument } from '../reglement/document.ts';
import { day } from '../time/day.ts';
import { fromIso, toIso } from '../time/instant.ts';
import { usualTown } from '../testing/usual-town.ts';
import { decideEnrolment, type EnrolmentFacts } from './decide-enrolment.ts';

const insurance: RequiredDocument = {
  code: 'assurance',
  label: 'Assurance',
  about: 'child',
  activities: ['periscolaire'],
  blocks: ['enrolment'],
  satisfiedBy: 'sent',
  validMonths: 12,
};
const online: EnrolmentRules = { kind: 'online', nextYearFrom: '06-01', answerWithinHours: 48 };

/** The usual town as if parents asked for the wraparound care themselves. */
function town(change: Partial<ActivityRules> = {}, documents: readonly RequiredDocument[] = []) {
  return compileReglement({
    ...usualTown,
    documents,
    activities: usualTown.activities.map((activity) =>
      activity.code === 'periscolaire' ? { ...activity, enrolment: online, ...change } : activity,
    ),
  });
}

const monday = fromIso('2026-11-16T09:30:00+01:00');
const facts: EnrolmentFacts = {
  enrolment: 'none',
  own: true,
  bornOn: day('2019-03-14'),
  documents: [],
};
const ask = (
  reglement = town(),
  change: Partial<EnrolmentFacts> = {},
  { schoolYear = '2026-2027', now = monday } = {},
) =>
  decideEnrolment(
    { activity: 'periscolaire', schoolYear },
    { ...facts, ...change },
    reglement,
    now,
  );
const codes = ({ reasons }: ReturnType<typeof ask>) => reasons.map(({ code }) => code);

describe('asking for an enrolment', () => {
  test('waits for the staff, who answers in 48 working hours', () => {
    const { outcome, dueAt, reasons } = ask();
    expect(outcome).toBe('pending');
    expect(dueAt).toBe(fromIso('2026-11-18T09:30:00+01:00'));
    expect(reasons).toEqual([{ code: 'toBeAnswered', until: dueAt }]);
  });

  test('waits without a term where none is promised', () => {
    const verdict = ask(town({ enrolment: { ...online, answerWithinHours: null } }));
    expect(verdict).toMatchObject({ outcome: 'pending', dueAt: null, reasons: [] });
  });

  test('is for the staff to do where the règlement says so', () => {
    const verdict = ask(town({ enrolment: { kind: 'byStaff' } }));
    expect(verdict.outcome).toBe('neverOnline');
    expect(codes(verdict)).toEqual(['enrolmentByStaff']);
  });

  test.each<[EnrolmentFact, boolean]>([
    ['requested', true],
    ['accepted', true],
    ['waitlisted', true],
    // The other household of the child asked: it completes what it asked for.
    ['incomplete', false],
  ])('with one that is %s (own: %s) is refused', (enrolment, own) => {
    const verdict = ask(town(), { enrolment, own });
    expect(verdict.outcome).toBe('refused');
    expect(verdict.reasons).toEqual([{ code: 'enrolmentKnown', enrolment }]);
  });

  test.each<[EnrolmentFact, boolean]>([
    ['refused', true],
    ['ended', true],
    ['incomplete', true],
    ['refused', false],
  ])('with one that is %s (own: %s) is possible again', (enrolment, own) => {
    expect(ask(town(), { enrolment, own }).outcome).toBe('pending');
  });

  test('knows no activity that the règlement does not name', () => {
    expect(() =>
      decideEnrolment({ activity: 'judo', schoolYear: '2026-2027' }, facts, town(), monday),
    ).toThrow(RangeError);
  });
});

describe('the school year', () => {
  const next = { schoolYear: '2027-2028' };

  test('that is over takes nobody any more, from 1 September', () => {
    const past = { schoolYear: '2025-2026' };
    const last = fromIso('2026-08-31T23:59:59+02:00');
    expect(ask(town(), {}, { ...past, now: last }).outcome).toBe('pending');
    const verdict = ask(town(), {}, { ...past, now: fromIso('2026-09-01T00:00:00+02:00') });
    expect(verdict.outcome).toBe('refused');
    expect(codes(verdict)).toEqual(['schoolYearOver']);
  });

  test('to come opens on its day, at midnight', () => {
    const opens = fromIso('2027-06-01T00:00:00+02:00');
    const before = ask(town(), {}, { ...next, now: fromIso('2027-05-31T23:59:59+02:00') });
    expect(before.outcome).toBe('notOpenYet');
    expect(before.reasons).toEqual([
      { code: 'enrolmentOpensAt', at: opens, schoolYear: '2027-2028' },
    ]);
    expect(ask(town(), {}, { ...next, now: opens }).outcome).toBe('pending');
  });

  test('may open in the autumn of the year before', () => {
    const reglement = town({ enrolment: { ...online, nextYearFrom: '10-15' } });
    const before = ask(reglement, {}, { ...next, now: fromIso('2026-10-14T23:59:59+02:00') });
    expect(before.outcome).toBe('notOpenYet');
    const [reason] = before.reasons;
    expect(reason?.code === 'enrolmentOpensAt' ? toIso(reason.at) : '').toBe(
      '2026-10-14T22:00:00.000Z',
    );
    expect(ask(reglement, {}, next).outcome).toBe('pending');
  });

  test('after the next is not open yet either', () => {
    expect(ask(town(), {}, { schoolYear: '2028-2029' }).outcome).toBe('notOpenYet');
  });
});

describe('the age', () => {
  const from3To5 = town({ ages: { from: 3, below: 6 } });

  test('is enough where the child comes of it during the school year', () => {
    expect(ask(from3To5, { bornOn: day('2024-08-31') }).outcome).toBe('pending');
    const tooYoung = ask(from3To5, { bornOn: day('2024-09-01') });
    expect(tooYoung.reasons).toEqual([{ code: 'ageOut', from: 3, below: 6 }]);
  });

  test('is looked at from today on: what is past does not count', () => {
    expect(ask(from3To5, { bornOn: day('2020-11-17') }).outcome).toBe('pending');
    expect(codes(ask(from3To5, { bornOn: day('2020-11-16') }))).toEqual(['ageOut']);
  });

  test('is looked at from the first day of a school year to come', () => {
    const then = { schoolYear: '2027-2028', now: fromIso('2027-06-15T09:00:00+02:00') };
    expect(ask(from3To5, { bornOn: day('2021-09-02') }, then).outcome).toBe('pending');
    expect(codes(ask(from3To5, { bornOn: day('2021-09-01') }, then))).toEqual(['ageOut']);
  });

  test('that is not known keeps nobody out', () => {
    expect(ask(from3To5, { bornOn: null }).outcome).toBe('pending');
  });

  test('comes before whom to ask: nobody is sent to the office in vain', () => {
    const reglement = town({ ages: { from: 3, below: 6 }, enrolment: { kind: 'byStaff' } });
    expect(codes(ask(reglement, { bornOn: day('2010-01-01') }))).toEqual(['ageOut']);
  });
});

describe('documents that block the enrolment', () => {
  const given = (change: Partial<DocumentFact> = {}): DocumentFact => ({
    code: 'assurance',
    state: 'sent',
    until: null,
    ...change,
  });

  test('are named while they are missing', () => {
    const verdict = ask(town({}, [insurance]));
    expect(verdict.outcome).toBe('refused');
    expect(verdict.reasons).toEqual([{ code: 'documentsMissing', documents: ['Assurance'] }]);
    expect(verdict.missing).toEqual([insurance]);
  });

  test('let it through once sent, or once accepted where the règlement wants that', () => {
    expect(ask(town({}, [insurance]), { documents: [given()] }).outcome).toBe('pending');
    const strict = town({}, [{ ...insurance, satisfiedBy: 'accepted' }]);
    expect(ask(strict, { documents: [given()] }).outcome).toBe('refused');
    expect(ask(strict, { documents: [given({ state: 'accepted' })] }).outcome).toBe('pending');
  });

  test('count until their last day, included', () => {
    const until = (text: string) => ({
      documents: [given({ state: 'accepted', until: day(text) })],
    });
    expect(ask(town({}, [insurance]), until('2026-11-16')).outcome).toBe('pending');
    expect(ask(town({}, [insurance]), until('2026-11-15')).outcome).toBe('refused');
  });

  test('of another activity, or that block bookings alone, are not asked for', () => {
    const others: RequiredDocument[] = [
      { ...insurance, activities: ['mercredi'] },
      { ...insurance, code: 'vaccins', blocks: ['booking'] },
    ];
    expect(ask(town({}, others)).outcome).toBe('pending');
  });

  test('are told where something else is in the way too', () => {
    const verdict = ask(town({ enrolment: { kind: 'byStaff' } }, [insurance]));
    expect(verdict.missing).toEqual([insurance]);
    expect(codes(verdict)).toEqual(['enrolmentByStaff']);
  });
});
