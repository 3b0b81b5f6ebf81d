import { describe, expect, test } from 'vitest';
import { type BookingPeriod, windowsIn } from './window-words.ts';

const period = (more: Partial<BookingPeriod> = {}): BookingPeriod => ({
  code: 'mercredis-hiver',
  label: 'Mercredis de janvier à mars',
  activity: { code: 'mercredi', label: 'Josta Leku' },
  facility: 'Josta Leku',
  from: '2027-01-06',
  until: '2027-03-31',
  state: 'notYet',
  opensAt: '2026-11-29T23:00:00.000Z',
  closesAt: '2026-12-10T23:00:00.000Z',
  childIds: ['lea'],
  days: 12,
  daysFull: 0,
  ...more,
});

const windows = (...items: BookingPeriod[]) =>
  windowsIn({ now: '2026-11-21T08:00:00.000Z', items }, 'Europe/Paris');
const sentences = (...items: BookingPeriod[]) =>
  windows(...items).flatMap(({ turns }) =>
    turns.map(({ sentence }) => sentence.replaceAll('\u00a0', ' ')),
  );

describe('a window of bookings', () => {
  test.each([
    ['to come', {}, 'Se réserve du lundi 30 novembre au jeudi 10 décembre.'],
    [
      'to come, with its hours',
      { opensAt: '2026-11-30T07:00:00.000Z', closesAt: '2026-12-11T17:00:00.000Z' },
      'Se réserve du lundi 30 novembre à 8 h au vendredi 11 décembre à 18 h.',
    ],
    ['to come, without an end', { closesAt: null }, 'Se réserve à partir du lundi 30 novembre.'],
    [
      'that is open',
      { state: 'open', opensAt: '2026-11-15T23:00:00.000Z' },
      'Les réservations sont ouvertes jusqu’au jeudi 10 décembre.',
    ],
    [
      'that closed lately',
      { state: 'closed', closesAt: '2026-11-19T23:00:00.000Z' },
      'Les réservations en ligne sont closes depuis le jeudi 19 novembre. Contactez le service.',
    ],
    [
      'to be announced',
      { state: 'notAnnounced', opensAt: null, closesAt: null },
      'Pas encore ouvert : les dates et la marche à suivre seront annoncées dans les actualités.',
    ],
  ] as const)('%s', (_, more, sentence) => {
    expect(sentences(period(more))).toEqual([sentence]);
  });

  test('says of what it is, and how the address names it', () => {
    expect(windows(period())).toMatchObject([
      { title: 'Mercredis de janvier à mars · Josta Leku', period: 'mercredi.mercredis-hiver' },
    ]);
  });
});

describe('what is not told', () => {
  test('a period that is always open', () => {
    expect(windows(period({ state: 'open', opensAt: null }))).toEqual([]);
  });

  test('a window that opens in three months, or closed two months ago', () => {
    const far = period({ opensAt: '2027-02-21T08:00:00.000Z' });
    const old = period({ state: 'closed', closesAt: '2026-09-20T22:00:00.000Z' });
    expect(windows(far, old)).toEqual([]);
  });

  test('the months after the one that opens next', () => {
    const month = (label: string, opensAt: string) => period({ code: label, label, opensAt });
    const told = windows(
      month('Décembre', '2026-11-30T23:00:00.000Z'),
      month('Janvier', '2026-12-31T23:00:00.000Z'),
    );
    expect(told.map(({ title }) => title)).toEqual(['Décembre · Josta Leku']);
  });
});

describe('children of several groups', () => {
  test('share a window that opens to them at once', () => {
    const [window] = windows(period(), period({ childIds: ['noe'] }));
    expect(window?.turns.map(({ childIds }) => childIds)).toEqual([['lea', 'noe']]);
  });

  test('have each their turn', () => {
    const noe = period({ childIds: ['noe'], opensAt: '2026-12-01T07:00:00.000Z' });
    const told = windows(noe, period());
    expect(told).toHaveLength(1);
    expect(told[0]?.turns.map(({ childIds }) => childIds)).toEqual([['lea'], ['noe']]);
  });
});

test('what is open comes first, what closes first at the head, then what opens', () => {
  const told = windows(
    period({ state: 'notAnnounced', opensAt: null, closesAt: null, label: 'NAP' }),
    period(),
    period({ state: 'open', opensAt: '2026-11-15T23:00:00.000Z', label: 'Noël' }),
    period({
      state: 'open',
      opensAt: '2026-11-15T23:00:00.000Z',
      closesAt: '2026-11-27T23:00:00.000Z',
      label: 'Décembre',
    }),
  );
  expect(told.map(({ title }) => title.split(' · ')[0])).toEqual([
    'Décembre',
    'Noël',
    'Mercredis de janvier à mars',
    'NAP',
  ]);
});
