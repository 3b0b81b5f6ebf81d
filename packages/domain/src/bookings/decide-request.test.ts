import { describe, expect, test } from 'vitest';
import type { Payment, Regime } from '../reglement/document.ts';
import { townWith } from '../testing/small-town.ts';
import { day } from '../time/day.ts';
import { fromIso } from '../time/instant.ts';
import { type RequestFacts, type StaffAnswer, decideRequest } from './decide-request.ts';
import { type BookingState, bookingStates } from './states.ts';

const byThe25th: Payment = {
  kind: 'byDate',
  due: { kind: 'dayOfPrecedingMonth', day: 25, at: '24:00' },
  graceHours: 48,
  remindHours: 48,
};
const accept: StaffAnswer = { kind: 'accept' };
const refuse: StaffAnswer = { kind: 'refuse', because: 'le groupe est complet' };
const waiting: RequestFacts = {
  state: 'requested',
  holdsPlace: true,
  freePlaces: 0,
  closed: false,
};

function answer(
  given: StaffAnswer,
  facts: Partial<RequestFacts> = {},
  payment: Payment = { kind: 'later' },
  now = '2026-11-20T10:00:00+01:00',
) {
  const regime: Regime = {
    acceptance: { kind: 'staff', answerWithinHours: 48, holdsPlace: true },
    cancellation: { kind: 'staff', answerWithinHours: 48 },
    payment,
  };
  const unitDay = townWith({ regime }).unitDay('matin', day('2026-12-01'));
  return decideRequest(given, { ...waiting, ...facts }, unitDay, fromIso(now));
}

describe('a request to book', () => {
  test('accepted is confirmed where it is paid later', () => {
    expect(answer(accept)).toEqual({
      kind: 'answered',
      to: 'confirmed',
      dueAt: null,
      reasons: [{ code: 'requestAccepted' }],
    });
  });

  test.each([
    ['on the 20th: by the 25th', '2026-11-20T10:00:00+01:00', '2026-11-26T00:00:00+01:00'],
    [
      'made on the 24th, accepted on the 26th: 48 working hours more',
      '2026-11-26T10:00:00+01:00',
      '2026-11-30T10:00:00+01:00',
    ],
  ])('accepted %s, where it is paid by a date', (_title, now, due) => {
    const until = fromIso(due);
    expect(answer(accept, {}, byThe25th, now)).toEqual({
      kind: 'answered',
      to: 'awaitingPayment',
      dueAt: until,
      reasons: [{ code: 'requestAccepted' }, { code: 'payBefore', until }],
    });
  });

  test('refused says why, in the words of the staff', () => {
    expect(answer(refuse, {}, byThe25th)).toEqual({
      kind: 'answered',
      to: 'refused',
      dueAt: null,
      reasons: [{ code: 'requestRefused', because: 'le groupe est complet' }],
    });
  });

  test('that held no place wants one to be accepted, not to be refused', () => {
    const none = { holdsPlace: false, freePlaces: 0 };
    expect(answer(accept, none)).toEqual({ kind: 'refused', code: 'full' });
    expect(answer(accept, { ...none, freePlaces: 1 }).kind).toBe('answered');
    expect(answer(refuse, none).kind).toBe('answered');
  });

  test('of a day that does not take place any more is refused only', () => {
    expect(answer(accept, { closed: true })).toEqual({ kind: 'refused', code: 'session-closed' });
    expect(answer(refuse, { closed: true }).kind).toBe('answered');
  });

  test('is accepted to the last moment of its session', () => {
    const at = (now: string) => answer(accept, {}, { kind: 'later' }, now);
    expect(at('2026-12-01T08:29:59.999+01:00').kind).toBe('answered');
    expect(at('2026-12-01T08:30:00+01:00')).toEqual({ kind: 'refused', code: 'session-over' });
  });
});

describe('a request to give a day back', () => {
  const asked: Partial<RequestFacts> = { state: 'cancellationRequested' };

  test('accepted is cancelled, whatever became of the day', () => {
    for (const facts of [asked, { ...asked, closed: true }]) {
      expect(answer(accept, facts)).toEqual({
        kind: 'answered',
        to: 'cancelled',
        dueAt: null,
        reasons: [{ code: 'requestAccepted' }],
      });
    }
  });

  test('refused leaves the day booked, and says why', () => {
    expect(answer(refuse, asked, byThe25th)).toEqual({
      kind: 'answered',
      to: 'confirmed',
      dueAt: null,
      reasons: [{ code: 'cancellationRefused', because: 'le groupe est complet' }],
    });
  });
});

test.each(
  bookingStates.filter((state) => state !== 'requested' && state !== 'cancellationRequested'),
)('a booking that is %s waits for no answer', (state: BookingState) => {
  for (const given of [accept, refuse]) {
    expect(answer(given, { state })).toEqual({ kind: 'refused', code: 'not-pending' });
  }
});
