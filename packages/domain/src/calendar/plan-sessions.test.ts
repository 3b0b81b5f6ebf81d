import { describe, expect, test } from 'vitest';
import { usualTown } from '../testing/usual-town.ts';
import { type Day, day, weekdayOf } from '../time/day.ts';
import { fromIso } from '../time/instant.ts';
import { type Closure, compileCalendar } from './calendar.ts';
import { type PlannedSession, planSessions } from './plan-sessions.ts';

const activities = usualTown.activities.map(({ code, kind, units }) => ({
  code,
  kind,
  facilityId: 'jean-moulin',
  units,
  groups: ['maternelle', 'elementaire'],
}));

function plan(from: string, until: string, closures: readonly Closure[] = []): PlannedSession[] {
  const calendar = compileCalendar(usualTown.calendar, closures);
  return planSessions({ calendar, activities, from: day(from), until: day(until) });
}

const daysOf = (sessions: readonly PlannedSession[], activityCode: string): Day[] => [
  ...new Set(
    sessions.filter((session) => session.activityCode === activityCode).map(({ on }) => on),
  ),
];

describe('the school year 2026-2027 in zone A', () => {
  const year = plan('2026-09-01', '2027-08-31');

  test('has the class days, Wednesdays and holiday days counted on a wall calendar', () => {
    expect(daysOf(year, 'periscolaire')).toHaveLength(139);
    expect(daysOf(year, 'mercredi')).toHaveLength(35);
    expect(daysOf(year, 'vacances')).toHaveLength(80);
  });

  test('has lunch and study exactly where there is wraparound care', () => {
    expect(daysOf(year, 'restauration')).toEqual(daysOf(year, 'periscolaire'));
    expect(daysOf(year, 'etude')).toEqual(daysOf(year, 'periscolaire'));
  });

  test('never opens on a weekend or a public holiday, and wraparound never on a Wednesday', () => {
    const weekend = year.filter(({ on }) => weekdayOf(on) >= 6);
    expect(weekend).toEqual([]);
    const holidays = ['2026-11-11', '2026-12-25', '2027-01-01', '2027-03-29', '2027-05-06'];
    expect(year.filter(({ on }) => holidays.includes(on))).toEqual([]);
    expect(daysOf(year, 'periscolaire').filter((on) => weekdayOf(on) === 3)).toEqual([]);
    expect(daysOf(year, 'mercredi').every((on) => weekdayOf(on) === 3)).toBe(true);
  });

  test('gives holiday care and term activities to different days', () => {
    const term = new Set([...daysOf(year, 'periscolaire'), ...daysOf(year, 'mercredi')]);
    expect(daysOf(year, 'vacances').filter((on) => term.has(on))).toEqual([]);
  });

  test('has one session for each unit and group of a day, at the unit hours', () => {
    const tuesday = year.filter(({ on }) => on === '2026-11-24');
    expect(tuesday.map(({ unitCode, group }) => `${unitCode} ${group}`)).toEqual([
      'matin maternelle',
      'matin elementaire',
      'soir maternelle',
      'soir elementaire',
      'repas maternelle',
      'repas elementaire',
      'etude maternelle',
      'etude elementaire',
    ]);
    expect(tuesday[0]).toEqual({
      activityCode: 'periscolaire',
      unitCode: 'matin',
      facilityId: 'jean-moulin',
      group: 'maternelle',
      on: '2026-11-24',
      startsAt: fromIso('2026-11-24T07:30:00+01:00'),
      endsAt: fromIso('2026-11-24T08:30:00+01:00'),
      parts: ['before_school'],
    });
  });

  test('keeps wall-clock hours on both sides of a clock change', () => {
    const starts = year
      .filter(({ unitCode, group }) => unitCode === 'matin' && group === 'maternelle')
      .filter(({ on }) => on === '2027-03-26' || on === '2027-03-30')
      .map(({ startsAt }) => startsAt);
    expect(starts).toEqual([
      fromIso('2027-03-26T07:30:00+01:00'),
      fromIso('2027-03-30T07:30:00+02:00'),
    ]);
  });
});

test('nothing is planned beyond the known calendar, and everything up to its last day', () => {
  const sessions = plan('2027-08-30', '2028-06-30');
  expect(daysOf(sessions, 'vacances')).toEqual(['2027-08-30', '2027-08-31']);
  expect(sessions.every(({ on }) => on <= '2027-08-31')).toBe(true);
});

test('a closure takes away its own activity, facility and days only', () => {
  const closure: Closure = {
    from: day('2026-11-24'),
    until: day('2026-11-26'),
    label: 'grève',
    facilityId: 'jean-moulin',
    activityCode: 'restauration',
  };
  const open = plan('2026-11-23', '2026-11-27');
  const closed = plan('2026-11-23', '2026-11-27', [closure]);
  expect(daysOf(open, 'restauration')).toHaveLength(4);
  expect(daysOf(closed, 'restauration')).toEqual(['2026-11-23', '2026-11-27']);
  expect(open.length - closed.length).toBe(4);
  expect(plan('2026-11-23', '2026-11-27', [{ ...closure, facilityId: 'tilleuls' }])).toEqual(open);
});

test('holiday care stays shut on Saturdays, even in a town with class on Saturday morning', () => {
  const schoolWeek = [1, 2, 3, 4, 5, 6] as const;
  const calendar = compileCalendar({ ...usualTown.calendar, schoolWeek }, []);
  const week = { from: day('2026-10-16'), until: day('2026-10-20') };
  const sessions = planSessions({ calendar, activities, ...week });
  expect(calendar.dayKind(day('2026-10-17')).kind).toBe('schoolHoliday');
  expect(daysOf(sessions, 'vacances')).toEqual(['2026-10-19', '2026-10-20']);
});

test('a range that ends before it starts holds no session', () => {
  expect(plan('2026-11-27', '2026-11-23')).toEqual([]);
});
