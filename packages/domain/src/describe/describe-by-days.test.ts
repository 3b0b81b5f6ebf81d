import { expect, test } from 'vitest';
import type {
  AbsenceRule,
  ActivityRules,
  Adjustment,
  Deposit,
  Price,
  ReglementDocument,
} from '../reglement/document.ts';
import { flat, unitAt } from '../testing/household.ts';
import { townDocument } from '../testing/small-town.ts';
import { told } from '../testing/told-sections.ts';
import { day } from '../time/day.ts';
import { describeReglement } from './describe-reglement.ts';

/** Rules that count days, as families read them. */

function of(activity: Partial<ActivityRules>, more: Partial<ReglementDocument> = {}) {
  return describeReglement(townDocument(activity, more), {
    today: day('2026-11-17'),
    groups: {},
  });
}

test('a supplement is by the day where the règlement says so, else each time', () => {
  const adjustment = (code: string, per?: 'day'): Adjustment => ({
    code,
    label: code,
    effect: { kind: 'add', cents: 800, per },
  });
  const adjustments = [adjustment('Extérieurs', 'day'), adjustment('Sortie')];
  expect(told(of({}, { adjustments }), 'reductions', null)).toEqual([
    "Appliqués dans l'ordre où ils sont écrits :",
    'Extérieurs : 8,00 € de plus par jour.',
    'Sortie : 8,00 € de plus par venue.',
  ]);
});

test('a deposit is a share of the whole, or the price of some days', () => {
  const asked = (deposit: Deposit) => told(of({}, { collection: { deposit } }), 'payment', null);
  expect(asked({ percent: 50 })).toEqual([
    'Un acompte de 50 % est demandé à la réservation ; le reste est facturé ensuite.',
  ]);
  expect(asked({ daysPerWeek: 3 })).toEqual([
    "Un acompte du prix de 3 jours par semaine et par enfant, les plus chers d'abord, est demandé à la réservation ; le reste est facturé ensuite.",
  ]);
  const deposits = [{ percent: 30, activities: ['accueil'] }];
  expect(told(of({ label: 'Accueil' }, { collection: { deposits } }), 'payment', null)).toEqual([
    'Un acompte de 30 % est demandé à la réservation, pour « Accueil » ; le reste est facturé ensuite.',
  ]);
  const withOthers = { deposits: [...deposits, { percent: 50 }] };
  expect(told(of({ label: 'Accueil' }, { collection: withOthers }), 'payment', null)).toEqual([
    'Un acompte de 30 % est demandé à la réservation, pour « Accueil » ; le reste est facturé ensuite.',
    'Un acompte de 50 % est demandé à la réservation, pour les autres activités ; le reste est facturé ensuite.',
  ]);
});

test('an absence is excused from some length on', () => {
  const absence = (days: number, unit: 'booked' | 'calendar'): AbsenceRule => ({
    reasons: ['illness'],
    atLeast: { days, unit },
    effect: { kind: 'free' },
  });
  const absences = [absence(5, 'calendar'), absence(3, 'booked')];
  expect(told(of({ presence: { absences } }), 'absences', 'accueil')).toEqual([
    "Maladie, à partir de 5 jours d'absence du premier au dernier : les jours d'absence ne sont pas facturés.",
    "Maladie, à partir de 3 jours réservés d'absence : les jours d'absence ne sont pas facturés.",
  ]);
});

test('prices by the number of days of the week are a row each', () => {
  const price: Price = {
    kind: 'by',
    what: { kind: 'count', of: 'distinctDays', per: 'week' },
    cases: { '3+': flat(230), '1': flat(277), '2': flat(250) },
  };
  const units = [unitAt(price)];
  expect(told(of({ units }), 'prices', 'accueil')).toEqual([
    'Situation | Prix',
    '1 jour | 2,77 €',
    '2 jours | 2,50 €',
    '3 jours et plus | 2,30 €',
  ]);
});
