import { compileReglement } from '@preau/domain/reglement/compile';
import { describe, expect, test } from 'vitest';
import { readReglement } from '../read-reglement.ts';
import { caseSchema } from './case.schema.ts';
import { runCase } from './run-case.ts';

const text = `code: essai
title: Trois services
status: study
validFrom: 2024-09-01
calendar: { schoolZone: A }
quotient: { takesEffect: nextMonth, renewedBy: 01-31 }
activities:
  - code: garderie
    kind: wraparound
    label: Garderie
    units:
      - code: soir
        label: Soir
        startsAt: 16:30
        endsAt: 18:30
        prices: { kind: familyDay, counting: present, cents: { 1: 280, 2: 465, 3: 670 } }
    regime: { acceptance: { kind: none } }
    booking: [{ until: null }]
    cancelling: sameAsBooking
    presence:
      latePickup: { after: 18:45, charge: { kind: fixed, cents: 1000 }, discretionary: true }
      earliestPickup: '17:15'
  - code: alsh
    kind: holiday
    label: Accueil de loisirs
    days: [{ per: week, min: 3 }]
    units:
      - code: journee
        label: Journée
        startsAt: 08:00
        endsAt: 18:00
        extras: [{ code: navette, label: Navette, price: { kind: flat, cents: 75 } }]
        prices: { kind: quotientBands, bands: [{ from: 0, cents: 600 }, { from: 600, cents: 1260 }] }
    booking:
      - { until: { kind: daysBefore, days: 8, unit: calendar, at: '24:00', anchor: stay } }
      - { until: null, consequence: { kind: percentSurcharge, percent: 50 } }
    cancelling:
      - { until: { kind: daysBefore, days: 2, unit: calendar, at: '24:00' } }
      - { until: null, consequence: { kind: billedAtDiscretion, minPercent: 0, maxPercent: 50 } }
    presence:
      unbooked: { steps: [{ consequence: { kind: refused } }] }
      absences:
        - reasons: [illness]
          proof: { anchor: firstDay, tiers: [{ within: 48, unit: hours }] }
          effect: { kind: credited }
  - code: cantine
    kind: lunch
    label: Cantine
    units:
      - code: repas
        label: Repas
        startsAt: 12:00
        endsAt: 13:30
        prices: { kind: effortRate, percent: 0.36, floorCents: 100, capCents: 360 }
    booking: [{ until: { kind: notStated }, consequence: { kind: normal } }]
    cancelling: [{ until: null }]
memberships:
  - code: adhesion
    label: Adhésion
    per: household
    yearFrom: 09-01
    units: [journee]
    prices: [{ from: 09-01, price: { kind: flat, cents: 1500 } }]
fees:
  - { code: retard, label: Dossier tardif, per: household, 'on': lateFile, price: { kind: flat, cents: 2500 } }
collection: { deposit: { percent: 50 }, exclusion: { unpaidOn: 30, lasts: followingMonth } }
`;

const read = readReglement(text);
if (read.kind === 'unreadable') throw new Error(JSON.stringify(read.faults));
const reglement = compileReglement(read.value.document);

/** What a case about one unit and day expects and is not so. */
function run(about: object, ...steps: readonly object[]) {
  return runCase(reglement, caseSchema.parse({ title: 'Un cas', invented: true, ...about, steps }));
}

const three = {
  lea: { bornOn: '2015-01-01' },
  tom: { bornOn: '2017-01-01' },
  zoe: { bornOn: '2019-01-01' },
};
const evening = { unit: 'soir', on: '2026-11-19' };
const week = ['2026-10-19', '2026-10-20', '2026-10-21', '2026-10-22', '2026-10-23'];
const stay = { unit: 'journee', on: '2026-10-19', household: { quotient: 700 } };

