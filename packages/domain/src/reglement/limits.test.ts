import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { townWith } from '../testing/small-town.ts';
import { type Day, addDays, day } from '../time/day.ts';
import { type Instant, fromIso, localDayOf, localTimeOf, toIso } from '../time/instant.ts';
import type { BookingWindow, Limit, WeekdayMap } from './document.ts';
import { type LimitFacts, dayOfPrecedingMonth, knownInstant, limitInstant } from './limits.ts';

const { calendar, document } = townWith({});
const the25th: Limit = { kind: 'dayOfPrecedingMonth', day: 25, at: '24:00' };
const morning = { startsAt: '07:30' };

function instantOf(limit: Limit, on: string): Instant {
  const at = knownInstant(limitInstant(limit, morning, day(on), calendar));
  if (at === null) throw new Error(`No limit is known for ${on}`);
  return at;
}

/** By the platform's own calendar: day 0 of a month is the last of the month before. */
function onThePlatform(on: Day, dayOfMonth: number): string {
  const [year = 0, month = 0] = on.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1, 0)).getUTCDate();
  const found = new Date(Date.UTC(year, month - 2, Math.min(dayOfMonth, last)));
  return found.toISOString().slice(0, 10);
}

describe('« le 25 du mois précédent »', () => {
  test.each([
    ['the first of a month', '2026-12-01', 25, '2026-11-25'],
    ['the last of that month', '2026-12-31', 25, '2026-11-25'],
    ['January: the December before', '2027-01-04', 25, '2026-12-25'],
    ['a month too short has its last day', '2027-03-15', 31, '2027-02-28'],
    ['a leap year has one more', '2028-03-15', 30, '2028-02-29'],
    ['the first', '2027-03-31', 1, '2027-02-01'],
    ['a month of thirty days', '2026-12-24', 31, '2026-11-30'],
  ])('%s', (_title, on, dayOfMonth, expected) => {
    expect(dayOfPrecedingMonth(day(on), dayOfMonth)).toBe(expected);
  });

  test('is the day the platform counts, for any day and any number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 31 }),
        (count, dayOfMonth) => {
          const on = addDays(day('2024-01-01'), count);
          expect(dayOfPrecedingMonth(on, dayOfMonth)).toBe(onThePlatform(on, dayOfMonth));
        },
      ),
    );
  });

  test('ends with that day, in winter and in summer time', () => {
    const limit = (on: string) => toIso(instantOf(the25th, on));
    expect(limit('2026-12-01')).toBe('2026-11-25T23:00:00.000Z');
    expect(limit('2026-07-06')).toBe('2026-06-25T22:00:00.000Z');
    // Clocks go back during the night that ends the 25 October 2026.
    expect(limit('2026-11-02')).toBe('2026-10-25T23:00:00.000Z');
  });

  test('does not move for weekends: a limit on a Saturday ends that Saturday', () => {
    expect(instantOf(the25th, '2026-08-31')).toBe(fromIso('2026-07-26T00:00:00+02:00'));
  });
});

/** « 2026-11-19 15:00 » in Paris, or the code of why nobody can tell. */
function told(limit: Limit, on: string, facts: LimitFacts = {}, where = calendar): string {
  const found = limitInstant(limit, morning, day(on), where, facts);
  if (found.kind === 'unknown') return found.reason.code;
  const { timeZone } = where;
  return `${localDayOf(found.at, timeZone)} ${localTimeOf(found.at, timeZone)}`;
}

