import { compileReglement } from '@preau/domain/reglement/compile';
import { describe, expect, test } from 'vitest';
import { readReglement } from '../read-reglement.ts';
import { caseSchema } from './case.schema.ts';
import { runCase } from './run-case.ts';

const before = (days: number, anchor = 'session') =>
  `{ kind: daysBefore, days: ${days}, unit: calendar, at: '12:00', anchor: ${anchor} }`;

const text = `code: essai
title: Essai
validFrom: 2025-09-01
calendar: { schoolZone: B }
profile: { modes: [{ code: occasionnel, label: Occasionnel }, { code: annuel, label: Annuel }] }
activities:
  - code: mercredi
    kind: wednesday
    label: Mercredi
    units:
      - code: jour
        label: Jour
        startsAt: 08:00
        endsAt: 18:00
        prices: { kind: flat, cents: 1000 }
        extras: [{ code: navette, label: Navette, price: { kind: flat, cents: 250 } }]
      - { code: matin, label: Matin, startsAt: 08:00, endsAt: 12:00, excludes: [jour], prices: { kind: flat, cents: 600 } }
    booking:
      - { modes: [occasionnel], until: ${before(5)} }
      - { modes: [annuel], until: { kind: dayOfPrecedingMonth, day: 20, at: '12:00' } }
      - { until: null, consequence: { kind: surcharge, cents: 300 } }
    cancelling:
      - { until: ${before(7)} }
      - { until: ${before(2)}, consequence: { kind: billedInPart, percent: 50 } }
      - { until: null, consequence: { kind: billedInFull } }
    waitingList: { kind: online, offerHours: 24 }
  - code: vacances
    kind: holiday
    label: Vacances
    units: [{ code: stage, label: Stage, startsAt: 08:00, endsAt: 18:00, prices: { kind: flat, cents: 1000 } }]
    regime:
      acceptance: { kind: staff, answerWithinHours: 48, holdsPlace: false }
      cancellation: { kind: staff, answerWithinHours: 48 }
      payment: { kind: byDate, due: ${before(10, 'stay')}, graceHours: 24, remindHours: 24 }
    booking: [{ until: ${before(7, 'stay')} }]
    cancelling:
      - { until: ${before(5, 'stay')} }
      - { channels: [phone], until: null, consequence: { kind: billedInPart, percent: 50 } }
    waitingList: { kind: online, offerHours: 24 }
`;

const read = readReglement(text);
if (read.kind === 'unreadable') throw new Error(JSON.stringify(read.faults));
const reglement = compileReglement(read.value.document);

function run(about: object, ...steps: readonly object[]) {
  return runCase(reglement, caseSchema.parse({ title: 'Un cas', invented: true, ...about, steps }));
}

const wednesday = { unit: 'jour', on: '2026-11-18' };
const bill = (cents: number) => ({ do: 'bill', month: '2026-11', expect: { cents } });

describe('a day that is booked again', () => {
  test('costs nothing more where its late cancellation left it billed, and keeps its price', () => {
    const eve = (time: string) => `2026-11-17 ${time}`;
    const steps = [
      { at: '2026-11-01 10:00', do: 'book', expect: { cents: 1000 } },
      { at: eve('10:00'), do: 'cancel', expect: { cents: 0, state: 'cancelledLate' } },
      { at: eve('11:00'), do: 'book', expect: { cents: 0, state: 'confirmed' } },
    ];
    expect(run(wednesday, ...steps, bill(1000))).toEqual([]);
  });

  test('costs the rest where only a share of it stayed billed', () => {
    const steps = [
      { at: '2026-11-01 10:00', do: 'book', expect: { cents: 1000 } },
      { at: '2026-11-14 10:00', do: 'cancel', expect: { cents: -500 } },
      { at: '2026-11-14 11:00', do: 'book', expect: { cents: 500 } },
    ];
    expect(run(wednesday, ...steps, bill(1000))).toEqual([]);
  });

  test('has nothing of the booking that was given back in time', () => {
    const steps = [
      { at: '2026-11-01 10:00', do: 'book', extras: ['navette'], expect: { cents: 1250 } },
      { at: '2026-11-02 10:00', do: 'cancel', expect: { cents: -1250, state: 'cancelled' } },
      { at: '2026-11-02 11:00', do: 'book', expect: { cents: 1000 } },
    ];
    expect(run(wednesday, ...steps, bill(1000))).toEqual([]);
  });

  test('counts its limit from the stay it is booked in, not from one that was given back', () => {
    const days = ['2026-10-19', '2026-10-20', '2026-10-21'];
    const steps = [
      { at: '2026-10-01 10:00', do: 'book', days, expect: { outcome: 'pending' } },
      { at: '2026-10-02 10:00', do: 'cancel', days, expect: { outcome: 'accepted' } },
      {
        at: '2026-10-13 10:00',
        do: 'couldBook',
        days: ['2026-10-21', '2026-10-22'],
        expect: { outcome: 'pending', limitAt: '2026-10-14 12:00' },
      },
    ];
    expect(run({ unit: 'stage', on: '2026-10-21' }, ...steps)).toEqual([]);
  });
});

