import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../testing/runs.ts';
import type { ExplainContext } from '../explain/catalogue.ts';
import { explain } from '../explain/explain.ts';
import { type Cents, addCents, cents } from '../money/cents.ts';
import { compileTariff } from '../reglement/charges.ts';
import { type CompiledReglement, ReglementError, compileReglement } from '../reglement/compile.ts';
import type { ActivityRules, Price, ReglementDocument, Stage } from '../reglement/document.ts';
import { type Day, addDays, day } from '../time/day.ts';
import { type Instant, instantAt, localTimeOf } from '../time/instant.ts';
import { usualTown } from '../testing/usual-town.ts';
import { decideBooking } from './decide-booking.ts';
import { type RatedBooking, chargeBookings, quoteDraft } from './rate.ts';
import {
  type BookingState,
  bookingStates,
  findStateAfterCancelling,
  liveStates,
} from './states.ts';
import type { BookingFacts, BookingRequest, Verdict } from './verdict.ts';

const reglement = compileReglement(usualTown);
const units = usualTown.activities.flatMap((activity) => activity.units.map(({ code }) => code));
const MINUTE = 60_000;

const anyDay = fc
  .integer({ min: 0, max: 364 })
  .map((count): Day => addDays(day('2026-09-01'), count));
/** In time, or late. */
const anyStage = fc.constantFrom(0, 1);
const anyQuotient = fc.option(fc.integer({ min: 0, max: 3000 }));
const anyRequest: fc.Arbitrary<BookingRequest> = fc.record({
  action: fc.constantFrom('book', 'wait', 'cancel'),
  channel: fc.constantFrom('online', 'staff'),
  unit: fc.constantFrom(...units),
  on: anyDay,
});
const anyFacts: fc.Arbitrary<BookingFacts> = fc.record({
  enrolment: fc.constantFrom('accepted', 'accepted', 'accepted', 'none'),
  ageGroup: fc.constant('elementaire'),
  bornOn: fc.constant(null),
  documents: fc.constant([]),
  activityDays: fc.constant([]),
  session: fc.oneof(
    { arbitrary: fc.constant({ kind: 'open' } as const), weight: 6 },
    { arbitrary: fc.constant({ kind: 'closed', label: null } as const), weight: 1 },
    { arbitrary: fc.constant({ kind: 'closed', label: 'travaux' } as const), weight: 1 },
  ),
  booking: fc.option(fc.record({ state: fc.constantFrom(...liveStates), stage: anyStage })),
  otherUnits: fc.subarray(units, { maxLength: 2 }),
  freePlaces: fc.integer({ min: 0, max: 3 }),
  capacity: fc.constant(20),
  waiting: fc.constantFrom(0, 0, 0, 1, 4),
  quotient: anyQuotient,
});
/** From fifteen days before noon of the day to a day and a half after it, any minute. */
const anyMinutesBefore = fc.integer({ min: -36 * 60, max: 15 * 24 * 60 });

const instantBefore = (on: Day, minutes: number): Instant =>
  (instantAt(on, '12:00', 'Europe/Paris') - minutes * MINUTE) as Instant;

type Decide = typeof decideBooking;

/** An hour that passes never makes a late request ordinary again either. */
const openness = ({ outcome }: Verdict) =>
  ['waitlisted', 'acceptedLate', 'accepted'].indexOf(outcome) + 1;
const isCharged = ({ outcome }: Verdict) => ['acceptedLate', 'accepted'].includes(outcome);

/** « A later request is never accepted where an earlier one was refused », for a way of deciding. */
function laterNeverAccepted(decide: Decide) {
  return fc.property(
    anyRequest,
    anyFacts,
    anyMinutesBefore,
    anyMinutesBefore,
    (request, facts, one, other) => {
      const earlier = instantBefore(request.on, Math.max(one, other));
      const later = instantBefore(request.on, Math.min(one, other));
      const before = decide(request, facts, reglement, earlier);
      const after = decide(request, facts, reglement, later);
      expect(openness(before)).toBeGreaterThanOrEqual(openness(after));
    },
  );
}

