import { describe, expect, test } from 'vitest';
import type { CalendarRules, KnownDayUnit } from '../reglement/document.ts';
import { day, eachDay } from '../time/day.ts';
import { compileCalendar } from './calendar.ts';
import { walkDays } from './counted-days.ts';
import { planSessions } from './plan-sessions.ts';

const rules: CalendarRules = {
  timeZone: 'Europe/Paris',
  schoolZone: 'A',
  territory: 'metropole',
  schoolWeek: [1, 2, 4, 5],
};
const whole = { from: day('2026-11-01'), until: day('2026-11-30') };

/** How many days of November 2026 are of each kind. */
function novemberOf(change: Partial<CalendarRules>) {
  const calendar = compileCalendar({ ...rules, ...change }, []);
  const count = (unit: KnownDayUnit) =>
    eachDay(whole.from, whole.until).filter((on) => calendar.isDayOf(unit, on)).length;
  return [count('working'), count('business'), count('school'), count('office')];
}

describe('November 2026, its thirty days, five Sundays and one public holiday', () => {
  test.each<[string, Partial<CalendarRules>, number[]]>([
    ['counted on a wall calendar', {}, [20, 24, 17, 20]],
    ['an office open from Tuesday to Saturday', { officeWeek: [2, 3, 4, 5, 6] }, [20, 24, 17, 19]],
    [
      'a fair of the town on a Monday is a public holiday there',
      { townHolidays: [{ on: day('2026-11-16'), name: 'foire' }] },
      [19, 23, 16, 19],
    ],
    [
      'a closure takes school and office days, and leaves those of the week',
      { closures: [{ from: day('2026-11-19'), until: day('2026-11-20'), name: 'pont' }] },
      [20, 24, 15, 18],
    ],
    [
      'own school holidays in the place of the zone’s',
      { schoolHolidays: [{ from: day('2026-11-14'), until: day('2026-11-22'), name: 'récolte' }] },
      [20, 24, 13, 20],
    ],
    ['class on Wednesdays', { schoolWeek: [1, 2, 3, 4, 5] }, [20, 24, 20, 20]],
  ])('%s', (_title, change, expected) => {
    expect(novemberOf(change)).toEqual(expected);
  });
});

describe('school holidays of one’s own', () => {
  const rectorate = compileCalendar(
    {
      ...rules,
      schoolZone: 'outreMer',
      schoolHolidays: [
        { from: day('2026-10-10'), until: day('2026-10-25'), name: 'Vacances d’octobre' },
        { from: day('2027-07-01'), until: day('2027-09-02'), name: 'Grandes vacances' },
      ],
    },
    [],
  );

  test('are named, and known for the whole of the school years they touch', () => {
    expect(rectorate.dayKind(day('2026-10-20'))).toEqual({
      kind: 'schoolHoliday',
      name: 'Vacances d’octobre',
    });
    expect(rectorate.dayKind(day('2026-09-01'))).toEqual({ kind: 'school' });
    expect(rectorate.knownUntil).toBe('2027-09-02');
    expect(rectorate.dayKind(day('2027-09-03')).kind).toBe('unknown');
    expect(rectorate.isInSchoolHolidays(day('2026-10-24'))).toBe(true);
    expect(rectorate.isInSchoolHolidays(day('2026-10-26'))).toBe(false);
  });

  test('of which there are none: class all year round', () => {
    const always = compileCalendar({ ...rules, schoolZone: 'outreMer', schoolHolidays: [] }, []);
    expect(always.dayKind(day('2035-08-07'))).toEqual({ kind: 'school' });
  });

  test('a zone its source does not state has none either, and no period that is known', () => {
    const unstated = compileCalendar({ ...rules, schoolZone: 'notStated' }, []);
    expect(unstated.dayKind(day('2024-08-06'))).toEqual({ kind: 'school' });
    expect(unstated.periodOf(day('2026-10-19'))).toBeNull();
    const none = compileCalendar({ ...rules, schoolZone: 'none' }, []);
    expect(none.periodOf(day('2026-10-19'))?.from).toBe('2026-09-01');
  });
});

describe('what is not known is not counted', () => {
  const calendar = compileCalendar(rules, []);

  test('a school day beyond the calendar that is published', () => {
    expect(calendar.isDayOf('school', day('2027-09-07'))).toBeNull();
    expect(calendar.daysBefore('school', day('2027-09-08'), 1)).toBeNull();
    expect(calendar.daysAfter('school', day('2027-07-01'), 5)).toBeNull();
    expect(calendar.isInSchoolHolidays(day('2027-09-07'))).toBeNull();
  });

  test('but a Sunday beyond it is no school day, and working days are counted for ever', () => {
    expect(calendar.isDayOf('school', day('2027-09-05'))).toBe(false);
    expect(calendar.daysBefore('working', day('2035-11-05'), 3)).toBe('2035-10-30');
  });

  test('a kind of day that never comes ends the search', () => {
    expect(walkDays(() => false, day('2026-11-24'), 1, -1)).toBeNull();
  });
});

test('nothing is planned on a day the règlement itself closes', () => {
  const closed = compileCalendar(
    { ...rules, closures: [{ from: day('2026-11-19'), until: day('2026-11-20'), name: 'pont' }] },
    [],
  );
  const lunch = {
    code: 'restauration',
    kind: 'lunch',
    facilityId: 'jean-moulin',
    units: [{ code: 'repas', startsAt: '12:00', endsAt: '13:30', parts: ['lunch'] }],
    groups: ['elementaire'],
  } as const;
  const sessions = planSessions({ calendar: closed, activities: [lunch], ...whole });
  expect(sessions).toHaveLength(15);
  expect(closed.closureOn(day('2026-11-20'), 'jean-moulin', 'restauration')?.label).toBe('pont');
});