describe('a stay', () => {
  test('is to be paid by the date of its first day, on each of its days', () => {
    const days = ['2026-10-19', '2026-10-20', '2026-10-21'];
    const accepted = { state: 'awaitingPayment', dueAt: '2026-10-09 12:00' };
    const steps = [
      { at: '2026-10-01 10:00', do: 'book', days, expect: { outcome: 'pending' } },
      { at: '2026-10-02 10:00', do: 'accept', expect: accepted },
    ];
    expect(run({ unit: 'stage', on: '2026-10-21' }, ...steps)).toEqual([]);
  });

  test('is charged what the règlement said of its late cancellation, once that is accepted', () => {
    const told = { outcome: 'pending', cents: -500 };
    const asked = { at: '2026-10-17 10:00', do: 'cancel', channel: 'phone', expect: told };
    const about = { unit: 'stage', on: '2026-10-21' };
    const october = (cents: number) => ({ do: 'bill', month: '2026-10', expect: { cents } });
    const answer = (what: string) => ({ at: '2026-10-17 12:00', do: what });
    expect(
      run(about, { do: 'book' }, asked, october(1000), answer('accept'), october(500)),
    ).toEqual([]);
    expect(run(about, { do: 'book' }, asked, answer('refuse'), october(1000))).toEqual([]);
  });
});

describe('a full day', () => {
  const full = { ...wednesday, facts: { capacity: 1, taken: 1 } };
  const wait = (child: string) => ({ at: '2026-11-01 10:00', do: 'wait', child });
  const freed = { at: '2026-11-01 10:05', do: 'know', facts: { taken: 0 } };

  test('may be waited for while half of it is booked', () => {
    const half = { at: '2026-11-01 11:00', do: 'couldBook', unit: 'matin' };
    const steps = [wait('enfant'), freed, { ...half, expect: { outcome: 'accepted' } }];
    expect(run(full, ...steps)).toEqual([]);
  });

  test('is first for the brother who waits already', () => {
    const reasons = ['waitingListFirst', 'waitingListOpen'];
    const other = { at: '2026-11-01 10:10', do: 'couldBook', child: 'tom' };
    const children = { lea: {}, tom: {} };
    const steps = [wait('lea'), freed, { ...other, expect: { outcome: 'refused', reasons } }];
    expect(run({ ...full, children }, ...steps)).toEqual([]);
  });

  test('is full where a request asked at no moment was accepted in its time', () => {
    const one = { unit: 'stage', on: '2026-10-21', facts: { capacity: 1 } };
    const look = { do: 'look', expect: { free: 0 } };
    expect(run(one, { do: 'book' }, look)).toEqual([]);
  });
});

test('what bears no moment is in time for its booking mode', () => {
  expect(run(wednesday, { do: 'book', mode: 'annuel' }, bill(1000))).toEqual([]);
  expect(run(wednesday, { do: 'book' }, bill(1000))).toEqual([]);
});
