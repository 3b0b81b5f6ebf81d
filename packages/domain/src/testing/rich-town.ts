import { cents } from '../money/cents.ts';
import type { ActivityRules, Price, ReglementDocument } from '../reglement/document.ts';
import { flat, inTimeThen, unitAt } from './household.ts';

/** A town with a rule of every kind, for the laws every bill keeps. */

const byQuotientAndRank: Price = {
  kind: 'quotientBands',
  by: { kind: 'rank', counting: 'registered' },
  bands: [
    { from: 0, cents: { '1': cents(100), '2': cents(90), '3+': cents(50) } },
    { from: 600, cents: { '1': cents(305), '2': cents(200), '3+': cents(153) } },
    { from: 1000, cents: { '1': cents(310), '2': cents(210), '3+': cents(155) } },
  ],
};

const ofFamily: Price = {
  kind: 'familyDay',
  counting: 'present',
  cents: { '1': cents(280), '2': cents(465), '3+': cents(670) },
};

export const richActivity: Partial<ActivityRules> = {
  units: [
    unitAt(byQuotientAndRank, {
      extras: [{ code: 'navette', label: 'Navette', price: flat(75) }],
    }),
    unitAt(ofFamily, { code: 'repas', startsAt: '12:00', endsAt: '13:30' }),
    unitAt(
      { kind: 'effortRate', percent: 0.36, floorCents: cents(120), capCents: cents(450) },
      { code: 'soir', startsAt: '16:30', endsAt: '18:00' },
    ),
  ],
  booking: inTimeThen({ kind: 'surcharge', cents: cents(150) }),
  cancelling: inTimeThen({ kind: 'billedAtDiscretion', minPercent: 0, maxPercent: 50 }),
  presence: {
    noShow: {
      steps: [
        { from: 1, consequence: { kind: 'normal' } },
        { from: 3, consequence: { kind: 'percentSurcharge', percent: 33.3333 } },
      ],
    },
    unbooked: { steps: [{ from: 2, consequence: { kind: 'multiple', times: 2 } }] },
    latePickup: { charge: { kind: 'perSlice', minutes: 15, cents: cents(500) }, from: 2 },
    absences: [
      {
        reasons: ['illness'],
        proof: {
          anchor: 'firstDay',
          tiers: [{ within: 10, unit: 'calendar' }],
        },
        waitingDays: 1,
        effect: { kind: 'free' },
      },
      { reasons: ['strike'], effect: { kind: 'credited' } },
      { reasons: ['work'], effect: { kind: 'billedInPart', percent: 50 } },
    ],
  },
};

export const richDocument: Partial<ReglementDocument> = {
  profile: {
    residences: [
      { code: 'commune', label: 'Commune' },
      { code: 'ailleurs', label: 'Ailleurs' },
    ],
    flags: [{ code: 'pai', label: 'Projet d’accueil individualisé' }],
  },
  adjustments: [
    {
      code: 'ailleurs',
      label: 'Hors commune',
      when: [{ kind: 'residence', in: ['ailleurs'] }],
      effect: { kind: 'percent', percent: 12.5 },
    },
    {
      code: 'pai',
      label: 'Panier repas',
      units: ['repas'],
      when: [{ kind: 'flag', is: 'pai' }],
      effect: { kind: 'add', cents: -120 },
    },
  ],
  quantityDiscounts: [
    {
      code: 'semaine',
      label: 'Semaine',
      units: ['matin', 'soir'],
      per: 'week',
      count: 'distinctDays',
      scope: 'household',
      steps: [{ from: 3, percent: 7.5 }],
    },
  ],
  packages: [
    {
      code: 'repas',
      label: 'Forfait repas',
      units: ['repas'],
      per: 'month',
      price: flat(900),
      applies: { kind: 'fromDistinctDay', count: 4 },
    },
    {
      code: 'carnet',
      label: 'Carnet du soir',
      units: ['soir'],
      per: 'schoolYear',
      price: flat(700),
      applies: { kind: 'each', count: 3 },
    },
  ],
  caps: [
    {
      code: 'soir',
      label: 'Plafond du soir',
      units: ['soir'],
      per: 'month',
      scope: 'child',
      price: flat(500),
    },
  ],
  aids: [
    {
      code: 'caf',
      label: 'Aide',
      payer: 'la CAF',
      percent: 10,
      ceiling: { cents: cents(100), per: 'calendarYear' },
    },
  ],
};
