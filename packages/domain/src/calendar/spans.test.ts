import { describe, expect, test } from 'vitest';
import { usualTown } from '../testing/usual-town.ts';
import { addDays, day } from '../time/day.ts';
import { compileCalendar } from './calendar.ts';
import { openDaysOf, spanOf } from './spans.ts';

const calendar = compileCalendar(usualTown.calendar, []);

describe('the span around a day', () => {
  test.each([
    ['day', '2026-11-24', '2026-11-24', '2026-11-24'],
    ['week', '2026-11-29', '2026-11-23', '2026-11-29'],
    ['month', '2028-02-10', '2028-02-01', '2028-02-29'],
    ['trimester', '2026-12-31', '2026-09-01', '2026-12-31'],
    ['trimester', '2027-01-01', '2027-01-01', '2027-03-31'],
    ['trimester', '2027-08-31', '2027-04-01', '2027-08-31'],
    ['calendarYear', '2026-11-24', '2026-01-01', '2026-12-31'],
    ['schoolYear', '2026-08-31', '2025-09-01', '2026-08-31'],
    ['schoolYear', '2026-09-01', '2026-09-01', '2027-08-31'],
    ['period', '2026-09-01', '2026-09-01', '2026-10-16'],
    ['period', '2026-10-24', '2026-10-17', '2026-11-01'],
    ['period', '2026-11-02', '2026-11-02', '2026-12-18'],
    ['period', '2026-12-25', '2026-12-19', '2027-01-03'],
  ] as const)('%s around %s: %s to %s', (per, on, from, until) => {
    expect(spanOf(per, day(on), calendar)).toEqual({ from, until });
  });

  test('a bridge does not cut a term in two, and is a day of it', () => {
    const lastTerm = { from: '2027-04-26', until: '2027-07-02' };
    for (const on of ['2027-05-06', '2027-05-07', '2027-05-10']) {
      expect(spanOf('period', day(on), calendar)).toEqual(lastTerm);
    }
  });

  test('every day of a known year is in one period, and the periods follow one another', () => {
    let on = day('2026-09-01');
    let periods = 0;
    while (on <= '2027-08-31') {
      const { from, until } = spanOf('period', on, calendar);
      expect(from).toBe(on);
      expect(spanOf('period', until, calendar)).toEqual({ from, until });
      on = addDays(until, 1);
      periods += 1;
    }
    expect(periods).toBe(10);
  });

  test('nothing divides a school year whose calendar is not published', () => {
    expect(calendar.periodOf(day('2027-11-10'))).toBeNull();
    expect(spanOf('period', day('2027-11-10'), calendar)).toEqual({
      from: '2027-09-01',
      until: '2028-08-31',
    });
  });
});

describe('the days a kind of activity is open', () => {
  const november = spanOf('month', day('2026-11-01'), calendar);

  test('class days for lunch, Wednesdays that are no public holiday for Wednesdays', () => {
    expect(openDaysOf('lunch', november, calendar)).toHaveLength(17);
    expect(openDaysOf('wednesday', november, calendar)).toEqual([
      '2026-11-04',
      '2026-11-18',
      '2026-11-25',
    ]);
  });

  test('five days a week in the holidays', () => {
    const autumn = spanOf('period', day('2026-10-20'), calendar);
    expect(openDaysOf('holiday', autumn, calendar)).toHaveLength(10);
  });

  test('no closed day, whether everything is closed or the activity alone', () => {
    const closure = { from: day('2026-11-23'), until: day('2026-11-24'), label: 'grève' };
    const closed = compileCalendar(usualTown.calendar, [
      { ...closure, facilityId: null, activityCode: 'restauration' },
    ]);
    expect(openDaysOf('lunch', november, closed)).toHaveLength(17);
    expect(openDaysOf('lunch', november, closed, 'restauration')).toHaveLength(15);
    const shut = compileCalendar(
      {
        ...usualTown.calendar,
        closures: [{ from: day('2026-11-05'), until: day('2026-11-06'), name: 'pont' }],
      },
      [],
    );
    expect(openDaysOf('lunch', november, shut)).toHaveLength(15);
  });
});
