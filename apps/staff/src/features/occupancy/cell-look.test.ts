import { describe, expect, test } from 'vitest';
import { bandOf, cellSentence } from './cell-look.ts';
import type { OccupancyCell } from './occupancy.queries.ts';

const cell = (more: Partial<OccupancyCell>): OccupancyCell => ({
  capacity: 20,
  taken: 0,
  free: 20,
  requested: 0,
  waiting: 0,
  offered: 0,
  groups: 1,
  full: 0,
  over: 0,
  closed: null,
  ...more,
});

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('how full a day looks', () => {
  test.each([
    ['nothing planned', null, 'none'],
    ['closed', cell({ closed: 'Grève' }), 'closed'],
    ['less than half', cell({ taken: 9, free: 11 }), 'low'],
    ['half', cell({ taken: 10, free: 10 }), 'half'],
    ['nearly full', cell({ taken: 17, free: 3 }), 'high'],
    ['full', cell({ taken: 20, free: 0, full: 1 }), 'full'],
    ['one of its groups full', cell({ groups: 2, full: 1, free: 4 }), 'partly'],
    ['more children than places', cell({ taken: 21, free: 0, full: 1, over: 1 }), 'over'],
    ['a room that is closed to everybody', cell({ capacity: 0, free: 0, groups: 1 }), 'high'],
  ] as const)('%s', (_name, shown, band) => {
    expect(bandOf(shown)).toBe(band);
  });

  test('places that other units took count as taken', () => {
    expect(bandOf(cell({ taken: 2, free: 2 }))).toBe('high');
  });
});

describe('what is read aloud', () => {
  test.each([
    [null, 'pas d’accueil'],
    [cell({ closed: 'Grève' }), 'fermé : Grève'],
    [cell({ closed: '' }), 'fermé'],
    [cell({ taken: 18, free: 2 }), '18 places prises, 2 places libres'],
    [cell({ taken: 20, free: 0, full: 1, waiting: 4 }), '20 places prises, complet, 4 en attente'],
    [
      cell({ taken: 1, free: 19, requested: 2, offered: 1 }),
      '1 place prise, 19 places libres, 2 demandes, 1 place proposée',
    ],
  ] as const)('%#', (shown, words) => {
    expect(plain(cellSentence(shown))).toBe(words);
  });
});
