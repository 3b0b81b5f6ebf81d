import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { Price } from '../reglement/document.ts';
import { codesOf, presence } from '../testing/any-presence.ts';
import { evaluatePrice } from './evaluate-price.ts';

const flat = (amount: number): Price => ({ kind: 'flat', cents: cents(amount) });
const hours = (arrival: string | null, departure: string | null) =>
  presence({ startsAt: '16:30', endsAt: '18:30', arrival, departure });

describe('half-hours begun', () => {
  const price: Price = { kind: 'timeBlocks', minutes: 30, price: flat(40), count: 'started' };

  test.each([
    ['16:30', '16:30', 0],
    ['16:30', '16:31', 40],
    ['16:30', '17:00', 40],
    ['16:30', '17:01', 80],
    ['16:45', '17:15', 40],
    ['17:00', '16:30', 0],
    // Who comes before the doors open, or leaves after they close, is there no longer for that.
    ['16:15', '17:00', 40],
    ['18:00', '18:45', 40],
  ])('from %s to %s: %i cents', (arrival, departure, expected) => {
    expect(evaluatePrice(price, hours(arrival, departure)).cents).toBe(expected);
  });

  test('are those of the unit where nobody recorded the hours', () => {
    expect(evaluatePrice(price, hours(null, null)).cents).toBe(160);
    expect(evaluatePrice(price, hours(null, '17:00')).cents).toBe(40);
    expect(evaluatePrice(price, hours('18:00', null)).cents).toBe(40);
  });

  test('are explained with their number and price', () => {
    expect(evaluatePrice(price, hours('16:30', '17:10')).reasons).toEqual([
      {
        code: 'timeBlocksPrice',
        count: 'started',
        blockMinutes: 30,
        minutes: 40,
        blocks: 2,
        eachCents: 40,
        cents: 80,
      },
    ]);
  });

  test('are counted between two hours of the day only, and so many at most', () => {
    const within: Price = { ...price, from: '17:00', until: '18:00' };
    expect(evaluatePrice(within, hours('16:30', '18:30')).cents).toBe(80);
    expect(evaluatePrice(within, hours('17:20', '17:40')).cents).toBe(40);
    expect(evaluatePrice(within, hours('16:30', '17:00')).cents).toBe(0);
    expect(evaluatePrice({ ...price, maxBlocks: 3 }, hours(null, null)).cents).toBe(120);
  });

  test('until midnight are counted to the end of the day', () => {
    const night = presence({ startsAt: '22:00', endsAt: '24:00' });
    expect(evaluatePrice(price, night).cents).toBe(160);
  });
});

test('hours completed leave out the one that is not', () => {
  const price: Price = { kind: 'timeBlocks', minutes: 60, price: flat(150), count: 'completed' };
  expect(evaluatePrice(price, hours('16:30', '18:29')).cents).toBe(150);
  expect(evaluatePrice(price, hours('16:30', '18:30')).cents).toBe(300);
});

test('an hour pro rata is to the minute, rounded once', () => {
  const price: Price = { kind: 'timeBlocks', minutes: 60, price: flat(250), count: 'proRata' };
  expect(evaluatePrice(price, hours('16:30', '17:15')).cents).toBe(188);
  expect(evaluatePrice({ ...price, maxBlocks: 1 }, hours('16:30', '18:30')).cents).toBe(250);
});

test('blocks whose price is not known are not', () => {
  const price: Price = {
    kind: 'timeBlocks',
    minutes: 30,
    price: { kind: 'notStated' },
    count: 'started',
  };
  expect(codesOf(evaluatePrice(price, hours(null, null)))).toEqual(['amountNotStated']);
});

describe('Médoc Estuaire: one presence, two tariffs', () => {
  const bands = (low: number, high: number): Price => ({
    kind: 'quotientBands',
    bands: [
      { from: 0, cents: cents(low) },
      { from: 1001, cents: cents(high) },
    ],
  });
  const wednesday: Price = {
    kind: 'sum',
    parts: [
      { label: 'Forfait', price: bands(480, 520) },
      {
        label: 'Après 16 h 30',
        price: {
          kind: 'timeBlocks',
          minutes: 30,
          price: bands(35, 40),
          count: 'started',
          from: '16:30',
        },
      },
    ],
  };
  const until = (departure: string) =>
    presence({ quotient: 1100, startsAt: '13:30', endsAt: '18:30', departure });

  test('the package, and half-hours after half past four', () => {
    const charged = evaluatePrice(wednesday, until('17:30'));
    expect(charged.cents).toBe(600);
    expect(charged.reasons[0]).toEqual({
      code: 'summedPrice',
      parts: [
        { label: 'Forfait', cents: 520 },
        { label: 'Après 16 h 30', cents: 80 },
      ],
      cents: 600,
    });
    expect(codesOf(charged)).toEqual([
      'summedPrice',
      'quotientPrice',
      'timeBlocksPrice',
      'quotientPrice',
    ]);
  });

  test('the package alone until then', () => {
    expect(evaluatePrice(wednesday, until('16:30')).cents).toBe(520);
  });

  test('a band moved moves in both', () => {
    expect(evaluatePrice(wednesday, until('17:30'), -1).cents).toBe(550);
  });
});

describe('Sainte-Anne: by the hour of departure, and of arrival', () => {
  const evening: Price = {
    kind: 'byClock',
    of: 'departure',
    steps: [
      { upTo: '17:30', price: flat(200) },
      { upTo: '18:00', price: flat(300) },
      { upTo: '18:45', price: flat(400) },
    ],
  };
  const morning: Price = {
    kind: 'byClock',
    of: 'arrival',
    steps: [
      { upTo: '07:59', price: flat(200) },
      { upTo: null, price: flat(100) },
    ],
  };

  test.each([
    ['17:29', 200],
    ['17:30', 200],
    ['17:31', 300],
    ['17:45', 300],
    ['18:45', 400],
  ])('fetched at %s: %i cents', (departure, expected) => {
    expect(evaluatePrice(evening, hours(null, departure)).cents).toBe(expected);
  });

  test('after the last step the source says nothing', () => {
    expect(codesOf(evaluatePrice(evening, hours(null, '18:46')))).toEqual(['amountNotStated']);
  });

  test('the hours of the unit stand for those nobody recorded', () => {
    expect(evaluatePrice(evening, hours(null, null)).cents).toBe(400);
    expect(evaluatePrice(morning, presence({ startsAt: '07:30' })).cents).toBe(200);
  });

  test('brought at 8 h 05 the morning costs one euro', () => {
    const charged = evaluatePrice(morning, presence({ startsAt: '07:30', arrival: '08:05' }));
    expect(charged).toEqual({
      cents: 100,
      reasons: [{ code: 'clockPrice', of: 'arrival', at: '08:05', upTo: null, cents: 100 }],
    });
  });
});
