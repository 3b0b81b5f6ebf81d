import { describe, expect, test, vi } from 'vitest';
import { childWords, daysWords, dueWords, nearness, placesWords } from './request-words.ts';
import type { RequestDay } from './requests.queries.ts';

const zone = 'Europe/Paris';
const days = (...on: string[]) => on.map((one) => ({ on: one }));
/** No-break spaces read as spaces. */
const plain = (words: string | null) => words?.replaceAll('\u00a0', ' ');

test.each([
  [days('2026-12-01'), 'mardi 1er décembre'],
  [days('2026-12-18', '2026-12-01', '2026-12-01'), '2 jours, 1er – 18 décembre'],
  [days('2026-11-30', '2026-12-04'), '2 jours, 30 novembre – 4 décembre'],
  [days('2026-12-18', '2027-01-04'), '2 jours, 18 décembre – 4 janvier'],
  [[], ''],
])('the days of a request in a few words', (asked, words) => {
  expect(plain(daysWords(asked))).toBe(words);
});

describe('until when to answer', () => {
  // Monday 16 November 2026, 9:00 in Paris.
  const now = Date.parse('2026-11-16T08:00:00.000Z');
  const at = (iso: string) => {
    vi.spyOn(Date, 'now').mockReturnValue(now);
    const due = nearness(iso);
    return [due.due, plain(dueWords(due, zone))];
  };

  test('within the week its weekday says enough', () => {
    expect(at('2026-11-18T14:00:00.000Z')).toEqual(['later', 'À répondre avant mercredi 15 h']);
    expect(at('2026-11-17T07:30:00.000Z')).toEqual(['soon', 'À répondre avant mardi 8 h 30']);
  });

  test('further, or at midnight, its date is said', () => {
    expect(at('2026-11-30T08:00:00.000Z')).toEqual([
      'later',
      'À répondre avant le lundi 30 novembre à 9 h',
    ]);
    expect(at('2026-11-18T23:00:00.000Z')).toEqual([
      'later',
      'À répondre avant le mercredi 18 novembre à minuit',
    ]);
  });

  test('late, it says since when', () => {
    expect(at('2026-11-16T08:00:00.000Z')).toEqual([
      'overdue',
      'En retard : réponse due le lundi 16 novembre à 9 h',
    ]);
  });

  test('nobody waits for an answer: nothing is said', () => {
    expect(dueWords(nearness(null), zone)).toBeNull();
  });
});

test.each([
  [{ holdsPlace: true, freePlaces: 3, waiting: 0 }, 'place gardée (3 places libres)'],
  [{ holdsPlace: true, freePlaces: 0, waiting: 2 }, 'place gardée (complet, 2 en attente)'],
  [{ holdsPlace: false, freePlaces: 1, waiting: 0 }, '1 place libre'],
  [{ holdsPlace: false, freePlaces: 0, waiting: 0 }, 'complet'],
])('what accepting a day meets', (day, words) => {
  expect(plain(placesWords(day as RequestDay))).toBe(words);
});

test('a child is named with its class, where it has one', () => {
  const child = { firstName: 'Léa', lastName: 'Durand', schoolClass: 'CE1' };
  expect(childWords({ child })).toBe('Durand Léa, CE1');
  expect(childWords({ child: { ...child, schoolClass: '' } })).toBe('Durand Léa');
});
