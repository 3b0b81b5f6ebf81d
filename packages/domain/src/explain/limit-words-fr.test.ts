import { describe, expect, test } from 'vitest';
import type { Limit } from '../reglement/document.ts';
import { day } from '../time/day.ts';
import { limitExceptions, limitWords } from './limit-words-fr.ts';

const noon = '12:00';
const ten = '10:00';
const midnight = '24:00';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const limits: readonly (readonly [Limit, string])[] = [
  [{ kind: 'hoursBefore', hours: 48, unit: 'working' }, '48 h ouvrées avant le début de l’accueil'],
  [
    { kind: 'hoursBefore', hours: 24, unit: 'calendar', from: 'dayStart' },
    '24 h avant le jour de l’accueil',
  ],
  [{ kind: 'daysBefore', days: 1, unit: 'calendar', at: ten }, 'la veille, avant 10 h'],
  [{ kind: 'daysBefore', days: 2, unit: 'calendar', at: midnight }, 'l’avant-veille'],
  [
    { kind: 'daysBefore', days: 5, unit: 'working', at: midnight },
    '5 jours ouvrés avant le jour de l’accueil',
  ],
  [
    { kind: 'daysBefore', days: 1, unit: 'school', at: ten, inclusive: true },
    '1 jour d’école avant le jour de l’accueil, jusqu’à 10 h inclus',
  ],
  [
    { kind: 'daysBefore', days: 15, unit: 'clear', at: midnight, anchor: 'stay' },
    '15 jours francs avant le premier jour du séjour',
  ],
  [{ kind: 'sameDay', at: '09:00' }, 'le jour même, avant 9 h'],
  [{ kind: 'sameDay', at: '00:00' }, 'la veille'],
  [
    { kind: 'weekCutoff', weekday: 4, at: noon, weeksBefore: 1 },
    'le jeudi de la semaine précédente, avant midi',
  ],
  [
    { kind: 'weekCutoff', weekday: 1, at: ten, weeksBefore: 0 },
    'le lundi de la même semaine, avant 10 h',
  ],
  [{ kind: 'weekCutoff', weekday: 4, at: midnight, weeksBefore: 2 }, 'le jeudi, 2 semaines avant'],
  [
    {
      kind: 'weekdayMap',
      map: {
        1: { weekday: 5, at: ten },
        2: { weekday: 5, at: ten },
        4: { weekday: 2, at: ten },
      },
    },
    'le vendredi précédent avant 10 h (pour le lundi et le mardi), le mardi précédent avant 10 h (pour le jeudi)',
  ],
  [{ kind: 'dayOfPrecedingMonth', day: 25, at: midnight }, 'le 25 du mois précédent'],
  [{ kind: 'dayOfPrecedingMonth', day: 31, at: midnight }, 'le dernier jour du mois précédent'],
  [
    { kind: 'dayOfPrecedingMonth', day: 1, at: ten, monthsBefore: 2 },
    'le 1er, 2 mois avant, avant 10 h',
  ],
  [
    { kind: 'monthsBefore', months: 1, at: midnight, anchor: 'period' },
    '1 mois avant le premier jour de la période',
  ],
  [
    {
      kind: 'dates',
      dates: [
        { from: day('2027-07-05'), until: day('2027-07-09'), on: day('2027-06-01'), at: midnight },
      ],
    },
    'à la date publiée pour ces jours : le mardi 1er juin 2027 (du lundi 5 juillet 2027 au vendredi 9 juillet 2027)',
  ],
  [{ kind: 'windowEnd' }, 'à la fin de la période de réservation'],
  [{ kind: 'notStated' }, 'à une date que le règlement n’indique pas'],
];

describe('a limit, after « au plus tard »', () => {
  test.each(limits)('%j', (limit, words) => {
    expect(plain(limitWords(limit)).replaceAll("'", '’')).toBe(words);
  });
});

describe('what moves a limit', () => {
  test('is told in sentences of their own, the exceptions of an exception too', () => {
    const limit: Limit = {
      kind: 'weekCutoff',
      weekday: 4,
      at: noon,
      weeksBefore: 1,
      unless: { not: 'working', move: 'earlier' },
      overrides: [
        {
          when: [{ kind: 'publicHolidayOn', weekday: 1 }],
          use: {
            kind: 'daysBefore',
            days: 1,
            unit: 'office',
            at: ten,
            unless: { not: 'school', move: 'later' },
          },
        },
      ],
    };
    expect(limitExceptions(limit).map(plain)).toEqual([
      "Si le lundi de la semaine est férié : au plus tard 1 jour d'ouverture du service avant le jour de l'accueil, avant 10 h.",
      "Si ce n'est pas un jour d'école, la limite est reportée au suivant.",
      "Si ce n'est pas un jour ouvré, la limite est avancée au précédent.",
    ]);
  });

  test('is nothing where the limit is the same all year', () => {
    expect(limitExceptions({ kind: 'windowEnd' })).toEqual([]);
  });
});