describe('a family of several children', () => {
  test('is charged by those who were there, each its part', () => {
    const attend = (child: string) => ({ do: 'attend', child });
    const bill = (expected: object) => ({ do: 'bill', month: '2026-11', expect: expected });
    const lines = [
      { child: 'zoe', cents: 223 },
      { child: 'lea', kind: 'presence', cents: 224 },
      { child: 'tom', cents: 223 },
    ];
    const about = { ...evening, children: three };
    const all = [attend('lea'), attend('tom'), attend('zoe')];
    expect(run(about, ...all, bill({ cents: 670, lines, due: 3, free: 0 }))).toEqual([]);
    expect(run(about, ...all.slice(1), bill({ cents: 465, due: 2 }))).toEqual([]);
    // One line too many, or one that is not said, is a fault.
    expect(run(about, ...all, bill({ lines: [...lines, { child: 'tom' }] }))).toHaveLength(1);
    expect(run(about, ...all, bill({ lines: lines.slice(1) }))).toHaveLength(1);
  });

  test('has to say which child where several may be meant', () => {
    expect(() => run({ ...evening, children: three }, { do: 'attend' })).toThrow('quel enfant');
  });

  test('pays what one more would add', () => {
    const steps = [
      { do: 'attend', child: 'lea' },
      { do: 'price', child: 'tom', expect: { cents: 185 } },
      { do: 'bill', month: '2026-11', expect: { cents: 280, due: 1 } },
    ];
    expect(run({ ...evening, children: three }, ...steps)).toEqual([]);
  });
});

test('what is told of a child later leaves the rest as it was', () => {
  const ages = { children: { lea: { bornOn: '2015-01-01' }, tom: { bornOn: '2017-01-01' } } };
  const attend = (child: string) => ({ do: 'attend', child });
  const bill = {
    do: 'bill',
    expect: {
      lines: [
        { child: 'lea', cents: 233 },
        { child: 'tom', cents: 232 },
      ],
    },
  };
  const learn = { do: 'know', children: { lea: { group: 'maternelle' } } };
  const steps = [attend('tom'), attend('lea'), learn, bill];
  expect(run({ ...evening, ...ages }, ...steps)).toEqual([]);
});

describe('a child fetched', () => {
  test('too early is kept, too late is charged unless the staff lets it pass', () => {
    const leave = (departure: string, outcome: string) => ({
      do: 'leave',
      departure,
      expect: { outcome },
    });
    const late = { do: 'attend', departure: '18:51' };
    const steps = [
      leave('17:14', 'refused'),
      leave('17:15', 'accepted'),
      { ...late, expect: { cents: 1280, lines: [{ kind: 'latePickup' }, { cents: 280 }] } },
      { ...late, waived: true, expect: { cents: 280 } },
    ];
    expect(run(evening, ...steps)).toEqual([]);
    expect(run(evening, leave('17:15', 'refused'))).toHaveLength(1);
  });
});

