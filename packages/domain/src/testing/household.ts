import { type Cents, cents } from '../money/cents.ts';
import type { ChargeLine } from '../rating/charge-line.ts';
import { rate } from '../rating/rate.ts';
import type {
  PresenceRecord,
  RatedChild,
  RatedHousehold,
  RatingInput,
} from '../rating/rating-input.ts';
import { compileReglement } from '../reglement/compile.ts';
import type {
  ActivityRules,
  Consequence,
  Limit,
  Price,
  ReglementDocument,
  Stage,
  UnitRules,
} from '../reglement/document.ts';
import { type Day, day } from '../time/day.ts';
import { type Instant, fromIso } from '../time/instant.ts';
import { townDocument } from './small-town.ts';

/** A household of the tests, and what happened to it: a test says what matters to it, and no more. */

export const always: readonly Stage[] = [
  { channels: ['online', 'staff'], until: null, consequence: { kind: 'normal' } },
];

/** In time until the eve of the session's month; then as said. */
export function inTimeThen(consequence: Consequence): readonly Stage[] {
  const until: Limit = { kind: 'dayOfPrecedingMonth', day: 31, at: '24:00' };
  return [
    { channels: ['online', 'staff'], until, consequence: { kind: 'normal' } },
    { channels: ['online', 'staff'], until: null, consequence },
  ];
}

export const lea: RatedChild = child('lea', '2018-03-01');
export const noe: RatedChild = child('noe', '2020-06-01');
export const zoe: RatedChild = child('zoe', '2021-06-01');

export function child(id: string, bornOn: string, more: Partial<RatedChild> = {}): RatedChild {
  return { id, bornOn: day(bornOn), group: null, flags: [], activities: null, ...more };
}

export function household(more: Partial<RatedHousehold> = {}): RatedHousehold {
  return {
    residence: null,
    scheme: null,
    flags: [],
    quotients: [],
    monthlyResources: null,
    dependentChildren: null,
    children: [lea],
    ...more,
  };
}

/** The household of Léa, with that quotient from long before. */
export function withQuotient(value: number, more: Partial<RatedHousehold> = {}): RatedHousehold {
  return household({
    quotients: [{ value, receivedOn: day('2025-09-01'), validFrom: null }],
    ...more,
  });
}

/** A booking in time of Léa, that nobody recorded. */
export function booked(on: string, more: Partial<PresenceRecord> = {}): PresenceRecord {
  return {
    childId: 'lea',
    unit: 'matin',
    on: day(on),
    booking: { stage: 0, mode: null, extras: [] },
    cancelled: null,
    attendance: 'unrecorded',
    arrival: null,
    departure: null,
    absence: null,
    closed: false,
    latePickupWaived: false,
    ...more,
  };
}

export function unbooked(on: string, more: Partial<PresenceRecord> = {}): PresenceRecord {
  return booked(on, { booking: null, attendance: 'present', ...more });
}

type Told = { readonly told?: string; readonly proved?: string };

/** Missed, ill, told and proved at those moments. */
export function ill(on: string, { told, proved }: Told = {}): PresenceRecord {
  return booked(on, {
    attendance: 'absent',
    absence: {
      reason: 'illness',
      toldAt: instantOrNull(told),
      provedAt: instantOrNull(proved),
      keptPercent: null,
    },
  });
}

export const flat = (amount: number): Price => ({ kind: 'flat', cents: cents(amount) });

/** A unit at that price, in the morning unless said. */
export function unitAt(price: Price, more: Partial<UnitRules> = {}): UnitRules {
  return {
    code: 'matin',
    label: 'Matin',
    startsAt: '07:30',
    endsAt: '08:30',
    parts: ['matin'],
    excludes: [],
    prices: [{ validFrom: day('2025-09-01'), price }],
    ...more,
  };
}

/** The bill of a month (`2026-11`), or of the days said, under one règlement. */
export function bill(
  rules: {
    readonly activity?: Partial<ActivityRules>;
    readonly document?: Partial<ReglementDocument>;
  },
  records: readonly PresenceRecord[],
  more: Partial<RatingInput> = {},
): ChargeLine[] {
  const document = townDocument(
    { booking: always, cancelling: always, ...rules.activity },
    rules.document,
  );
  const reglement = compileReglement(document);
  return rate(inputOf(records, more), () => reglement);
}

/** November 2026 unless said. */
export function inputOf(
  records: readonly PresenceRecord[],
  more: Partial<RatingInput> = {},
): RatingInput {
  return {
    from: day('2026-11-01'),
    until: day('2026-11-30'),
    household: household(),
    records,
    memberships: [],
    fees: [],
    ...more,
  };
}

export function total(lines: readonly ChargeLine[]): Cents {
  return cents(lines.reduce((sum, line) => sum + line.cents, 0));
}

/** Lines as a test compares them: `kind unit-or-code cents`. */
export function shown(lines: readonly ChargeLine[]): string[] {
  return lines.map(({ kind, code, unit, cents: amount }) => `${kind} ${code ?? unit} ${amount}`);
}

/** Class days of November 2026 of a four-day week, in order. */
export const classDays: readonly Day[] = [
  '02',
  '03',
  '05',
  '06',
  '09',
  '10',
  '12',
  '13',
  '16',
  '17',
  '19',
  '20',
  '23',
  '24',
  '26',
  '27',
  '30',
].map((date) => day(`2026-11-${date}`));

function instantOrNull(text: string | undefined): Instant | null {
  return text === undefined ? null : fromIso(text);
}