describe('time only closes doors', () => {
  test('a later request is never accepted where an earlier one was refused', () => {
    fc.assert(laterNeverAccepted(decideBooking), { numRuns: runs(2000) });
  });

  test('comparing clock times instead of instants would break this law', () => {
    const byClock: Decide = (request, facts, rules, now) => {
      const sameDay = instantAt(request.on, localTimeOf(now, 'Europe/Paris'), 'Europe/Paris');
      return decideBooking(request, facts, rules, sameDay);
    };
    expect(fc.check(laterNeverAccepted(byClock), { numRuns: 2000 }).failed).toBe(true);
  });

  test('past its limit nothing is ever accepted online in the usual town', () => {
    fc.assert(
      fc.property(anyRequest, anyFacts, anyMinutesBefore, (request, facts, minutes) => {
        // What nobody has accepted or paid is left without a limit.
        fc.pre(!leftFreely.includes(facts.booking?.state));
        const action = request.action === 'cancel' ? 'cancel' : 'book';
        const limit = reglement.limitAt(request.unit, request.on, action) ?? 0;
        const now = Math.max(limit, instantBefore(request.on, minutes)) as Instant;
        const verdict = decideBooking({ ...request, channel: 'online' }, facts, reglement, now);
        expect(openness(verdict)).toBe(0);
      }),
      { numRuns: runs(1000) },
    );
  });
});

const leftFreely: readonly (BookingState | undefined)[] = [
  'waitlisted',
  'requested',
  'awaitingPayment',
];

/** Règlements with any bands, any late policy and any number of late stages. */
const anyPrice: fc.Arbitrary<Price> = fc.oneof(
  fc
    .integer({ min: 0, max: 50_000 })
    .map((amount): Price => ({ kind: 'flat', cents: cents(amount) })),
  fc
    .record({
      bounds: fc.uniqueArray(fc.integer({ min: 1, max: 2500 }), { maxLength: 6 }),
      amounts: fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 7, maxLength: 7 }),
    })
    .map(({ bounds, amounts }): Price => {
      const starts = [0, ...bounds.toSorted((a, b) => a - b)];
      const bands = starts.map((from, at) => {
        return { from, below: starts[at + 1] ?? null, cents: cents(amounts[at] ?? 0) };
      });
      return { kind: 'quotientBands', bands };
    }),
);

function stagesOf(action: 'book' | 'cancel', lateOnline: boolean, surcharge: number): Stage[] {
  const until = { kind: 'daysBefore', days: 3, unit: 'working', at: '17:00' } as const;
  return [
    { channels: ['online', 'staff'], until, consequence: { kind: 'normal' } },
    {
      channels: lateOnline ? ['online', 'staff'] : ['staff'],
      until: null,
      consequence:
        action === 'book'
          ? { kind: 'surcharge', cents: cents(surcharge) }
          : { kind: surcharge % 2 === 0 ? 'billedInFull' : 'normal' },
    },
  ];
}

const anyReglement: fc.Arbitrary<CompiledReglement> = fc
  .record({
    price: anyPrice,
    lateOnline: fc.boolean(),
    surcharge: fc.integer({ min: 0, max: 5000 }),
  })
  .map(({ price, lateOnline, surcharge }) => {
    const activities = usualTown.activities.map((activity) => ({
      ...activity,
      units: activity.units.map((unit) => ({
        ...unit,
        prices: [{ validFrom: usualTown.validFrom, price }],
      })),
      booking: stagesOf('book', lateOnline, surcharge),
      cancelling: stagesOf('cancel', lateOnline, surcharge),
    }));
    return compileReglement({ ...usualTown, activities });
  });

const anyRules = fc.oneof(
  { arbitrary: fc.constant(reglement), weight: 2 },
  { arbitrary: anyReglement, weight: 3 },
);
const anyBooking = fc.record({
  childId: fc.constantFrom('lea', 'noe'),
  unit: fc.constantFrom(...units),
  on: anyDay,
  state: fc.constantFrom(...bookingStates),
  stage: anyStage,
});

