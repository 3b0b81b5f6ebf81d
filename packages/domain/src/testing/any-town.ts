import fc from 'fast-check';
import type { BookingFacts, BookingRequest } from '../bookings/verdict.ts';
import { liveStates } from '../bookings/states.ts';
import { cents } from '../money/cents.ts';
import type { CompiledReglement } from '../reglement/compile.ts';
import type {
  ActivityRules,
  AgeRange,
  BookingWindow,
  Consequence,
  DayUnit,
  Limit,
  LimitRule,
  Moment,
  Opening,
  Payment,
  Regime,
  RequiredDocument,
  Stage,
  WaitingList,
} from '../reglement/document.ts';
import { type Day, type Weekday, addDays, day } from '../time/day.ts';
import { type Instant, instantAt } from '../time/instant.ts';
import { roomThatDay, townWith } from './small-town.ts';

/** Règlements, days and facts of any kind, for what must hold whatever they are. */

const MINUTE = 60_000;

const anyDay = fc
  .integer({ min: 0, max: 364 })
  .map((count): Day => addDays(day('2026-09-01'), count));
const clock = fc.constantFrom('00:00', '09:00', '23:30', '24:00');
const moment: fc.Arbitrary<Moment> = fc.record({ on: anyDay, at: clock });

const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5);
const counted = fc.record({ days: fc.integer({ min: 1, max: 6 }), at: clock });

/** A limit of any kind but those that need a table or a window. */
const rule: fc.Arbitrary<LimitRule> = fc.oneof(
  fc.constantFrom(24, 48, 120).map((hours): LimitRule => {
    return { kind: 'hoursBefore', hours, unit: 'working' };
  }),
  fc
    .integer({ min: 1, max: 200 })
    .map((hours): LimitRule => ({ kind: 'hoursBefore', hours, unit: 'calendar' })),
  fc
    .tuple(
      counted,
      fc.constantFrom<DayUnit>('calendar', 'clear', 'working', 'business', 'school', 'office'),
    )
    .map(([days, unit]): LimitRule => ({ kind: 'daysBefore', unit, ...days })),
  fc.constantFrom('09:00', '06:30').map((at): LimitRule => ({ kind: 'sameDay', at })),
  fc
    .tuple(weekday, clock, fc.integer({ min: 1, max: 2 }))
    .map(([on, at, weeksBefore]): LimitRule => {
      return { kind: 'weekCutoff', weekday: on, at, weeksBefore };
    }),
  fc
    .array(fc.record({ weekday, at: clock }), { minLength: 5, maxLength: 5 })
    .map(([mon, tue, wed, thu, fri]): LimitRule => {
      const map = { 1: mon, 2: tue, 3: wed, 4: thu, 5: fri };
      return { kind: 'weekdayMap', map };
    }),
  fc.record({ day: fc.integer({ min: 1, max: 31 }), at: clock }).map((date): LimitRule => {
    return { kind: 'dayOfPrecedingMonth', ...date };
  }),
);
const limit: fc.Arbitrary<Limit> = fc
  .record({
    rule,
    anchor: fc.constantFrom(undefined, undefined, undefined, 'week' as const, 'period' as const),
    inclusive: fc.constantFrom(undefined, undefined, true as const),
  })
  .map(({ rule: one, anchor, inclusive }): Limit => ({ ...one, anchor, inclusive }));

const hours = fc.constantFrom(24, 48, 72);
const payment: fc.Arbitrary<Payment> = fc.oneof(
  fc.constant<Payment>({ kind: 'later' }),
  fc.integer({ min: 1, max: 120 }).map((minutes): Payment => ({ kind: 'hold', minutes })),
  fc
    .record({ due: limit, graceHours: hours })
    .map((terms): Payment => ({ kind: 'byDate', ...terms, remindHours: 24 })),
  fc.constant<Payment>({ kind: 'withRequest' }),
);
const regime: fc.Arbitrary<Regime> = fc.record({
  acceptance: fc.oneof(
    fc.constant<Regime['acceptance']>({ kind: 'automatic' }),
    fc.record({
      kind: fc.constant('staff' as const),
      answerWithinHours: hours,
      holdsPlace: fc.boolean(),
    }),
  ),
  cancellation: fc.oneof(
    fc.constant<Regime['cancellation']>({ kind: 'automatic' }),
    fc.record({ kind: fc.constant('staff' as const), answerWithinHours: hours }),
  ),
  payment,
});

/** From some day on, for some weeks; the end after the beginning, as the check wants it. */
const bookingWindow: fc.Arbitrary<BookingWindow> = fc
  .record({
    first: anyDay,
    length: fc.integer({ min: 0, max: 120 }),
    opens: moment,
    closesAfter: fc.option(fc.integer({ min: 2, max: 60 })),
    early: fc.boolean(),
  })
  .map(({ first, length, opens, closesAfter, early }) => ({
    code: 'periode',
    label: 'Période',
    sessions: { from: first, until: addDays(opens.on > first ? opens.on : first, length) },
    opens,
    closes: closesAfter === null ? null : { on: addDays(opens.on, closesAfter), at: '12:00' },
    staggered: early
      ? [{ group: 'elementaire', opens: { on: addDays(opens.on, -5), at: '09:00' } }]
      : [],
  }));
