import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { Day } from '../time/day.ts';
import { usualTown } from '../testing/usual-town.ts';
import { ReglementError, compileReglement } from './compile.ts';
import type {
  ActivityRules,
  Consequence,
  Limit,
  QuotientBand,
  ReglementDocument,
  Stage,
  UnitRules,
} from './document.ts';

/** Every problem found in the usual town once its wraparound care is altered. */
function problemsWith(alter: (activity: ActivityRules) => ActivityRules): readonly string[] {
  const [wraparound, ...others] = usualTown.activities;
  if (wraparound === undefined) throw new Error('The usual town has activities');
  return problemsOf({ ...usualTown, activities: [alter(wraparound), ...others] });
}

function problemsOf(document: ReglementDocument): readonly string[] {
  try {
    compileReglement(document);
    return [];
  } catch (error) {
    if (error instanceof ReglementError) return error.problems;
    throw error;
  }
}

const withUnit = (change: Partial<UnitRules>) => (activity: ActivityRules) => ({
  ...activity,
  units: activity.units.map((unit, at) => (at === 0 ? { ...unit, ...change } : unit)),
});

const withBands = (...bands: readonly [number, number | null, number][]) =>
  withUnit({
    prices: [
      {
        validFrom: usualTown.validFrom,
        price: {
          kind: 'quotientBands',
          bands: bands.map(([from, below, amount]): QuotientBand => {
            return { from, below, cents: amount as QuotientBand['cents'] };
          }),
        },
      },
    ],
  });

const withBooking =
  (...booking: readonly Stage[]) =>
  (activity: ActivityRules) => ({ ...activity, booking });

const stage = (until: Limit | null, consequence: Consequence): Stage => ({
  channels: ['online', 'staff'],
  until,
  consequence,
});
const hours = (count: number): Limit => ({
  kind: 'hoursBefore',
  hours: count,
  unit: 'working',
});
const normal: Consequence = { kind: 'normal' };
const plus = (amount: number): Consequence => ({
  kind: 'surcharge',
  cents: amount as ReturnType<typeof cents>,
});

test('the règlement of the usual town has no problem', () => {
  expect(problemsOf(usualTown)).toEqual([]);
});

const unitPlace = 'activité « periscolaire », unité « matin »';

describe('bands of quotient', () => {
  test.each([
    [
      'a first band above 0',
      [[100, null, 200]],
      'aucun tarif pour un quotient de 0 à moins de 100',
    ],
    [
      'a hole',
      [
        [0, 500, 100],
        [600, null, 200],
      ],
      'aucun tarif pour un quotient de 500 à moins de 600',
    ],
    [
      'an overlap',
      [
        [0, 500, 100],
        [400, null, 200],
      ],
      'deux tarifs pour un quotient de 400 à moins de 500',
    ],
    ['no upper band', [[0, 500, 100]], 'aucun tarif pour un quotient de 500 ou plus'],
    [
      'an empty band',
      [
        [0, 0, 100],
        [0, null, 200],
      ],
      'la tranche de 0 à moins de 0 est vide',
    ],
    [
      'a negative price',
      [[0, null, -100]],
      'le montant -100 n’est pas un nombre entier et positif de centimes',
    ],
    [
      'a price in euros',
      [[0, null, 1.5]],
      'le montant 1.5 n’est pas un nombre entier et positif de centimes',
    ],
    ['nothing at all', [], 'aucune tranche de quotient'],
  ] as [string, [number, number | null, number][], string][])('%s', (_title, bands, problem) => {
    expect(problemsWith(withBands(...bands))).toEqual([`${unitPlace} : ${problem}`]);
  });

  test('a band after the open one', () => {
    expect(problemsWith(withBands([0, null, 100], [500, null, 200]))).toContain(
      `${unitPlace} : une tranche suit celle qui n’a pas de borne haute`,
    );
  });
});

describe('units', () => {
  test.each<[string, Partial<UnitRules>, string]>([
    ['no price', { prices: [] }, 'aucun prix'],
    ['an end before the start', { endsAt: '07:00' }, 'la fin (07:00) ne suit pas le début (07:30)'],
    ['an unreadable clock', { endsAt: '8h30' }, 'horaire illisible (07:30 – 8h30)'],
    ['no part of the day', { parts: [] }, 'aucune partie de journée'],
    ['excluding itself', { excludes: ['matin'] }, 'elle s’exclut elle-même'],
    [
      'excluding a stranger',
      { excludes: ['repas'] },
      '« repas » n’est pas une unité de ce règlement',
    ],
  ])('%s', (_title, change, problem) => {
    expect(problemsWith(withUnit(change))).toEqual([`${unitPlace} : ${problem}`]);
  });

  test('prices that start too late, or go back in time', () => {
    const price = { kind: 'flat', cents: cents(100) } as const;
    const dated = (validFrom: string) => ({ validFrom: validFrom as Day, price });
    expect(problemsWith(withUnit({ prices: [dated('2026-01-01'), dated('2025-01-01')] }))).toEqual([
      'activité « periscolaire », unité « matin » : aucun prix avant le 2026-01-01',
      `${unitPlace} : les prix ne sont pas dans l’ordre des dates`,
    ]);
    expect(problemsWith(withUnit({ prices: [dated('2025-02-30')] }))).toEqual([
      `${unitPlace} : « 2025-02-30 » n’est pas un jour`,
    ]);
  });
});

