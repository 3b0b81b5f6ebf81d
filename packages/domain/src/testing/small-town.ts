import type { BookingFacts } from '../bookings/verdict.ts';
import { cents } from '../money/cents.ts';
import { type CompiledReglement, compileReglement } from '../reglement/compile.ts';
import type {
  ActivityRules,
  Limit,
  ReglementDocument,
  Stage,
  UnitRules,
} from '../reglement/document.ts';
import { day } from '../time/day.ts';

/**
 * A town that exists for the tests: one activity, the plainest of each rule. A test says what it
 * changes, and nothing else.
 */

const validFrom = day('2025-09-01');

const twoWorkingDays: Limit = { kind: 'hoursBefore', hours: 48, unit: 'working' };

/** In time until the limit, by whoever; then by the staff alone, at the same price. */
export const onlineThenStaff: readonly Stage[] = [
  { channels: ['online', 'staff'], until: twoWorkingDays, consequence: { kind: 'normal' } },
  { channels: ['staff'], until: null, consequence: { kind: 'normal' } },
];

export const smallActivity: ActivityRules = {
  code: 'accueil',
  kind: 'wraparound',
  label: 'Accueil',
  units: [unit('matin', '07:30', '08:30', 140), unit('soir', '16:30', '18:30', 200)],
  regime: {
    acceptance: { kind: 'automatic' },
    cancellation: { kind: 'automatic' },
    payment: { kind: 'later' },
  },
  enrolment: { kind: 'byStaff' },
  ages: null,
  opening: { kind: 'always' },
  days: [],
  booking: onlineThenStaff,
  cancelling: onlineThenStaff,
  waitingList: { kind: 'none' },
};

const smallTown: ReglementDocument = {
  code: 'bourg',
  title: 'Règlement du bourg',
  validFrom,
  validUntil: null,
  calendar: {
    timeZone: 'Europe/Paris',
    schoolZone: 'A',
    territory: 'metropole',
    schoolWeek: [1, 2, 4, 5],
  },
  documents: [],
  closureCredit: 'full',
  activities: [smallActivity],
};

/** The document with its activity, or itself, changed. */
export function townDocument(
  activity: Partial<ActivityRules>,
  document: Partial<ReglementDocument> = {},
): ReglementDocument {
  return { ...smallTown, activities: [{ ...smallActivity, ...activity }], ...document };
}

/** The same, ready to decide. */
export function townWith(
  activity: Partial<ActivityRules>,
  document: Partial<ReglementDocument> = {},
): CompiledReglement {
  return compileReglement(townDocument(activity, document));
}

/** A child enrolled, a day with room, nothing booked. */
export const roomThatDay: BookingFacts = {
  enrolment: 'accepted',
  ageGroup: 'elementaire',
  bornOn: null,
  documents: [],
  session: { kind: 'open' },
  booking: null,
  otherUnits: [],
  activityDays: [],
  freePlaces: 5,
  capacity: 20,
  waiting: 0,
  quotient: null,
};

function unit(code: string, startsAt: string, endsAt: string, price: number): UnitRules {
  return {
    code,
    label: code,
    startsAt,
    endsAt,
    parts: [code],
    excludes: [],
    prices: [{ validFrom, price: { kind: 'flat', cents: cents(price) } }],
  };
}
