import { compileReglement } from '@preau/domain/reglement/compile';
import { describe, expect, test } from 'vitest';
import { readTown } from '../read-town.ts';
import { caseSchema } from './case.schema.ts';
import { runCase } from './run-case.ts';

const reglement = compileReglement(readTown('lapalud'));

const run = (steps: readonly object[], facts: object = {}) =>
  runCase(
    reglement,
    caseSchema.parse({
      title: 'Un matin de décembre',
      invented: true,
      unit: 'matin',
      on: '2026-12-01',
      facts,
      steps,
    }),
  );

describe('a worked case', () => {
  test('says what it expected and what was found, step by step', () => {
    const asked = { at: '2026-11-16 10:00', do: 'book' };
    expect(run([{ ...asked, expect: { outcome: 'pending', cents: 150 } }])).toEqual([]);
    expect(
      run([
        { ...asked, expect: { outcome: 'accepted', dueAt: '2026-11-18 09:00', cents: 150 } },
        { at: '2026-11-17 10:00', do: 'accept', expect: { state: 'confirmed' } },
      ]),
    ).toEqual([
      { step: 0, field: 'outcome', expected: 'accepted', found: 'pending' },
      { step: 0, field: 'dueAt', expected: '2026-11-18 09:00', found: '2026-11-18 10:00' },
      { step: 1, field: 'state', expected: 'confirmed', found: 'awaitingPayment' },
    ]);
  });

  test('asks one minute before and at the minute, and is not satisfied by the one for the other', () => {
    const around = (moment: string) =>
      run([
        {
          around: moment,
          do: 'couldBook',
          before: { outcome: 'pending' },
          from: { outcome: 'staffOnly' },
        },
      ]);
    expect(around('2026-11-25 24:00')).toEqual([]);
    expect(around('2026-11-26 00:01')).toMatchObject([{ field: 'outcome', found: 'staffOnly' }]);
    expect(around('2026-11-25 23:59')).toMatchObject([{ field: 'outcome', found: 'pending' }]);
  });

  test('changes nothing by asking what could be done', () => {
    const steps = ['couldBook', 'couldBook', 'look'].map((what) => ({
      at: '2026-11-16 10:00',
      do: what,
      expect: { state: null, free: 20 },
    }));
    expect(run(steps)).toEqual([]);
  });

  test('tells why the staff cannot do what it does', () => {
    const booked = { at: '2026-11-16 10:00', do: 'book', expect: { outcome: 'pending' } };
    const gesture = (what: string, code: string) => ({
      at: '2026-11-17 10:00',
      do: what,
      expect: { code },
    });
    expect(run([booked, gesture('pay', 'not-allowed'), gesture('offer', 'not-allowed')])).toEqual(
      [],
    );
    expect(run([gesture('accept', 'not-allowed'), gesture('pay', 'not-allowed')])).toEqual([]);
    expect(
      run([
        booked,
        { at: '2026-11-17 09:00', do: 'know', facts: { closed: 'Grève' } },
        gesture('accept', 'session-closed'),
      ]),
    ).toEqual([]);
  });

  test('fails by a gesture that cannot be made, where it expects nothing of it', () => {
    const pay = { at: '2026-11-16 10:00', do: 'pay' };
    expect(run([pay])).toEqual([{ step: 0, field: 'code', expected: null, found: 'not-allowed' }]);
    const book = { at: '2026-11-26 10:00', do: 'book' };
    expect(run([book])).toMatchObject([{ field: 'outcome', found: 'staffOnly' }]);
  });

  test('leaves it to the calendar to say why a day is closed', () => {
    const closed = { at: '2026-11-16 10:00', do: 'couldBook', expect: { constraint: 'holiday' } };
    const about = { unit: 'matin', on: '2026-12-25', steps: [closed] };
    const ask = (facts: object) =>
      runCase(reglement, caseSchema.parse({ title: 'Noël', invented: true, facts, ...about }));
    expect(ask({ closed: true })).toEqual([]);
    expect(ask({ closed: 'Grève' })).toMatchObject([{ found: 'closed' }]);
  });

  test('does not go back in time', () => {
    const at = (moment: string) => ({ at: moment, do: 'look', expect: { state: null } });
    expect(() => run([at('2026-11-17 10:00'), at('2026-11-16 10:00')])).toThrow(
      'est avant l’étape précédente',
    );
  });

  test('expects something', () => {
    expect(() => run([{ at: '2026-11-16 10:00', do: 'book', expect: {} }])).toThrow(
      'rien n’est attendu',
    );
  });
});
