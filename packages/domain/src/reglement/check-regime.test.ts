import { describe, expect, test } from 'vitest';
import { onlineThenStaff, smallActivity, townDocument } from '../testing/small-town.ts';
import { type Day, day } from '../time/day.ts';
import { ReglementError, compileReglement } from './compile.ts';
import type {
  ActivityRules,
  BookingWindow,
  Opening,
  Payment,
  Regime,
  ReglementDocument,
  RequiredDocument,
  Stage,
} from './document.ts';

function problemsOf(
  activity: Partial<ActivityRules>,
  document: Partial<ReglementDocument> = {},
): readonly string[] {
  try {
    compileReglement(townDocument(activity, document));
    return [];
  } catch (error) {
    if (error instanceof ReglementError) return error.problems;
    throw error;
  }
}

const withRegime = (change: Partial<Regime>): Partial<ActivityRules> => ({
  regime: { ...smallActivity.regime, ...change },
});
const place = 'activité « accueil »';

test('the small town has no problem', () => {
  expect(problemsOf({})).toEqual([]);
});

describe('the regime', () => {
  test.each([0, 36, -48, 24.5])('%d hours to answer are not working days', (hours) => {
    const problem = `${hours} h ouvrées n’est pas un multiple de 24`;
    const staff = { kind: 'staff', answerWithinHours: hours } as const;
    expect(problemsOf(withRegime({ acceptance: { ...staff, holdsPlace: true } }))).toEqual([
      `${place}, acceptation : ${problem}`,
    ]);
    expect(problemsOf(withRegime({ cancellation: staff }))).toEqual([
      `${place}, annulation : ${problem}`,
    ]);
  });

  test('a cancellation asked late online is not put to the staff: it would not know the price', () => {
    const cancellation = { kind: 'staff', answerWithinHours: 48 } as const;
    const lateOnline: readonly Stage[] = onlineThenStaff.map((stage) => ({
      ...stage,
      channels: ['online', 'staff'],
    }));
    expect(problemsOf({ ...withRegime({ cancellation }), cancelling: lateOnline })).toEqual([
      `${place} : une annulation hors délai en ligne ne peut pas être soumise au service`,
    ]);
    expect(problemsOf({ cancelling: lateOnline })).toEqual([]);
  });

  const byDate: Payment = {
    kind: 'byDate',
    due: { kind: 'dayOfPrecedingMonth', day: 25, at: '24:00' },
    graceHours: 48,
    remindHours: 48,
  };
  test.each<[string, Payment, string[]]>([
    ['a hold', { kind: 'hold', minutes: 30 }, []],
    ['a date', byDate, []],
    ['no minute', { kind: 'hold', minutes: 0 }, [' : une place ne peut pas être tenue 0 minutes']],
    [
      'half hours of grace',
      { ...byDate, graceHours: 12 },
      [' : 12 h ouvrées n’est pas un multiple de 24'],
    ],
    ['no reminder', { ...byDate, remindHours: 0 }, [' : 0 n’est pas un nombre d’heures']],
  ])('payment: %s', (_title, payment, problems) => {
    const expected = problems.map((problem) => `${place}, paiement${problem}`);
    expect(problemsOf(withRegime({ payment }))).toEqual(expected);
  });

  test('a payment due on the 32nd is not', () => {
    const due = { kind: 'dayOfPrecedingMonth', day: 32, at: '24:00' } as const;
    expect(problemsOf(withRegime({ payment: { ...byDate, due } }))).toHaveLength(1);
  });
});