describe('days booked together', () => {
  test('have to be as many as the week wants, and count from the first of the stay', () => {
    const book = (at: string, expected: object) => ({
      at,
      do: 'couldBook',
      days: week.slice(2),
      expect: expected,
    });
    const inTime = { outcome: 'accepted', stage: 0, cents: 3780, limitAt: '2026-10-13 24:00' };
    const late = { outcome: 'acceptedLate', late: true, stage: 1, cents: 5670 };
    expect(run(stay, book('2026-10-13 23:59', inTime), book('2026-10-14 00:00', late))).toEqual([]);
    const two = { do: 'couldBook', days: week.slice(3), expect: { outcome: 'accepted' } };
    expect(run(stay, two)).toMatchObject([{ field: 'outcome', found: 'refused' }]);
  });

  test('have to stay as many, be it one day that is booked or given back; a cell asks for itself', () => {
    const at = '2026-10-01 10:00';
    const one = (expected: object) => ({ at, do: 'book', expect: expected });
    expect(run(stay, one({ outcome: 'refused', state: null }))).toEqual([]);
    expect(run(stay, one({ outcome: 'accepted' }))).not.toEqual([]);
    const cell = { at, do: 'couldBook', expect: { outcome: 'accepted' } };
    const alone = { ...cell, days: [week[0]], expect: { outcome: 'refused' } };
    const byStaff = { at, do: 'book', channel: 'staff', expect: { outcome: 'accepted' } };
    expect(run(stay, cell, alone, byStaff)).toEqual([]);
    const booked = { do: 'book', days: week.slice(0, 3) };
    const less = { at, do: 'cancel', expect: { outcome: 'refused', state: 'confirmed' } };
    const none = { at, do: 'cancel', days: week.slice(0, 3), expect: { outcome: 'accepted' } };
    expect(run(stay, booked, less, none)).toEqual([]);
  });

  test('have a price, and a share that is asked at once; memberships apart', () => {
    const steps = [
      { do: 'price', days: week, expect: { cents: 6300 } },
      { do: 'price', extras: ['navette'], expect: { cents: 1335 } },
      { do: 'deposit', days: week, expect: { cents: 3150 } },
      { do: 'bill', month: '2026-10', expect: { cents: 0, lines: [], due: 0 } },
    ];
    expect(run(stay, ...steps)).toEqual([]);
  });
});

describe('what happens to booked days', () => {
  const booked = { do: 'book', days: week.slice(2) };
  const ill = { do: 'absent', at: '2026-10-22 09:00', on: '2026-10-22', reason: 'illness' };
  const bill = (expected: object) => ({ do: 'bill', month: '2026-10', expect: expected });

  test('is charged: a share of what is cancelled late, credit for who was ill', () => {
    const cancel = {
      do: 'cancel',
      at: '2026-10-22 09:00',
      on: '2026-10-23',
      // Two days would be left: the family could not, the staff may.
      channel: 'staff',
      keptPercent: 25,
      expect: { outcome: 'acceptedLate', state: 'cancelledLate' },
    };
    const lines = [
      { kind: 'presence', on: '2026-10-21', cents: 1260 },
      { kind: 'noShow', on: '2026-10-22', cents: 1260 },
      { kind: 'credit', cents: -1260 },
      { kind: 'lateCancellation', cents: 315 },
      { kind: 'membership', code: 'adhesion', child: null, cents: 1500 },
    ];
    const proof = { do: 'prove', at: '2026-10-23 12:00' };
    const owed = { cents: 3075, due: 2, free: 1, lines };
    expect(run(stay, booked, cancel, ill, proof, bill(owed))).toEqual([]);
  });

  test('depends on the moment the proof comes', () => {
    const proof = (at: string) => ({ do: 'prove', at });
    const owed = (due: number) => bill({ due, free: 3 - due });
    expect(run(stay, booked, ill, proof('2026-10-23 23:59'), owed(2))).toEqual([]);
    expect(run(stay, booked, ill, proof('2026-10-24 00:00'), owed(3))).toEqual([]);
    expect(run(stay, booked, ill, owed(3))).toEqual([]);
  });

  test('is given back where the service does not open', () => {
    const close = { do: 'close', at: '2026-10-22 09:00', on: '2026-10-22' };
    const lines = [
      { kind: 'presence', on: '2026-10-21' },
      { kind: 'presence', on: '2026-10-23' },
      { kind: 'membership' },
    ];
    const owed = bill({ cents: 4020, due: 2, free: 1, lines });
    const state = { ...close, expect: { state: 'cancelled' } };
    expect(run(stay, booked, state, owed)).toEqual([]);
  });

  test('has to have been booked, or missed', () => {
    expect(() => run(stay, { do: 'miss' })).toThrow('rien n’est réservé');
    expect(() => run(stay, booked, { do: 'prove', at: '2026-10-23 12:00' })).toThrow(
      'aucune absence',
    );
  });

  test('is refused to who comes without a booking where the règlement says so', () => {
    expect(run(stay, { do: 'attend', expect: { outcome: 'refused', cents: 0 } })).toEqual([]);
  });
});