const opening: fc.Arbitrary<Opening> = fc.oneof(
  { arbitrary: fc.constant<Opening>({ kind: 'always' }), weight: 6 },
  { arbitrary: fc.constant<Opening>({ kind: 'announced' }), weight: 1 },
  {
    arbitrary: fc
      .record({ day: fc.integer({ min: 1, max: 31 }), at: clock })
      .map((counted): Opening => ({ kind: 'precedingMonth', ...counted })),
    weight: 2,
  },
  {
    arbitrary: fc
      .record({ days: fc.integer({ min: 1, max: 60 }), at: clock })
      .map((before): Opening => ({ kind: 'daysBefore', ...before })),
    weight: 1,
  },
  {
    arbitrary: fc.array(bookingWindow, { minLength: 1, maxLength: 3 }).map((windows): Opening => {
      const coded = windows.map((window, at) => ({ ...window, code: `periode-${at + 1}` }));
      return { kind: 'windows', windows: coded };
    }),
    weight: 3,
  },
);

const lateBooking = fc.constantFrom<Consequence>(
  { kind: 'normal' },
  { kind: 'surcharge', cents: cents(150) },
  { kind: 'percentSurcharge', percent: 50 },
  { kind: 'multiple', times: 2 },
  { kind: 'replacingPrice', price: { kind: 'flat', cents: cents(900) } },
  { kind: 'refused' },
  { kind: 'notStated' },
);
const lateCancelling = fc.constantFrom<Consequence>(
  { kind: 'normal' },
  { kind: 'billedInFull' },
  { kind: 'billedInPart', percent: 50 },
  { kind: 'credited' },
  { kind: 'refused' },
  { kind: 'notStated' },
);

/** In time, then late: online too where `lateOnline` says so, at another price or billed. */
const stages = (action: 'book' | 'cancel', lateOnline: boolean): fc.Arbitrary<readonly Stage[]> =>
  fc
    .record({
      until: fc.option(limit),
      never: fc.boolean(),
      consequence: action === 'book' ? lateBooking : lateCancelling,
    })
    .map(({ until, never, consequence }): readonly Stage[] => {
      const channels: Stage['channels'] =
        never && action === 'cancel' ? ['staff'] : ['online', 'staff'];
      const normal: Stage = { channels, until, consequence: { kind: 'normal' } };
      if (until === null) return [normal];
      return [
        normal,
        {
          // Where the family is in time, the staff is too: no stage is for the family alone.
          channels: lateOnline && channels.length > 1 ? ['online', 'staff'] : ['staff'],
          until: null,
          consequence,
        },
      ];
    });

const insurance: RequiredDocument = {
  code: 'assurance',
  label: 'Assurance',
  about: 'child',
  activities: null,
  blocks: ['booking'],
  satisfiedBy: 'sent',
  validMonths: null,
};

/** Any town the check of the règlement lets through. */
export const anyTown: fc.Arbitrary<CompiledReglement> = fc
  .record({ regime, lateBooking: fc.boolean(), lateCancelling: fc.boolean() })
  .chain(({ regime: ways, lateBooking, lateCancelling }) =>
    fc.record({
      regime: fc.constant(ways),
      opening,
      ages: fc.constantFrom<AgeRange | null>(null, null, { from: 3, below: 12 }),
      days: fc.constantFrom<ActivityRules['days']>(
        [],
        [{ per: 'month', min: null, max: 1 }],
        [{ per: 'period', min: null, max: null, leave: 2 }],
      ),
      waitingList: fc.constantFrom<WaitingList>(
        { kind: 'none' },
        { kind: 'staff', offerHours: 24 },
        { kind: 'online', offerHours: 24 },
      ),
      booking: stages('book', lateBooking),
      cancelling: stages('cancel', lateCancelling && ways.cancellation.kind === 'automatic'),
      documents: fc.constantFrom<readonly RequiredDocument[]>([], [], [insurance]),
    }),
  )
  // A study, since some of what is late is left unsaid.
  .map(({ documents, ...activity }) => townWith(activity, { documents, status: 'study' }));

export const anyRequest: fc.Arbitrary<BookingRequest> = fc.record({
  action: fc.constantFrom('book', 'wait', 'cancel'),
  channel: fc.constantFrom('online', 'staff'),
  unit: fc.constantFrom('matin', 'soir'),
  on: anyDay,
});

export const anyFacts: fc.Arbitrary<BookingFacts> = fc
  .record({
    enrolment: fc.constantFrom(...Array<'accepted'>(7).fill('accepted'), 'requested'),
    ageGroup: fc.constantFrom('elementaire', 'maternelle'),
    bornOn: fc.constantFrom(null, day('2018-05-10'), day('2012-01-01')),
    documents: fc.constantFrom(
      [],
      [{ code: 'assurance', state: 'sent', until: null } as const],
      [{ code: 'assurance', state: 'accepted', until: day('2027-01-31') } as const],
    ),
    session: fc.constantFrom(
      { kind: 'open' } as const,
      { kind: 'open' } as const,
      {
        kind: 'closed',
        label: 'travaux',
      } as const,
    ),
    booking: fc.option(
      fc.record({ state: fc.constantFrom(...liveStates), stage: fc.constantFrom(0, 1) }),
      {
        freq: 2,
      },
    ),
    activityDays: fc.array(anyDay, { maxLength: 3 }),
    freePlaces: fc.constantFrom(0, 1, 2, 2),
    waiting: fc.constantFrom(0, 0, 0, 2),
  })
  .map((facts) => ({ ...roomThatDay, ...facts }));

/** From seventy days before noon of the day to a day and a half after it, any minute. */
export const anyMinutesBefore = fc.oneof(
  fc.integer({ min: -36 * 60, max: 12 * 24 * 60 }),
  fc.integer({ min: 0, max: 70 * 24 * 60 }),
);

/** That many minutes before noon of the day, in Paris. */
export function instantBefore(on: Day, minutes: number): Instant {
  return (instantAt(on, '12:00', 'Europe/Paris') - minutes * MINUTE) as Instant;
}
