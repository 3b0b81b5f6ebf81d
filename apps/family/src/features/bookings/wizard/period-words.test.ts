import { describe, expect, test } from 'vitest';
import { bookingPeriod as period } from './booking-period.factory.ts';
import { childWords, periodsOfChild, placesWords, rangeWords, stateWords } from './period-words.ts';

const zone = 'Europe/Paris';
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ');

describe('a period in words', () => {
  test('its days, the year once where it is the same', () => {
    expect(plain(rangeWords(period()))).toBe(
      'du samedi 19 décembre 2026 au dimanche 3 janvier 2027',
    );
    expect(plain(rangeWords({ from: '2027-02-06', until: '2027-02-21' }))).toBe(
      'du samedi 6 février au dimanche 21 février 2027',
    );
  });

  test.each([
    [{ days: 8, daysFull: 0 }, '8 jours'],
    [{ days: 8, daysFull: 1 }, '8 jours, dont 1 complet'],
    [{ days: 8, daysFull: 2 }, '8 jours, dont 2 complets'],
    [{ days: 8, daysFull: 8 }, '8 jours, tous complets'],
    [{ days: 1, daysFull: 1 }, '1 jour, complet'],
    [{ days: 0, daysFull: 0 }, null],
  ])('its places: %o', (counts, words) => {
    expect(placesWords(period(counts))).toBe(words);
  });

  test.each([
    [{}, 'Ouverte jusqu’au vendredi 11 décembre à 18 h'],
    [{ closesAt: null }, 'Ouverte'],
    [{ state: 'notYet' }, 'Ouvre le mardi 24 novembre à 9 h'],
    [{ state: 'closed' }, "Fermée depuis le vendredi 11 décembre à 18 h : contactez l'ALSH"],
    [{ state: 'closed', closesAt: null }, "Ne se réserve pas en ligne : contactez l'ALSH"],
    [
      { state: 'notAnnounced', opensAt: null },
      'Pas encore ouverte : la date sera annoncée dans les actualités',
    ],
  ] as const)('when it is booked: %o', (changes, words) => {
    expect(plain(stateWords(period(changes), zone, "l'ALSH"))).toBe(words);
  });
});

describe('the periods of a child', () => {
  const open = period({ code: 'noel' });
  const later = period({ code: 'hiver', state: 'notYet', opensAt: '2027-01-12T08:00:00.000Z' });
  const closed = period({ code: 'toussaint', state: 'closed' });
  const others = period({ code: 'autre', childIds: ['noe'] });

  test('are those they are enrolled in, what opens next before what is over', () => {
    const found = periodsOfChild([closed, later, open, others], 'lea');
    expect(found.open.map(({ code }) => code)).toEqual(['noel']);
    expect(found.others.map(({ code }) => code)).toEqual(['hiver', 'toussaint']);
  });

  test.each([
    [[open, later], '1 période ouverte'],
    [[open, period({ code: 'mercredis' })], '2 périodes ouvertes'],
    [[closed, later], 'Prochaine ouverture le mardi 12 janvier à 9 h'],
    [[closed], 'Aucune période ouverte'],
    [[others], 'Aucune inscription validée'],
  ])('are told on their card', (periods, words) => {
    expect(plain(childWords(periods, 'lea', zone))).toBe(words);
  });
});
