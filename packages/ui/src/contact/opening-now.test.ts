import { fromIso } from '@preau/domain/time/instant';
import { describe, expect, test } from 'vitest';
import { hoursByDay, openingNow, openingWords } from './opening-now.ts';

/** Tuesday 9–12 and 14–18, Wednesday 7:30–12:15 and 13:30–18:15, Thursday 14–18. */
const hours = [
  { weekday: 2, from: '14:00', until: '18:00' },
  { weekday: 2, from: '09:00', until: '12:00' },
  { weekday: 3, from: '07:30', until: '12:15' },
  { weekday: 3, from: '13:30', until: '18:15' },
  { weekday: 4, from: '14:00', until: '18:00' },
];
const zone = 'Europe/Paris';
const told = (at: string, officeHours = hours, timeZone = zone) => {
  const opening = openingNow(officeHours, fromIso(at), timeZone);
  return opening === null ? null : openingWords(opening).replaceAll('\u00a0', ' ');
};

describe('whether an office is open', () => {
  test.each([
    ['the minute before it opens', '2026-11-17T08:59+01:00', 'Fermé, ouvre à 9 h'],
    ['the minute it opens', '2026-11-17T09:00+01:00', 'Ouvert maintenant, jusqu’à 12 h'],
    ['the last minute', '2026-11-17T11:59+01:00', 'Ouvert maintenant, jusqu’à 12 h'],
    ['the minute it closes, for lunch', '2026-11-17T12:00+01:00', 'Fermé, ouvre à 14 h'],
    ['in the afternoon', '2026-11-17T15:00+01:00', 'Ouvert maintenant, jusqu’à 18 h'],
    ['in the evening', '2026-11-17T18:00+01:00', 'Fermé, ouvre demain à 7 h 30'],
    ['after the last day of the week', '2026-11-19T18:00+01:00', 'Fermé, ouvre mardi à 9 h'],
    ['on a Sunday', '2026-11-22T10:00+01:00', 'Fermé, ouvre mardi à 9 h'],
  ])('%s', (_moment, at, words) => {
    expect(told(at)).toBe(words);
  });

  test('on a public holiday it is closed, and it is said which', () => {
    expect(told('2026-11-11T10:00+01:00')).toBe(
      'Fermé (jour férié : Armistice de 1918), ouvre demain à 14 h',
    );
  });

  test('a holiday on a day without office hours is not what closes it', () => {
    // Easter Monday of 2026.
    expect(told('2026-04-06T10:00+02:00')).toBe('Fermé, ouvre demain à 9 h');
  });

  test('a holiday on the next day of opening is passed over, the date is told past a week', () => {
    const tuesdays = [{ weekday: 2, from: '09:00', until: '12:00' }];
    // Tuesday 14 July 2026 is the national day.
    expect(told('2026-07-07T12:00+02:00', tuesdays)).toBe('Fermé, ouvre le mardi 21 juillet à 9 h');
  });

  test('across a clock change, hours are those of the wall', () => {
    const sundays = [{ weekday: 7, from: '09:00', until: '12:00' }];
    expect(told('2026-10-25T08:59+01:00', sundays)).toBe('Fermé, ouvre à 9 h');
    expect(told('2026-10-25T09:00+01:00', sundays)).toBe('Ouvert maintenant, jusqu’à 12 h');
    expect(told('2026-03-29T09:00+02:00', sundays)).toBe('Ouvert maintenant, jusqu’à 12 h');
  });

  test('hours are those of the zone of the office, whoever asks from wherever', () => {
    expect(told('2026-11-17T08:59+01:00', hours, 'Indian/Reunion')).toBe(
      'Ouvert maintenant, jusqu’à 12 h',
    );
  });

  test('two slots that touch or overlap are one', () => {
    const touching = [
      { weekday: 2, from: '12:00', until: '14:00' },
      { weekday: 2, from: '09:00', until: '12:30' },
    ];
    expect(told('2026-11-17T10:00+01:00', touching)).toBe('Ouvert maintenant, jusqu’à 14 h');
  });

  test('without any hours nothing is said', () => {
    expect(told('2026-11-17T10:00+01:00', [])).toBeNull();
  });

  test('it is asked again when it opens, when it closes, and at midnight', () => {
    const change = (at: string) => openingNow(hours, fromIso(at), zone)?.changesAt;
    expect(change('2026-11-17T08:00+01:00')).toBe(fromIso('2026-11-17T09:00+01:00'));
    expect(change('2026-11-17T10:00+01:00')).toBe(fromIso('2026-11-17T12:00+01:00'));
    expect(change('2026-11-19T19:00+01:00')).toBe(fromIso('2026-11-20T00:00+01:00'));
  });
});

test('the hours of a week are told day by day, in order', () => {
  const shown = hoursByDay(hours).map(({ name, words }) => [name, words.replaceAll('\u00a0', ' ')]);
  expect(shown).toEqual([
    ['Mardi', '9 h – 12 h et 14 h – 18 h'],
    ['Mercredi', '7 h 30 – 12 h 15 et 13 h 30 – 18 h 15'],
    ['Jeudi', '14 h – 18 h'],
  ]);
});
