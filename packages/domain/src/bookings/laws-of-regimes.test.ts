import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../testing/runs.ts';
import type { ExplainContext } from '../explain/catalogue.ts';
import { explain } from '../explain/explain.ts';
import { addCents } from '../money/cents.ts';
import type { CompiledReglement } from '../reglement/compile.ts';
import {
  anyFacts,
  anyMinutesBefore,
  anyRequest,
  anyTown,
  instantBefore,
} from '../testing/any-town.ts';
import type { Instant } from '../time/instant.ts';
import { decideBooking } from './decide-booking.ts';
import { decideRequest } from './decide-request.ts';
import { type RatedBooking, chargeBookings, quoteDraft } from './rate.ts';
import { type BookingState, findStateAfterCancelling } from './states.ts';
import {
  type BookingFacts,
  type BookingRequest,
  type Verdict,
  firstStateOf,
  isDoneOutcome,
} from './verdict.ts';

type Decide = typeof decideBooking;

/** How open the door is: in time, late, the waiting list, or not at all. */
function openness({ outcome, late }: Verdict): number {
  if (!isDoneOutcome(outcome)) return 0;
  if (outcome === 'waitlisted') return 1;
  return late ? 2 : 3;
}

type Law = (
  town: CompiledReglement,
  request: BookingRequest,
  facts: BookingFacts,
  now: Instant,
) => void;

/** A law about one moment of any town. */
function atAnyMoment(law: Law) {
  return fc.property(anyTown, anyRequest, anyFacts, anyMinutesBefore, (town, request, facts, ago) =>
    law(town, request, facts, instantBefore(request.on, ago)),
  );
}

function expectToHold(law: Law, numRuns = 1200): void {
  fc.assert(atAnyMoment(law), { numRuns: runs(numRuns) });
}

function expectCaught(law: Law): void {
  expect(fc.check(atAnyMoment(law), { numRuns: 4000 }).failed).toBe(true);
}

describe('time only closes doors, but for the one that was not open yet', () => {
  const laterNeverOpens = (decide: Decide) =>
    fc.property(
      anyTown,
      anyRequest,
      anyFacts,
      anyMinutesBefore,
      anyMinutesBefore,
      (town, request, facts, one, other) => {
        const at = (ago: number) => decide(request, facts, town, instantBefore(request.on, ago));
        const before = at(Math.max(one, other));
        if (before.outcome === 'notOpenYet') return;
        expect(openness(before)).toBeGreaterThanOrEqual(openness(at(Math.min(one, other))));
      },
    );

  test('under any regime, opening and limit', () => {
    fc.assert(laterNeverOpens(decideBooking), { numRuns: runs(2000) });
  });

  test('a window that told it was over before it opened would be caught', () => {
    const impatient: Decide = (request, facts, town, now) => {
      const verdict = decideBooking(request, facts, town, now);
      return verdict.outcome === 'notOpenYet' ? { ...verdict, outcome: 'staffOnly' } : verdict;
    };
    expect(fc.check(laterNeverOpens(impatient), { numRuns: 3000 }).failed).toBe(true);
  });
});

describe('who waits for what', () => {
  const onlyWhatTheRegimeSays =
    (decide: Decide): Law =>
    (town, request, facts, now) => {
      const verdict = decide(request, facts, town, now);
      const day = town.unitDay(request.unit, request.on);
      const { acceptance, cancellation, payment } = day.activity.regime;
      const answers = request.action === 'cancel' ? cancellation : acceptance;
      const { outcome, dueAt } = verdict;
      if (outcome === 'pending') {
        expect([answers.kind, request.channel]).toEqual(['staff', 'online']);
        expect(dueAt).toBeLessThanOrEqual(day.startsAt);
      }
      if (outcome === 'awaitingPayment') expect(payment.kind).not.toBe('later');
      const waits = ['pending', 'awaitingPayment', 'waitlisted'].includes(outcome);
      expect(dueAt !== null).toBe(waits);
      if (dueAt !== null) expect(dueAt).toBeGreaterThan(now);
    };

  test('an answer is awaited from the staff, a payment where one is asked, by a moment to come', () => {
    expectToHold(onlyWhatTheRegimeSays(decideBooking));
  });

  test('an answer due after the session has begun would be caught', () => {
    expectCaught(
      onlyWhatTheRegimeSays((request, facts, town, now) => {
        const verdict = decideBooking(request, facts, town, now);
        if (verdict.outcome !== 'pending') return verdict;
        const { terms } = town.unitDay(request.unit, request.on);
        return {
          ...verdict,
          dueAt: (terms.answerBooking ?? terms.answerCancelling)?.(now) ?? null,
        };
      }),
    );
  });
});

describe('the staff can do what the family can', () => {
  const staffToo =
    (decide: Decide): Law =>
    (town, request, facts, now) => {
      const family = decide({ ...request, channel: 'online' }, facts, town, now);
      if (!isDoneOutcome(family.outcome)) return;
      const staff = decide({ ...request, channel: 'staff' }, facts, town, now);
      expect(isDoneOutcome(staff.outcome)).toBe(true);
      expect([staff.cents, staff.late]).toEqual([family.cents, family.late]);
    };

  test('at the same moment, for the same amount', () => {
    expectToHold(staffToo(decideBooking));
  });

  test('a staff held to the openings of the families would be caught', () => {
    expectCaught(
      staffToo((request, facts, town, now) =>
        request.channel === 'staff'
          ? decideBooking({ ...request, channel: 'online' }, { ...facts, waiting: 1 }, town, now)
          : decideBooking(request, facts, town, now),
      ),
    );
  });
});