describe('stages', () => {
  const place = 'activité « periscolaire », réservation';
  test.each<[string, readonly Stage[], string]>([
    ['none', [], ' : aucune étape'],
    [
      'thirty hours',
      [stage(hours(30), normal)],
      ', étape 1 : 30 h ouvrées n’est pas un multiple de 24',
    ],
    [
      'zero hours',
      [stage(hours(0), normal)],
      ', étape 1 : 0 h ouvrées n’est pas un multiple de 24',
    ],
    [
      'zero days',
      [stage({ kind: 'daysBefore', days: 0, unit: 'working', at: '24:00' }, normal)],
      ', étape 1 : 0 n’est pas un nombre de jours',
    ],
    [
      'an unreadable hour',
      [stage({ kind: 'daysBefore', days: 5, unit: 'working', at: 'minuit' }, normal)],
      ', étape 1 : l’heure « minuit » est illisible',
    ],
    [
      'a surcharge from the start',
      [stage(null, plus(300))],
      ', étape 1 : la première étape doit être au prix normal',
    ],
    [
      'a stage after the endless one',
      [stage(null, normal), stage(null, normal)],
      ', étape 2 : elle ne sert jamais : l’étape 1 n’a pas de fin',
    ],
    [
      'nobody served',
      [{ ...stage(null, normal), channels: [] }],
      ', étape 1 : elle n’a aucun canal',
    ],
    [
      'a booking billed as a cancellation',
      [stage(hours(48), normal), stage(null, { kind: 'billedInFull' })],
      ', étape 2 : la conséquence « billedInFull » est impossible ici',
    ],
    [
      'a negative surcharge',
      [stage(hours(48), normal), stage(null, plus(-300))],
      ', étape 2 : le montant -300 n’est pas un nombre entier et positif de centimes',
    ],
  ])('%s', (_title, booking, problem) => {
    expect(problemsWith(withBooking(...booking))).toEqual([`${place}${problem}`]);
  });

  test('late prices for a unit that does not exist, and none for one that does', () => {
    const late: Consequence = {
      kind: 'replacingPrice',
      centsByUnit: { matin: cents(400), midi: cents(500) },
    };
    expect(problemsWith(withBooking(stage(hours(48), normal), stage(null, late)))).toEqual([
      `${place}, étape 2 : « midi » n’est pas une unité de ce règlement`,
      `${place}, étape 2 : aucun prix pour l’unité « soir »`,
    ]);
  });

  test('two late stages with one consequence are no problem', () => {
    const stages = [stage(hours(48), normal), stage(hours(24), plus(300)), stage(null, plus(300))];
    expect(problemsWith(withBooking(...stages))).toEqual([]);
  });
});

describe('the document as a whole', () => {
  test.each<[string, Partial<ReglementDocument>, string]>([
    [
      'an unknown time zone',
      { calendar: { ...usualTown.calendar, timeZone: 'Europe/Vesoul' } },
      'le fuseau horaire « Europe/Vesoul » est inconnu',
    ],
    [
      'a school week without days',
      { calendar: { ...usualTown.calendar, schoolWeek: [] } },
      'la semaine scolaire n’a aucun jour',
    ],
    [
      'an impossible end',
      { validUntil: '2027-06-31' as Day },
      'fin de validité : « 2027-06-31 » n’est pas un jour',
    ],
    [
      'an end before the start',
      { validUntil: '2024-06-30' as Day },
      'la fin de validité précède son début',
    ],
  ])('%s', (_title, change, problem) => {
    expect(problemsOf({ ...usualTown, ...change })).toEqual([problem]);
  });

  test('the same activity twice', () => {
    const [first] = usualTown.activities;
    const activities = first === undefined ? [] : [first, first];
    expect(problemsOf({ ...usualTown, activities })).toEqual([
      'l’activité « periscolaire » est définie deux fois',
      'l’unité « matin » est définie deux fois',
      'l’unité « soir » est définie deux fois',
    ]);
  });

  test('every problem is told at once, in the message too', () => {
    const document = {
      ...usualTown,
      calendar: { ...usualTown.calendar, schoolWeek: [], timeZone: 'Lune' },
    };
    expect(problemsOf(document)).toHaveLength(2);
    expect(() => compileReglement(document)).toThrow(
      'Règlement « usual-town » : le fuseau horaire « Lune » est inconnu ; la semaine scolaire n’a aucun jour',
    );
  });
});

test.each([0, -1, 1.5, Number.NaN])(
  'a freed place cannot be offered for %d hours',
  (offerHours) => {
    const problems = problemsWith((activity) => ({
      ...activity,
      waitingList: { kind: 'online', offerHours },
    }));
    expect(problems).toEqual([
      `activité « periscolaire », liste d’attente : une place ne peut pas être proposée pendant ${offerHours} h`,
    ]);
  },
);

test('where there is no list there is no term to check', () => {
  expect(problemsWith((activity) => ({ ...activity, waitingList: { kind: 'none' } }))).toEqual([]);
});