describe('a family that owes the invoice of September', () => {
  const meal = { unit: 'repas', on: '2026-11-17', household: { quotient: 725 } };
  const owing = { do: 'know', household: { arrears: { cents: 5000, month: '2026-09' } } };
  const book = { do: 'book', days: ['2026-11-17', '2026-12-01'] };
  const attend = { do: 'attend', expect: { outcome: 'accepted' } };

  test('may not come in November, not even to what it has booked', () => {
    const refused = { do: 'attend', expect: { outcome: 'refused' } };
    expect(run(meal, book, owing, refused, { ...attend, on: '2026-12-01' })).toEqual([]);
    // What it cannot do without saying so is a fault.
    expect(run(meal, book, owing, { do: 'attend' })).toMatchObject([
      { field: 'outcome', expected: 'accepted', found: 'refused' },
    ]);
  });

  test('comes once it owes nothing', () => {
    const paid = { do: 'know', household: { arrears: { cents: 0, month: '2026-09' } } };
    expect(run(meal, book, owing, paid, attend)).toEqual([]);
  });
});

describe('the quotient of a family', () => {
  const meal = { unit: 'repas', on: '2026-11-17', household: { quotient: 1000 } };

  test('counts from the month after it is given, until it has to be given again', () => {
    const steps = [
      { do: 'quotient', at: '2026-11-12 10:00', value: 725 },
      { do: 'book' },
      { do: 'book', on: '2026-12-01' },
      { do: 'book', on: '2028-02-01' },
      { do: 'bill', month: '2026-11', expect: { cents: 360 } },
      { do: 'bill', from: '2026-12-01', until: '2026-12-31', expect: { cents: 261 } },
      { do: 'bill', month: '2028-02', expect: { cents: 360 } },
      { do: 'bill', expect: { cents: 981, due: 3 } },
    ];
    expect(run(meal, ...steps)).toEqual([]);
  });

  test('that is simply known is known throughout', () => {
    const known = { ...meal, on: '2028-11-17', household: { quotient: 725 } };
    expect(run(known, { do: 'price', expect: { cents: 261 } })).toEqual([]);
    const unknown = { do: 'know', household: { quotient: null } };
    expect(run(known, unknown, { do: 'price', expect: { cents: 360 } })).toEqual([]);
  });
});

describe('what a study leaves unsaid', () => {
  const meal = { unit: 'repas', on: '2026-11-17', household: { quotient: 725 } };

  test('leaves a request undetermined, and what is booked in its time is charged', () => {
    const asked = { at: '2026-11-16 10:00', do: 'couldBook' };
    expect(run(meal, { ...asked, expect: { outcome: 'undetermined', limitAt: null } })).toEqual([]);
    const bill = { do: 'bill', month: '2026-11', expect: { cents: 261, due: 1 } };
    expect(run(meal, { do: 'book' }, bill)).toEqual([]);
  });
});

test('a fee is owed where the case says what it is for', () => {
  const bill = { do: 'bill', expect: { cents: 5000, lines: [{ kind: 'fee', code: 'retard' }] } };
  expect(run({}, { do: 'charge', fee: 'retard', quantity: 2 }, bill)).toEqual([]);
});

test('a membership is taken by itself, once', () => {
  const join = { do: 'join', membership: 'adhesion', on: '2026-10-01' };
  const bill = { do: 'bill', expect: { cents: 1500, lines: [{ kind: 'membership' }] } };
  expect(run(stay, join, bill)).toEqual([]);
});

test('who owes a bill is kept away', () => {
  const arrears = { arrears: { cents: 3000, month: '2026-10' } };
  const about = { unit: 'journee', on: '2026-12-21', household: arrears };
  const asked = { at: '2026-12-01 08:00', do: 'couldBook' };
  expect(run(about, { ...asked, expect: { outcome: 'refused', reasons: ['excluded'] } })).toEqual(
    [],
  );
});