describe('a request accepted', () => {
  let answeredSoFar = 0;
  const asIfTheStaffHadBookedIt =
    (answer: typeof decideRequest): Law =>
    (town, request, facts, now) => {
      const asked = { ...request, action: 'book', channel: 'online' } as const;
      const pending = decideBooking(asked, facts, town, now);
      if (pending.outcome !== 'pending') return;
      answeredSoFar += 1;
      const day = town.unitDay(request.unit, request.on);
      const waiting = {
        state: 'requested',
        holdsPlace: true,
        freePlaces: 0,
        closed: false,
      } as const;
      const decision = answer({ kind: 'accept' }, waiting, day, now);
      const staff = decideBooking({ ...asked, channel: 'staff' }, facts, town, now);
      if (decision.kind !== 'answered' || !isDoneOutcome(staff.outcome)) {
        throw new Error('Both are possible while the request is');
      }
      expect([decision.to, decision.dueAt]).toEqual([firstStateOf(staff.outcome), staff.dueAt]);
    };

  test('is the booking the staff would have made itself, with the same term', () => {
    expectToHold(asIfTheStaffHadBookedIt(decideRequest), 4000);
    expect(answeredSoFar).toBeGreaterThan(8);
  });

  test('an answer that forgot the payment would be caught', () => {
    expectCaught(
      asIfTheStaffHadBookedIt((answer, facts, day, now) => {
        const decision = decideRequest(answer, facts, day, now);
        return decision.kind === 'answered'
          ? { ...decision, to: 'confirmed', dueAt: null }
          : decision;
      }),
    );
  });
});

describe('one price', () => {
  const verdictIsTheBill =
    (decide: Decide): Law =>
    (town, request, facts, now) => {
      const verdict = decide(request, facts, town, now);
      const { outcome, late, stage } = verdict;
      if (!isDoneOutcome(outcome)) return;
      const { unit, on } = request;
      const ids = { childId: 'lea', unit, on };
      const held = facts.booking === null ? [] : [{ ...ids, ...facts.booking }];
      const removal = request.action === 'cancel';
      const adds: RatedBooking[] = removal ? [] : [{ ...ids, state: firstStateOf(outcome), stage }];
      const quote = quoteDraft(
        { held, adds, removes: removal ? [{ ...ids, stage }] : [] },
        town,
        () => facts.quotient,
      );
      expect(verdict.cents).toBe(quote.totalCents);
      expect(verdict.cents).toBe(
        removal ? bill(ending(held, late), town) - bill(held, town) : bill(adds, town),
      );
    };

  test('what is asked, held or answered costs what it will be billed', () => {
    expectToHold(verdictIsTheBill(decideBooking));
  });

  test('a request announced free of charge would be caught', () => {
    expectCaught(
      verdictIsTheBill((request, facts, town, now) => {
        const verdict = decideBooking(request, facts, town, now);
        return verdict.outcome === 'pending' ? { ...verdict, cents: addCents() } : verdict;
      }),
    );
  });
});

function bill(bookings: readonly RatedBooking[], town: CompiledReglement): number {
  return addCents(...chargeBookings(bookings, town, () => null).map((line) => line.cents));
}

function ending(held: readonly RatedBooking[], late: boolean): RatedBooking[] {
  return held.map((booking) => {
    const state: BookingState = findStateAfterCancelling(booking.state, late) ?? booking.state;
    return { ...booking, state };
  });
}

describe('everything is explained', () => {
  const context: ExplainContext = {
    timeZone: 'Europe/Paris',
    contact: { name: "l'ALSH", phone: '03 84 00 00 00', email: '', hours: '' },
    locale: 'fr',
  };

  test('each verdict of any town has reasons, each a sentence, and each cent has one', () => {
    expectToHold((town, request, facts, now) => {
      const { outcome, cents, reasons, priceReasons } = decideBooking(request, facts, town, now);
      expect(reasons.length).toBeGreaterThan(0);
      expect(cents === 0 || priceReasons.length > 0).toBe(true);
      expect(['refused', 'notOpenYet'].includes(outcome) && cents !== 0).toBe(false);
      for (const reason of [...reasons, ...priceReasons]) {
        const sentence = explain(reason, context);
        expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
      }
    });
  });

  test('whatever is new is among what is told, and nothing of it in the words of the staff', () => {
    const told = new Set<string>();
    fc.assert(
      atAnyMoment((town, request, facts, now) => {
        const asked = { ...request, channel: 'online' } as const;
        for (const { code } of decideBooking(asked, facts, town, now).reasons) told.add(code);
      }),
      { numRuns: 2000 },
    );
    expect(told.has('lateByStaff')).toBe(false);
    const reached =
      'toBeAnswered payBefore opensAt notAnnounced windowClosed ageOut documentsMissing maxDays requestWithdrawn paymentGivenUp';
    expect(reached.split(' ').filter((code) => !told.has(code))).toEqual([]);
  });
});