describe('published rules, with their dates worked out by hand', () => {
  const thursday15h: WeekdayMap[keyof WeekdayMap] = { weekday: 4, at: '15:00' };
  const monday15h: WeekdayMap[keyof WeekdayMap] = { weekday: 1, at: '15:00' };
  /** A centre whose limits move when the Monday of the week is a public holiday. */
  const overridden: Limit = {
    kind: 'weekdayMap',
    map: { 1: thursday15h, 2: thursday15h, 3: monday15h, 4: monday15h, 5: monday15h },
    overrides: [
      {
        when: [{ kind: 'publicHolidayOn', weekday: 1 }],
        use: {
          kind: 'weekdayMap',
          map: { 2: thursday15h, 3: thursday15h, 4: monday15h, 5: monday15h },
        },
      },
    ],
  };
  test.each([
    ['an ordinary Wednesday', '2026-11-18', '2026-11-16 15:00'],
    ['a Wednesday after Easter Monday', '2026-04-08', '2026-04-02 15:00'],
    ['the Friday of that week: the holiday itself', '2026-04-10', '2026-04-06 15:00'],
    ['the Monday that is off has no row any more', '2026-04-06', 'limitOfWeekdayUnknown'],
    ['a Sunday never had one', '2026-11-22', 'limitOfWeekdayUnknown'],
  ])('a map with its variant: %s', (_title, on, expected) => {
    expect(told(overridden, on)).toBe(expected);
  });

  /** « La veille, 11 h ; pour le jour de la rentrée, le dernier jour d’école avant les vacances. » */
  const backToSchool: Limit = {
    kind: 'weekdayMap',
    map: {
      1: { weekday: 5, at: '11:00' },
      2: { weekday: 1, at: '11:00' },
      4: { weekday: 2, at: '11:00' },
      5: { weekday: 4, at: '11:00' },
    },
    overrides: [
      {
        when: [{ kind: 'firstDayAfterHolidays' }],
        use: { kind: 'daysBefore', days: 1, unit: 'school', at: '11:00' },
      },
    ],
  };
  test.each([
    ['2026-11-02', '2026-10-16 11:00'],
    ['2026-11-03', '2026-11-02 11:00'],
    ['2026-11-09', '2026-11-06 11:00'],
    ['2027-01-04', '2026-12-18 11:00'],
    // After the bridge of the Ascension, nothing has ended.
    ['2026-05-18', '2026-05-15 11:00'],
  ])('the first day back, %s: %s', (on, expected) => {
    expect(told(backToSchool, on)).toBe(expected);
  });

  test.each<[string, Limit, string, string]>([
    [
      'eight clear days before a stay',
      { kind: 'daysBefore', days: 8, unit: 'clear', at: '24:00', anchor: 'stay' },
      '2026-10-21',
      '2026-10-11 00:00',
    ],
    [
      'Thursday noon of the week before',
      { kind: 'weekCutoff', weekday: 4, at: '12:00', weeksBefore: 1 },
      '2026-12-02',
      '2026-11-26 12:00',
    ],
    [
      'that day, and an office closed on it: the one before',
      {
        kind: 'daysBefore',
        days: 1,
        unit: 'calendar',
        at: '12:00',
        unless: { not: 'office', move: 'earlier' },
      },
      '2026-11-12',
      '2026-11-10 12:00',
    ],
    [
      'nine o’clock included: the minute after is too late',
      { kind: 'sameDay', at: '09:00', inclusive: true },
      '2026-11-24',
      '2026-11-24 09:01',
    ],
    [
      'a month before the holidays begin',
      { kind: 'monthsBefore', months: 1, at: '12:00', anchor: 'period' },
      '2027-02-22',
      '2027-01-13 12:00',
    ],
    [
      '36 hours of the clock before the morning',
      { kind: 'hoursBefore', hours: 36, unit: 'calendar' },
      '2026-11-24',
      '2026-11-22 19:30',
    ],
    [
      'a published table: the row that holds the day',
      {
        kind: 'dates',
        dates: [
          { from: day('2026-10-17'), until: day('2026-10-23'), on: day('2026-09-30'), at: '18:00' },
          { from: day('2026-10-24'), until: day('2026-11-01'), on: day('2026-10-07'), at: '18:00' },
        ],
      },
      '2026-10-27',
      '2026-10-07 18:00',
    ],
  ])('%s', (_title, limit, on, expected) => {
    expect(told(limit, on, { stayFrom: day('2026-10-19') })).toBe(expected);
  });
});

describe('what nobody can tell is said, and not guessed', () => {
  test.each<[string, Limit, string]>([
    ['a source that gives none', { kind: 'notStated' }, 'limitNotStated'],
    ['a day its table does not hold', { kind: 'dates', dates: [] }, 'limitOfDayUnknown'],
    [
      'a school day beyond the school calendar',
      { kind: 'daysBefore', days: 1, unit: 'school', at: '12:00' },
      'calendarUnknown',
    ],
    [
      'the first day of a period nobody has published',
      { kind: 'sameDay', at: '12:00', anchor: 'period' },
      'calendarUnknown',
    ],
    [
      'whether it is the first day after holidays',
      {
        kind: 'sameDay',
        at: '12:00',
        overrides: [{ when: [{ kind: 'firstDayAfterHolidays' }], use: { kind: 'notStated' } }],
      },
      'calendarUnknown',
    ],
    ['the end of a window, where there are none', { kind: 'windowEnd' }, 'limitNotStated'],
  ])('%s', (_title, limit, expected) => {
    expect(told(limit, '2027-11-10')).toBe(expected);
  });

  test('nor is the first day of a period whose zone a source does not say', () => {
    const rules = { ...document.calendar, schoolZone: 'notStated' } as const;
    const unsaid = townWith({}, { status: 'study', calendar: rules }).calendar;
    const limit: Limit = { kind: 'monthsBefore', months: 1, at: '24:00', anchor: 'period' };
    expect(limitInstant(limit, morning, day('2026-10-19'), unsaid)).toEqual({
      kind: 'unknown',
      reason: { code: 'limitNotStated' },
    });
  });

  test('but a condition already known to fail settles it', () => {
    const limit: Limit = {
      kind: 'sameDay',
      at: '12:00',
      overrides: [
        {
          when: [{ kind: 'firstDayAfterHolidays' }, { kind: 'weekday', in: [1] }],
          use: { kind: 'notStated' },
        },
      ],
    };
    expect(told(limit, '2027-11-10')).toBe('2027-11-10 12:00');
  });

  test('the end of the booking window of the day, or that it has none', () => {
    const window: BookingWindow = {
      code: 'automne',
      label: 'Automne',
      sessions: { from: day('2026-10-17'), until: day('2026-11-01') },
      opens: { on: day('2026-09-01'), at: '09:00' },
      closes: { on: day('2026-10-02'), at: '18:00' },
      staggered: [],
    };
    const limit: Limit = { kind: 'windowEnd' };
    const windows = (...list: BookingWindow[]) => ({
      opening: { kind: 'windows', windows: list } as const,
    });
    expect(told(limit, '2026-10-20', windows(window))).toBe('2026-10-02 18:00');
    expect(told(limit, '2026-10-20', windows(window, { ...window, closes: null }))).toBe(
      'windowEndUnknown',
    );
    expect(told(limit, '2026-11-10', windows(window))).toBe('notAnnounced');
  });
});