describe('amounts', () => {
  test('nothing is ever charged below zero, and booking never gives money back', () => {
    fc.assert(
      fc.property(anyRules, anyBooking, anyQuotient, (rules, booking, quotient) => {
        for (const line of chargeBookings([booking], rules, () => quotient)) {
          expect(line.cents).toBeGreaterThanOrEqual(0);
          expect(Number.isSafeInteger(line.cents)).toBe(true);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  test('a negative price gets no further than the check of the document', () => {
    const [activity] = usualTown.activities as [ActivityRules];
    const [unit] = activity.units;
    if (unit === undefined) throw new Error('The usual town has units');
    const price: Price = { kind: 'flat', cents: cents(-100) };
    const prices = [{ validFrom: usualTown.validFrom, price }];
    const document: ReglementDocument = {
      ...usualTown,
      activities: [{ ...activity, units: [{ ...unit, prices }, ...activity.units.slice(1)] }],
    };
    expect(() => compileReglement(document)).toThrow(ReglementError);
    // Without that check it would be charged.
    const tariff = compileTariff(
      document,
      activity,
      unit,
      price,
    )(day('2026-11-24'), reglement.calendar);
    expect(tariff(600).booked(0).cents).toBe(-100);
  });

  test('a late booking is never cheaper than in time where lateness is a surcharge', () => {
    fc.assert(
      fc.property(anyReglement, anyBooking, anyQuotient, (rules, booking, quotient) => {
        const of = (stage: number) =>
          total([{ ...booking, state: 'confirmed', stage }], rules, quotient);
        expect(of(1)).toBeGreaterThanOrEqual(of(0));
      }),
    );
  });
});

function total(
  bookings: readonly RatedBooking[],
  rules: CompiledReglement,
  quotient: number | null,
): Cents {
  return addCents(...chargeBookings(bookings, rules, () => quotient).map((line) => line.cents));
}

/**
 * « What the verdict announces is what the bill changes by »: the verdict's amount is the quote, and
 * the quote is the rating with the change minus the rating without it.
 */
function verdictsAgreeWithBills(decide: Decide) {
  return fc.property(
    anyRules,
    anyRequest,
    anyFacts,
    anyMinutesBefore,
    (rules, request, facts, minutes) => {
      const { unit, on, action } = request;
      const verdict = decide(request, facts, rules, instantBefore(on, minutes));
      fc.pre(isCharged(verdict));
      const { late, stage } = verdict;
      const ids = { childId: 'lea', unit, on };
      const held = facts.booking === null ? [] : [{ ...ids, ...facts.booking }];
      const adds =
        action === 'cancel' ? [] : [{ ...ids, state: 'confirmed', stage } satisfies RatedBooking];
      const removes = action === 'cancel' ? [{ ...ids, stage }] : [];
      const quote = quoteDraft({ held, adds, removes }, rules, () => facts.quotient);
      const after = held.map((booking): RatedBooking => {
        const state = findStateAfterCancelling(booking.state, late);
        return state === undefined ? booking : { ...booking, state };
      });
      const billed =
        action === 'cancel'
          ? total(after, rules, facts.quotient) - total(held, rules, facts.quotient)
          : total(adds, rules, facts.quotient);
      expect([verdict.cents, quote.totalCents]).toEqual([billed, billed]);
      expect(quote.lines.map(({ reasons }) => reasons)).toEqual([verdict.priceReasons]);
    },
  );
}

describe('one price', () => {
  test('the verdict, the quote and the bill agree to the cent, reasons included', () => {
    fc.assert(verdictsAgreeWithBills(decideBooking), { numRuns: runs(2000) });
  });

  test('a verdict that forgot the late price would be caught', () => {
    const forgetful: Decide = (request, facts, rules, now) => {
      const verdict = decideBooking(request, facts, rules, now);
      if (verdict.outcome !== 'acceptedLate' || request.action === 'cancel') return verdict;
      const [unitDay, { quotient }] = [rules.unitDay(request.unit, request.on), facts];
      const booked = unitDay.tariff(quotient).booked(0);
      return { ...verdict, cents: booked.cents, priceReasons: booked.reasons };
    };
    expect(fc.check(verdictsAgreeWithBills(forgetful), { numRuns: 2000 }).failed).toBe(true);
  });

  test('a draft costs what its lines cost together, in any order', () => {
    const draft = fc.array(anyBooking, { maxLength: 12 });
    fc.assert(
      fc.property(anyRules, draft, anyQuotient, (rules, adds, quotient) => {
        const quote = quoteDraft({ held: [], adds, removes: [] }, rules, () => quotient);
        expect(quote.totalCents).toBe(total(adds.toReversed(), rules, quotient));
      }),
      { numRuns: runs(200) },
    );
  });
});

/** « A day taken up again changes the bill by what its verdict announced. » */
function restoringIsBilledOnce(decide: Decide) {
  return fc.property(
    anyRules,
    anyRequest,
    anyFacts,
    anyStage,
    anyMinutesBefore,
    (rules, { unit, on }, anyOf, stage, minutes) => {
      const facts: BookingFacts = { ...anyOf, booking: null, cancelledLate: { stage } };
      const request = { action: 'book', channel: 'staff', unit, on } as const;
      const verdict = decide(request, facts, rules, instantBefore(on, minutes));
      fc.pre(isCharged(verdict));
      const ends = (state: RatedBooking['state']) =>
        total([{ childId: 'lea', unit, on, stage, state }], rules, facts.quotient);
      expect(verdict.cents).toBe(ends('confirmed') - ends('cancelledLate'));
    },
  );
}

describe('a late cancellation taken up again', () => {
  test('is billed once, whatever the rules', () => {
    fc.assert(restoringIsBilledOnce(decideBooking), { numRuns: runs(1000) });
  });

  test('booked beside instead, it would be billed twice, and caught', () => {
    const beside: Decide = (request, facts, rules, now) =>
      decideBooking(request, { ...facts, cancelledLate: null }, rules, now);
    expect(fc.check(restoringIsBilledOnce(beside), { numRuns: 1000 }).failed).toBe(true);
  });
});

/** « Nobody gets a place while somebody waits for it, and who waits owes nothing. » */
function theListComesFirst(decide: Decide) {
  return fc.property(
    anyRules,
    anyRequest,
    anyFacts,
    anyMinutesBefore,
    (rules, request, facts, minutes) => {
      fc.pre(request.action !== 'cancel' && facts.booking === null);
      const now = instantBefore(request.on, minutes);
      const verdict = decide(request, facts, rules, now);
      const { normalUntil } = rules.unitDay(request.unit, request.on).book;
      const waits = verdict.outcome === 'waitlisted';
      const nobodyFirst = facts.freePlaces > 0 && facts.waiting === 0;
      expect(isCharged(verdict) && !nobodyFirst).toBe(false);
      expect(waits && (request.action !== 'wait' || nobodyFirst)).toBe(false);
      expect(waits && (verdict.cents !== 0 || now >= (normalUntil ?? Infinity))).toBe(false);
    },
  );
}

describe('the waiting list', () => {
  test('nobody passes it, nobody joins it late, and it costs nothing', () => {
    fc.assert(theListComesFirst(decideBooking), { numRuns: runs(2000) });
  });

  test('a decision that forgot who waits would be caught', () => {
    const forgetful: Decide = (request, facts, rules, now) =>
      decideBooking(request, { ...facts, waiting: 0 }, rules, now);
    expect(fc.check(theListComesFirst(forgetful), { numRuns: 2000 }).failed).toBe(true);
  });
});

describe('everything is explained', () => {
  const context: ExplainContext = {
    timeZone: 'Europe/Paris',
    contact: { name: "l'ALSH", phone: '03 84 00 00 00', email: '', hours: '' },
    locale: 'fr',
  };

  test('every verdict has reasons, each a complete sentence, and every cent has a reason', () => {
    fc.assert(
      fc.property(
        anyRules,
        anyRequest,
        anyFacts,
        anyMinutesBefore,
        (rules, request, facts, minutes) => {
          const now = instantBefore(request.on, minutes);
          const verdict = decideBooking(request, facts, rules, now);
          expect(verdict.reasons.length).toBeGreaterThan(0);
          expect(verdict.cents === 0 || verdict.priceReasons.length > 0).toBe(true);
          expect(verdict.outcome !== 'refused' || verdict.cents === 0).toBe(true);
          for (const reason of [...verdict.reasons, ...verdict.priceReasons]) {
            const sentence = explain(reason, context);
            expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
            expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
          }
        },
      ),
      { numRuns: runs(1000) },
    );
  });
});
