import { describe, expect, test } from 'vitest';
import { type CompiledReglement, compileReglement } from '../reglement/compile.ts';
import type { ActivityRules, WaitingList } from '../reglement/document.ts';
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
const booked = (state: BookingState): BookingFacts => ({
  ...facts,
  booking: { state, stage: 0 },
});

type Asked = Partial<Omit<BookingRequest, 'on'>> & { on?: string; now?: string };

function ask(asked: Asked, known: BookingFacts = facts, rules = reglement): Verdict {
  const { action = 'book', channel = 'online', unit = 'matin', on = '2026-11-24' } = asked;
  const request = { action, channel, unit, on: day(on) };
  return decideBooking(request, known, rules, fromIso(asked.now ?? early));
}

function told({ outcome, constraint, reasons, cents }: Verdict) {
  return { outcome, constraint, codes: reasons.map(({ code }) => code), cents };
}

const refused = (constraint: string, ...codes: string[]) => ({
  outcome: 'refused',
  constraint,
  codes,
  cents: 0,
});

/** The usual town with all its activities changed. */
function withRules(change: Partial<ActivityRules>): CompiledReglement {
  const activities = usualTown.activities.map((activity) => ({ ...activity, ...change }));
  return compileReglement({ ...usualTown, activities });
}

describe('the waiting list', () => {
  const full: BookingFacts = { ...facts, freePlaces: 0, waiting: 2 };
  const withList = (waitingList: WaitingList) => withRules({ waitingList });
  const listless = withList({ kind: 'none' });
  const byStaff = withList({ kind: 'staff', offerHours: 24 });

  test('is joined where no place is left: the rank, until when, the price once accepted, 0 until then', () => {
    const verdict = ask({ action: 'wait' }, full);
    expect(verdict).toEqual({
      outcome: 'waitlisted',
      constraint: 'full',
      limitAt: fromIso('2026-11-20T07:30:00+01:00'),
      late: false,
      stage: 0,
      dueAt: fromIso('2026-11-20T07:30:00+01:00'),
      reasons: [
        { code: 'full', capacity: 20 },
        { code: 'waitingListJoin', rank: 3, until: fromIso('2026-11-20T07:30:00+01:00') },
      ],
      cents: 0,
      priceReasons: [
        { code: 'quotientPrice', quotient: 600, from: 500, below: 750, cents: 140 },
        { code: 'waitingPrice', cents: 140 },
      ],
    });
  });

  test('lasts to the end of the session where the règlement has no limit', () => {
    const rules = withRules({
      booking: [{ channels: ['online', 'staff'], until: null, consequence: { kind: 'normal' } }],
    });
    const [, joined] = ask({ action: 'wait', now: tooLate }, full, rules).reasons;
    expect(joined).toMatchObject({ until: fromIso('2026-11-24T08:30:00+01:00') });
  });

  test('is left aside where a place is free: the day is booked, at its price', () => {
    expect(ask({ action: 'wait' })).toEqual(ask({ action: 'book' }));
    expect(ask({ action: 'wait' }).outcome).toBe('accepted');
  });

  test('comes first for a place that is free: a newcomer joins it, and late money buys nothing', () => {
    const freed = { ...full, freePlaces: 1 };
    const newcomer = ask({ action: 'book' }, freed);
    expect(told(newcomer)).toEqual(refused('full', 'waitingListFirst', 'waitingListOpen'));
    const late = ask({ action: 'book', channel: 'staff', now: tooLate }, freed);
    expect(told(late)).toEqual(refused('full', 'waitingListFirst'));
    expect(ask({ action: 'wait' }, freed).outcome).toBe('waitlisted');
  });

  test.each<[string, Asked, CompiledReglement, string[]]>([
    ['late, with the staff', { channel: 'staff', now: tooLate }, reglement, ['full']],
    ['without a list', {}, listless, ['full']],
    ['with a list the staff keeps', {}, byStaff, ['full', 'waitingListStaff']],
  ])('is not joined %s', (_title, asked, rules, codes) => {
    const verdict = ask({ action: 'wait', ...asked }, full, rules);
    expect(told(verdict)).toEqual(refused('full', ...codes));
  });

  test('is not joined online once the limit has passed', () => {
    const verdict = ask({ action: 'wait', now: tooLate }, full);
    expect([verdict.outcome, verdict.constraint]).toEqual(['staffOnly', 'staffOnly']);
  });

  test('is told to whoever only wanted to book', () => {
    expect(told(ask({}, full, listless))).toEqual(refused('full', 'full'));
    expect(told(ask({}, full, byStaff))).toEqual(refused('full', 'full', 'waitingListStaff'));
    expect(told(ask({}, full))).toEqual(refused('full', 'full', 'waitingListOpen'));
  });

  test('may be joined by a child who holds half of that day meanwhile', () => {
    const half = { ...full, otherUnits: ['mercredi-apres-midi'] };
    const asked = { action: 'wait', unit: 'mercredi-journee', on: '2026-11-25' } as const;
    expect(ask(asked, half).outcome).toBe('waitlisted');
    expect(ask(asked, { ...half, freePlaces: 1, waiting: 0 }).outcome).toBe('refused');
  });

  test.each<[string, Asked]>([
    ['in time', {}],
    ['past the limit for cancelling', { now: tooLate }],
    ['by the staff', { channel: 'staff', now: tooLate }],
  ])('is left for nothing %s', (_title, asked) => {
    const verdict = ask({ action: 'cancel', ...asked }, booked('waitlisted'));
    expect(verdict).toEqual({
      outcome: 'accepted',
      constraint: 'free',
      limitAt: null,
      late: false,
      stage: 0,
      dueAt: null,
      reasons: [{ code: 'waitingListLeave' }],
      cents: 0,
      priceReasons: [],
    });
  });

  test('a place that is offered is answered, not cancelled', () => {
    const verdict = ask({ action: 'cancel' }, booked('offered'));
    expect(verdict.reasons).toEqual([{ code: 'notCancellable', state: 'offered' }]);
  });
});
