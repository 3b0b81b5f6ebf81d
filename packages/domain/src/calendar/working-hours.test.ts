import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { townWith } from '../testing/small-town.ts';
import { type Instant, fromIso } from '../time/instant.ts';
import { workingHoursAfter } from './working-hours.ts';

const { calendar } = townWith({});
const MINUTE = 60_000;

const after = (from: string, hours = 48) => workingHoursAfter(fromIso(from), hours, calendar);

describe('« sous 48 h, hors week-end et jour férié »', () => {
  test.each([
    ['on a Tuesday', '2026-11-24T10:00:00+01:00', '2026-11-26T10:00:00+01:00'],
    ['on a Thursday: over the weekend', '2026-11-26T15:45:00+01:00', '2026-11-30T15:45:00+01:00'],
    ['on a Friday evening', '2026-11-27T18:00:00+01:00', '2026-12-01T18:00:00+01:00'],
    [
      'on a Friday, one minute before midnight',
      '2026-11-27T23:59:00+01:00',
      '2026-12-01T23:59:00+01:00',
    ],
    [
      'on a Saturday: from Monday, to the end of Tuesday',
      '2026-11-28T09:00:00+01:00',
      '2026-12-02T00:00:00+01:00',
    ],
    ['on a Sunday evening, the same', '2026-11-29T23:59:59.999+01:00', '2026-12-02T00:00:00+01:00'],
    [
      'on the Monday, at midnight, the same',
      '2026-11-30T00:00:00+01:00',
      '2026-12-02T00:00:00+01:00',
    ],
    ['on the eve of a public holiday', '2026-11-10T11:00:00+01:00', '2026-11-13T11:00:00+01:00'],
    ['on a public holiday', '2026-11-11T11:00:00+01:00', '2026-11-14T00:00:00+01:00'],
    ['on 31 December, a Thursday', '2026-12-31T16:00:00+01:00', '2027-01-05T16:00:00+01:00'],
    ['on New Year’s Day', '2027-01-01T08:00:00+01:00', '2027-01-06T00:00:00+01:00'],
    [
      'across clocks back: the same clock time',
      '2026-10-23T10:00:00+02:00',
      '2026-10-27T10:00:00+01:00',
    ],
    [
      'across clocks forward: the same clock time',
      '2026-03-27T10:00:00+01:00',
      '2026-03-31T10:00:00+02:00',
    ],
    ['on the Sunday of clocks back', '2026-10-25T02:30:00+01:00', '2026-10-28T00:00:00+01:00'],
    ['on the Sunday of clocks forward', '2026-03-29T03:00:00+02:00', '2026-04-01T00:00:00+02:00'],
    [
      'before Ascension and its bridge, a working day',
      '2027-05-05T12:00:00+02:00',
      '2027-05-10T12:00:00+02:00',
    ],
    ['to the millisecond', '2026-11-24T10:00:59.123+01:00', '2026-11-26T10:00:59.123+01:00'],
  ])('asked %s', (_title, from, expected) => {
    expect(after(from)).toBe(fromIso(expected));
  });

  test('24 h are one working day, 120 are a week', () => {
    expect(after('2026-11-27T10:00:00+01:00', 24)).toBe(fromIso('2026-11-30T10:00:00+01:00'));
    expect(after('2026-11-24T10:00:00+01:00', 120)).toBe(fromIso('2026-12-01T10:00:00+01:00'));
  });

  test.each([0, 36, -24])('%i hours are not a number of working days', (hours) => {
    expect(() => after('2026-11-24T10:00:00+01:00', hours)).toThrow(RangeError);
  });
});

/** The public holidays of metropolitan France in those years, written out. */
const holidays = new Set(
  '2026-01-01 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 2026-08-15 2026-11-01 2026-11-11 2026-12-25 2027-01-01 2027-03-29 2027-05-01 2027-05-06 2027-05-08 2027-05-17 2027-07-14 2027-08-15 2027-11-01 2027-11-11 2027-12-25'.split(
    ' ',
  ),
);
const inParis = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Lives through the delay one minute after the other, and counts those of working days. */
function countedMinuteByMinute(from: number, hours: number, isWorked = isWorkedThere): number {
  let now = from;
  for (let left = hours * 60; left > 0; now += MINUTE) {
    if (isWorked(now)) left -= 1;
  }
  return now;
}

const worked = new Map<string, boolean>();

function isWorkedThere(instant: number): boolean {
  const on = inParis.format(instant).slice(0, 10);
  const known = worked.get(on);
  if (known !== undefined) return known;
  const weekday = new Date(`${on}T12:00:00Z`).getUTCDay();
  const answer = weekday !== 0 && weekday !== 6 && !holidays.has(on);
  worked.set(on, answer);
  return answer;
}

/** Any minute of 2026 and 2027, midnight left out: there the delay ends one day or begins the next. */
const anyMinute = fc
  .integer({ min: 0, max: 700 * 1440 })
  .map((count) => fromIso('2026-01-02T00:00:00+01:00') + count * MINUTE)
  .filter((instant) => !inParis.format(instant).endsWith('00:00'));

function agreesWith(oracle: (from: number, hours: number) => number) {
  return fc.property(anyMinute, fc.constantFrom(24, 48, 72), (from, hours) => {
    expect(workingHoursAfter(from as Instant, hours, calendar)).toBe(oracle(from, hours));
  });
}

describe('counting minute by minute', () => {
  test('gives the same moment, whenever it is asked', () => {
    fc.assert(agreesWith(countedMinuteByMinute), { numRuns: 150 });
  });

  test('weekends counted as worked would be caught', () => {
    const tireless = (from: number, hours: number) =>
      countedMinuteByMinute(from, hours, () => true);
    expect(fc.check(agreesWith(tireless), { numRuns: 300 }).failed).toBe(true);
  });
});