describe('the opening', () => {
  const spring: BookingWindow = {
    code: 'printemps',
    label: 'Printemps',
    sessions: { from: day('2027-04-01'), until: day('2027-07-02') },
    opens: { on: day('2027-03-01'), at: '09:00' },
    closes: { on: day('2027-03-12'), at: '24:00' },
    staggered: [],
  };
  const windows = (change: Partial<BookingWindow>): Opening => ({
    kind: 'windows',
    windows: [{ ...spring, ...change }],
  });
  const early = { on: day('2027-03-13'), at: '09:00' };

  test.each<[string, Opening, string[]]>([
    ['a window', windows({}), []],
    ['a window without an end', windows({ closes: null }), []],
    ['an announcement', { kind: 'announced' }, []],
    ['the first of the month', { kind: 'precedingMonth', day: 1, at: '00:00' }, []],
    [
      'the 32nd',
      { kind: 'precedingMonth', day: 32, at: '00:00' },
      [' : le 32 n’est pas un jour du mois'],
    ],
    [
      '25 h',
      { kind: 'precedingMonth', day: 1, at: '25:00' },
      [' : l’heure « 25:00 » est illisible'],
    ],
    [
      'days before, and turns',
      { kind: 'daysBefore', days: 15, at: '09:00', staggered: [{ group: 'maternelle', days: 30 }] },
      [],
    ],
    [
      'a turn of nobody, at no hour, no day before',
      { kind: 'daysBefore', days: 15, at: '09:00', staggered: [{ days: 0, at: '25:00' }] },
      [
        ' : ce tour ne dit pas à qui il est : « group » ou « when »',
        ' : 0 n’est pas un nombre de jours',
        ' : l’heure « 25:00 » est illisible',
      ],
    ],
    [
      'a turn on the 32nd',
      { kind: 'precedingMonth', day: 1, at: '00:00', staggered: [{ group: 'petits', day: 32 }] },
      [' : le 32 n’est pas un jour du mois'],
    ],
    [
      'closed before it opens',
      windows({ opens: early }),
      [', fenêtre « printemps » : la fenêtre ferme avant d’ouvrir'],
    ],
    [
      'closed as it opens',
      windows({ closes: spring.opens }),
      [', fenêtre « printemps » : la fenêtre ferme avant d’ouvrir'],
    ],
    [
      'a group whose turn comes too late',
      windows({ staggered: [{ group: 'maternelle', opens: early }] }),
      [', fenêtre « printemps » : la fenêtre ferme avant d’ouvrir'],
    ],
    [
      'days that end before they begin',
      windows({ sessions: { from: day('2027-04-02'), until: day('2027-04-01') } }),
      [', fenêtre « printemps » : la fin (2027-04-01) précède le début (2027-04-02)'],
    ],
    [
      'a day that does not exist',
      windows({ opens: { on: '2027-02-30' as Day, at: '09:00' } }),
      [', fenêtre « printemps » : date illisible (2027-02-30 09:00)'],
    ],
  ])('%s', (_title, opening, problems) => {
    const expected = problems.map((problem) => `${place}, ouverture${problem}`);
    expect(problemsOf({ opening })).toEqual(expected);
  });
});

describe('who may come', () => {
  test.each<[string, Partial<ActivityRules>, string[]]>([
    ['two days at least, four at most', { days: [{ per: 'week', min: 2, max: 4 }] }, []],
    ['no day', { days: [{ per: 'week', min: 0, max: null }] }, ['nombre de jours impossible']],
    [
      'half a day',
      { days: [{ per: 'month', min: null, max: 1.5 }] },
      ['nombre de jours impossible'],
    ],
    [
      'more than the most',
      { days: [{ per: 'week', min: 4, max: 2 }] },
      ['le maximum de jours (2) est sous le minimum (4)'],
    ],
    ['ages', { ages: { from: 3, below: 12 } }, []],
    ['no age at all', { ages: { from: 6, below: 6 } }, ['aucun âge entre 6 et 6 ans']],
  ])('%s', (_title, change, problems) => {
    expect(problemsOf(change)).toEqual(problems.map((problem) => `${place} : ${problem}`));
  });

  test('enrolments for the next year open on a day that exists', () => {
    const online = { kind: 'online', nextYearFrom: '02-30', answerWithinHours: 36 } as const;
    expect(problemsOf({ enrolment: online })).toEqual([
      `${place}, inscription : « 02-30 » n’est pas un jour de l’année`,
      `${place}, inscription : 36 h ouvrées n’est pas un multiple de 24`,
    ]);
    const leap = { ...online, nextYearFrom: '02-29', answerWithinHours: null } as const;
    expect(problemsOf({ enrolment: leap })).toEqual([]);
  });

  const insurance: RequiredDocument = {
    code: 'assurance',
    label: 'Assurance',
    about: 'child',
    activities: null,
    blocks: ['booking'],
    satisfiedBy: 'sent',
    validMonths: 12,
  };
  test.each<[string, readonly RequiredDocument[], string[]]>([
    ['one document', [insurance], []],
    ['the same twice', [insurance, insurance], ['le document « assurance » est demandé deux fois']],
    [
      'of an unknown activity',
      [{ ...insurance, activities: ['cirque'] }],
      ['document « assurance » : « cirque » n’est pas une activité de ce règlement'],
    ],
    [
      'good for no month',
      [{ ...insurance, validMonths: 0 }],
      ['document « assurance » : 0 n’est pas un nombre de mois'],
    ],
  ])('documents: %s', (_title, documents, problems) => {
    expect(problemsOf({}, { documents })).toEqual(problems);
  });
});
