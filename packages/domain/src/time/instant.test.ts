import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, dayFromNumber } from './day.ts';
import {
  type Instant,
  fromIso,
  instantAt,
  isClockTime,
  localDayOf,
  localTimeOf,
  toIso,
} from './instant.ts';

const paris = 'Europe/Paris';

describe('wall-clock time becomes an instant', () => {
  test.each([
    ['a winter morning', '2026-11-20', '07:30', paris, '2026-11-20T07:30:00+01:00'],
    ['a summer morning', '2026-06-19', '07:30', paris, '2026-06-19T07:30:00+02:00'],
    ['24:00, the start of the next day', '2026-11-18', '24:00', paris, '2026-11-19T00:00:00+01:00'],
    ['24:00 at the end of a year', '2026-12-31', '24:00', paris, '2027-01-01T00:00:00+01:00'],
    ['before clocks go forward', '2027-03-28', '01:59', paris, '2027-03-28T01:59:00+01:00'],
    ['a skipped time: the jump', '2027-03-28', '02:00', paris, '2027-03-28T01:00:00Z'],
    ['a skipped time, midway: the jump', '2027-03-28', '02:30', paris, '2027-03-28T01:00:00Z'],
    ['after clocks went forward', '2027-03-28', '03:00', paris, '2027-03-28T01:00:00Z'],
    ['midnight that starts a 23-hour day', '2027-03-28', '00:00', paris, '2027-03-27T23:00:00Z'],
    ['midnight that ends a 23-hour day', '2027-03-28', '24:00', paris, '2027-03-28T22:00:00Z'],
    ['before clocks go back', '2026-10-25', '01:59', paris, '2026-10-25T01:59:00+02:00'],
    ['a time shown twice: the first', '2026-10-25', '02:30', paris, '2026-10-25T02:30:00+02:00'],
    ['after clocks went back', '2026-10-25', '03:00', paris, '2026-10-25T03:00:00+01:00'],
    ['midnight that ends a 25-hour day', '2026-10-25', '24:00', paris, '2026-10-25T23:00:00Z'],
    ['an island to the east', '2026-11-20', '07:30', 'Indian/Reunion', '2026-11-20T03:30:00Z'],
    ['an island to the west', '2026-11-20', '20:00', 'America/Martinique', '2026-11-21T00:00:00Z'],
    ['half an hour skipped', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  ])('%s', (_title, on, clock, zone, expected) => {
    expect(toIso(instantAt(day(on), clock, zone))).toBe(toIso(fromIso(expected)));
  });

  test('a clock that does not exist and an unknown zone are mistakes', () => {
    expect(() => instantAt(day('2026-11-20'), '24:01', paris)).toThrow(RangeError);
    expect(() => instantAt(day('2026-11-20'), '7:30', paris)).toThrow(RangeError);
    expect(() => instantAt(day('2026-11-20'), '07:30', 'Europe/Vesoul')).toThrow(RangeError);
    expect(['00:00', '23:59', '24:00'].every(isClockTime)).toBe(true);
    expect(['24:30', '12:60', '1:00', 'midi'].some(isClockTime)).toBe(false);
  });
});

describe('an instant is read on the wall', () => {
  test.each([
    ['2026-11-18T22:59:59.999Z', '2026-11-18', '23:59'],
    ['2026-11-18T23:00:00Z', '2026-11-19', '00:00'],
    ['2027-03-28T00:59:59Z', '2027-03-28', '01:59'],
    ['2027-03-28T01:00:00Z', '2027-03-28', '03:00'],
    ['2026-10-25T00:30:00Z', '2026-10-25', '02:30'],
    ['2026-10-25T01:30:00Z', '2026-10-25', '02:30'],
  ])('%s is %s at %s in Paris', (iso, on, clock) => {
    expect(localDayOf(fromIso(iso), paris)).toBe(on);
    expect(localTimeOf(fromIso(iso), paris)).toBe(clock);
  });

  test('reading back what was written gives the same day and time, save skipped times', () => {
    const zone = fc.constantFrom(paris, 'America/Cayenne', 'Indian/Mayotte', 'Pacific/Apia');
    // 2013 to 2049: the zones above have no leap of a whole day there.
    const number = fc.integer({ min: 15_706, max: 29_000 });
    fc.assert(
      fc.property(zone, number, fc.integer({ min: 3 * 60, max: 1439 }), (timeZone, of, minutes) => {
        const on = dayFromNumber(of);
        const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        fc.pre(timeZone !== 'Pacific/Apia' || minutes >= 240);
        const instant = instantAt(on, clock, timeZone);
        expect([localDayOf(instant, timeZone), localTimeOf(instant, timeZone)]).toEqual([
          on,
          clock,
        ]);
      }),
    );
  });
});

describe('ISO texts', () => {
  test('are written as the platform writes them, and read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -6e13, max: 2e14 }), (milliseconds) => {
        const instant = milliseconds as Instant;
        expect(toIso(instant)).toBe(new Date(milliseconds).toISOString());
        expect(fromIso(toIso(instant))).toBe(instant);
      }),
    );
  });

  test.each([
    ['2026-11-20T07:30+01:00', '2026-11-20T06:30:00.000Z'],
    ['2026-11-20T20:15:30.5-04:00', '2026-11-21T00:15:30.500Z'],
  ])('%s carries its offset', (text, expected) => {
    expect(toIso(fromIso(text))).toBe(expected);
  });

  test.each([
    '2026-11-20',
    '2026-11-20T07:30:00',
    '2026-02-30T07:30:00Z',
    '2026-11-20T25:00:00Z',
    '2026-11-20T07:60:00Z',
    'demain',
  ])('« %s » is not an instant', (text) => {
    expect(() => fromIso(text)).toThrow(RangeError);
  });
});
