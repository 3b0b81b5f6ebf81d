import { cents } from '../money/cents.ts';
import type {
  ActivityRules,
  Consequence,
  DatedPrice,
  Limit,
  ReglementDocument,
  Stage,
} from '../reglement/document.ts';
import { type Day, day } from '../time/day.ts';

/**
 * A town that exists for the tests: what a town usually offers, one activity of each kind, accepted
 * at once and paid on the monthly invoice; limits in hours and in days, a late price that replaces
 * and one that is added.
 */

const validFrom: Day = day('2025-09-01');

const twoWorkingDays: Limit = { kind: 'hoursBefore', hours: 48, unit: 'working' };
const fiveWorkingDays: Limit = { kind: 'daysBefore', days: 5, unit: 'working', at: '24:00' };

const dayPlusThreeEuros: Consequence = { kind: 'surcharge', cents: cents(300) };

/** Accepted at once while there is room, paid on the monthly invoice. */
const postPaid = {
  regime: {
    acceptance: { kind: 'automatic' },
    cancellation: { kind: 'automatic' },
    payment: { kind: 'later' },
  },
  enrolment: { kind: 'byStaff' },
  ages: null,
  opening: { kind: 'always' },
  days: [],
  waitingList: { kind: 'online', offerHours: 24 },
} as const;

export const usualTown: ReglementDocument = {
  code: 'usual-town',
  title: 'Règlement de la ville de toujours',
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
  activities: [wraparound(), lunch(), study(), wednesday(), holidays()],
};

function wraparound(): ActivityRules {
  return {
    code: 'periscolaire',
    kind: 'wraparound',
    label: 'Périscolaire',
    units: [
      {
        code: 'matin',
        label: 'Périscolaire matin',
        startsAt: '07:30',
        endsAt: '08:30',
        parts: ['before_school'],
        excludes: [],
        prices: byQuotient(110, 140, 170, 200, 230),
      },
      {
        code: 'soir',
        label: 'Périscolaire soir',
        startsAt: '16:30',
        endsAt: '18:30',
        parts: ['after_school'],
        excludes: [],
        prices: byQuotient(180, 230, 280, 330, 380),
      },
    ],
    ...postPaid,
    booking: onlineThenStaff(twoWorkingDays, {
      kind: 'replacingPrice',
      centsByUnit: { matin: cents(400), soir: cents(1000) },
    }),
    cancelling: onlineThenStaff(twoWorkingDays, { kind: 'billedInFull' }),
  };
}

function lunch(): ActivityRules {
  return {
    code: 'restauration',
    kind: 'lunch',
    label: 'Restauration scolaire',
    units: [
      {
        code: 'repas',
        label: 'Repas',
        startsAt: '12:00',
        endsAt: '13:30',
        parts: ['lunch'],
        excludes: [],
        prices: byQuotient(230, 310, 390, 450, 510),
      },
    ],
    ...postPaid,
    booking: onlineThenStaff(twoWorkingDays, { kind: 'normal' }),
    cancelling: onlineThenStaff(twoWorkingDays, { kind: 'billedInFull' }),
  };
}

function study(): ActivityRules {
  return {
    code: 'etude',
    kind: 'study',
    label: 'Étude dirigée',
    units: [
      {
        code: 'etude',
        label: 'Étude dirigée',
        startsAt: '16:30',
        endsAt: '17:30',
        parts: ['study'],
        excludes: [],
        prices: byQuotient(130, 160, 190, 220, 250),
      },
    ],
    ...postPaid,
    booking: onlineThenStaff(twoWorkingDays, { kind: 'normal' }),
    cancelling: onlineThenStaff(twoWorkingDays, { kind: 'billedInFull' }),
  };
}

function wednesday(): ActivityRules {
  return {
    code: 'mercredi',
    kind: 'wednesday',
    label: 'Mercredi',
    units: [
      {
        code: 'mercredi-journee',
        label: 'Journée avec repas',
        startsAt: '08:00',
        endsAt: '17:30',
        parts: ['morning', 'lunch', 'afternoon'],
        excludes: ['mercredi-matin-repas', 'mercredi-apres-midi'],
        prices: byQuotient(650, 900, 1150, 1400, 1650),
      },
      {
        code: 'mercredi-matin-repas',
        label: 'Matin avec repas',
        startsAt: '08:00',
        endsAt: '13:30',
        parts: ['morning', 'lunch'],
        excludes: [],
        prices: byQuotient(450, 620, 790, 960, 1130),
      },
      {
        code: 'mercredi-apres-midi',
        label: 'Après-midi',
        startsAt: '13:30',
        endsAt: '17:30',
        parts: ['afternoon'],
        excludes: [],
        prices: byQuotient(280, 390, 500, 610, 720),
      },
    ],
    ...postPaid,
    booking: onlineThenStaff(fiveWorkingDays, dayPlusThreeEuros),
    cancelling: onlineThenStaff(fiveWorkingDays, { kind: 'billedInFull' }),
  };
}

function holidays(): ActivityRules {
  return {
    code: 'vacances',
    kind: 'holiday',
    label: 'Vacances',
    units: [
      {
        code: 'vacances-journee',
        label: 'Journée avec repas',
        startsAt: '08:00',
        endsAt: '17:30',
        parts: ['morning', 'lunch', 'afternoon'],
        excludes: [],
        prices: byQuotient(700, 950, 1200, 1450, 1700),
      },
    ],
    ...postPaid,
    booking: onlineThenStaff(fiveWorkingDays, dayPlusThreeEuros),
    cancelling: onlineThenStaff(fiveWorkingDays, { kind: 'billedInFull' }),
  };
}

/** In time until the limit, by whoever; then by the staff alone. */
function onlineThenStaff(limit: Limit, late: Consequence): readonly Stage[] {
  return [
    { channels: ['online', 'staff'], until: limit, consequence: { kind: 'normal' } },
    { channels: ['staff'], until: null, consequence: late },
  ];
}

/** Prices in cents for quotients under 500, 750, 1 000, 1 300, and from 1 300 on. */
function byQuotient(
  under500: number,
  under750: number,
  under1000: number,
  under1300: number,
  above: number,
): readonly DatedPrice[] {
  const bands = [
    { from: 0, below: 500, cents: cents(under500) },
    { from: 500, below: 750, cents: cents(under750) },
    { from: 750, below: 1000, cents: cents(under1000) },
    { from: 1000, below: 1300, cents: cents(under1300) },
    { from: 1300, below: null, cents: cents(above) },
  ];
  return [{ validFrom, price: { kind: 'quotientBands', bands } }];
}
