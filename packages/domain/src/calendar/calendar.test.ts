import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarRules } from '../reglement/document.ts';
import { addDays, day } from '../time/day.ts';
import { type Closure, compileCalendar } from './calendar.ts';

const rules: CalendarRules = {
  timeZone: 'Europe/Paris',
  schoolZone: 'A',
  territory: 'metropole',
  schoolWeek: [1, 2, 4, 5],
};
const calendar = compileCalendar(rules, []);

/** Counts on the platform's calendar, with the public holidays of 2026 and 2027 written out. */
function naiveWorkingDayBefore(on: string, count: number): string {
  const holidays = new Set(
    '2026-01-01 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 2026-08-15 2026-11-01 2026-11-11 2026-12-25 2027-01-01 2027-03-29 2027-05-01 2027-05-06 2027-05-08 2027-05-17 2027-07-14 2027-08-15 2027-11-01 2027-11-11 2027-12-25'.split(
      ' ',
    ),
  );
  const date = new Date(`${on}T12:00:00Z`);
  let left = count;
  while (left > 0) {
    date.setUTCDate(date.getUTCDate() - 1);
    const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    if (!isWeekend && !holidays.has(date.toISOString().slice(0, 10))) left -= 1;
  }
  return date.toISOString().slice(0, 10);
}

describe('working days', () => {
  test.each([
    ['an ordinary Tuesday', '2026-11-24', true],
    ['a Wednesday without class', '2026-11-25', true],
    ['a Saturday', '2026-11-28', false],
    ['a Sunday', '2026-11-29', false],
    ['Armistice day', '2026-11-11', false],
    ['Easter Monday', '2027-03-29', false],
    ['a day of the school holidays', '2026-10-20', true],
    ['the Friday of the Ascension bridge', '2027-05-07', true],
  ])('%s', (_title, on, expected) => {
    expect(calendar.isWorkingDay(day(on))).toBe(expected);
  });

  test('are counted back as on a wall calendar', () => {
    const anyDay = fc.integer({ min: 0, max: 650 }).map((n) => addDays(day('2026-03-01'), n));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 25 }), (on, count) => {
        expect(calendar.workingDaysBefore(on, count)).toBe(naiveWorkingDayBefore(on, count));
      }),
    );
  });

  test('zero or half a working day before is a mistake', () => {
    expect(() => calendar.workingDaysBefore(day('2026-11-24'), 0)).toThrow(RangeError);
    expect(() => calendar.workingDaysBefore(day('2026-11-24'), 1.5)).toThrow(RangeError);
  });

  test('Good Friday is worked in metropolitan France and not in Alsace-Moselle', () => {
    const alsace = compileCalendar({ ...rules, territory: 'alsaceMoselle' }, []);
    expect(calendar.isWorkingDay(day('2027-03-26'))).toBe(true);
    expect(alsace.isWorkingDay(day('2027-03-26'))).toBe(false);
  });
});

describe('kinds of days', () => {
  test.each([
    ['a class day', '2026-11-24', { kind: 'school' }],
    ['a Wednesday of term', '2026-11-25', { kind: 'offDay' }],
    ['a Saturday', '2026-11-28', { kind: 'weekend' }],
    ['a Saturday of the holidays', '2026-10-24', { kind: 'weekend' }],
    ['a holiday Monday', '2026-10-19', { kind: 'schoolHoliday', name: 'Vacances de la Toussaint' }],
    ['a public holiday', '2026-11-11', { kind: 'publicHoliday', name: 'Armistice de 1918' }],
    [
      'a public holiday in the holidays',
      '2026-07-14',
      { kind: 'publicHoliday', name: 'Fête nationale' },
    ],
    ['the bridge', '2027-05-07', { kind: 'schoolHoliday', name: "Pont de l'Ascension" }],
    ['the eve of the first class', '2026-08-31', { kind: 'schoolHoliday', name: "Vacances d'été" }],
    ['the first class', '2026-09-01', { kind: 'school' }],
    ['the last known day', '2027-08-31', { kind: 'schoolHoliday', name: "Vacances d'été" }],
    ['the day after it', '2027-09-01', { kind: 'unknown', after: '2027-08-31' }],
    ['a day before anything is known', '2025-08-29', { kind: 'unknown', after: '2027-08-31' }],
    ['a weekend beyond what is known', '2027-09-04', { kind: 'weekend' }],
    [
      'a public holiday beyond what is known',
      '2027-11-11',
      { kind: 'publicHoliday', name: 'Armistice de 1918' },
    ],
  ])('%s', (_title, on, expected) => {
    expect(calendar.dayKind(day(on))).toEqual(expected);
  });

  test('Wednesday is a class day, and Saturday too, where the school week says so', () => {
    const fullWeek = compileCalendar({ ...rules, schoolWeek: [1, 2, 3, 4, 5, 6] }, []);
    expect(fullWeek.dayKind(day('2026-11-25')).kind).toBe('school');
    expect(fullWeek.dayKind(day('2026-11-28')).kind).toBe('school');
    expect(fullWeek.dayKind(day('2026-11-29')).kind).toBe('weekend');
  });

  test('in Corsica no class day is guessed', () => {
    const corsica = compileCalendar({ ...rules, schoolZone: 'corse' }, []);
    expect(corsica.dayKind(day('2026-11-24'))).toEqual({ kind: 'unknown', after: '2025-08-31' });
  });
});

describe('closures', () => {
  const bridge: Closure = {
    from: day('2027-05-07'),
    until: day('2027-05-08'),
    label: 'pont',
    facilityId: null,
    activityCode: null,
  };
  const works: Closure = {
    from: day('2026-11-24'),
    until: day('2026-11-24'),
    label: 'travaux',
    facilityId: 'jean-moulin',
    activityCode: 'periscolaire',
  };
  const closed = compileCalendar(rules, [bridge, works]);

  test('hold for what they name, on both their ends and not beyond', () => {
    expect(closed.closureOn(day('2026-11-24'), 'jean-moulin', 'periscolaire')).toBe(works);
    expect(closed.closureOn(day('2026-11-24'), 'tilleuls', 'periscolaire')).toBeNull();
    expect(closed.closureOn(day('2026-11-24'), 'jean-moulin', 'restauration')).toBeNull();
    expect(closed.closureOn(day('2026-11-24'), null, null)).toBeNull();
    expect(closed.closureOn(day('2026-11-23'), 'jean-moulin', 'periscolaire')).toBeNull();
    expect(closed.closureOn(day('2027-05-08'), 'tilleuls', 'vacances')).toBe(bridge);
    expect(closed.closureOn(day('2027-05-09'), 'tilleuls', 'vacances')).toBeNull();
  });

  test('do not move limits: a closed weekday is still a working day', () => {
    expect(closed.isWorkingDay(day('2027-05-07'))).toBe(true);
  });
});
