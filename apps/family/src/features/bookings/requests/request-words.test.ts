import { describe, expect, test } from 'vitest';
import { daysWords, statusOf } from './request-words.ts';

type Asked = Parameters<typeof statusOf>[0];
const of = (kind: Asked['kind'], ...states: Asked['days'][number]['state'][]) =>
  statusOf({ kind, days: states.map((state) => ({ state })) });

describe('where a request stands', () => {
  test.each([
    ['what is to be paid comes first', of('booking', 'requested', 'awaitingPayment'), 'toPay'],
    ['one day without an answer makes it wait', of('booking', 'requested', 'refused'), 'pending'],
    ['accepted in part', of('booking', 'confirmed', 'refused'), 'partly'],
    ['refused', of('booking', 'refused', 'refused'), 'refused'],
    ['accepted, whatever came after', of('booking', 'confirmed', 'attended'), 'accepted'],
    ['withdrawn', of('booking', 'cancelled', 'cancelled'), 'over'],
    ['not paid in time', of('booking', 'cancelled', 'expired'), 'unpaid'],
    ['paid in part', of('booking', 'confirmed', 'expired'), 'partlyUnpaid'],
    ['a cancellation that waits', of('cancellation', 'cancellationRequested'), 'pending'],
    ['a cancellation that was refused', of('cancellation', 'confirmed'), 'refused'],
    ['a cancellation refused, of a day that is over', of('cancellation', 'attended'), 'refused'],
    ['a cancellation that was accepted', of('cancellation', 'cancelled'), 'accepted'],
  ])('%s', (_, status, expected) => {
    expect(status).toBe(expected);
  });
});

describe('the days of a request', () => {
  const days = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      on: `2026-12-${String(at + 1).padStart(2, '0')}`,
    }));

  test('are all told while they are few', () => {
    expect(daysWords(days(2)).replaceAll('\u00a0', ' ')).toBe('mar. 1er déc., mer. 2 déc.');
  });

  test('are counted where they are many', () => {
    expect(daysWords(days(7)).replaceAll('\u00a0', ' ')).toBe(
      '7 jours, du mar. 1er déc. au lun. 7 déc.',
    );
  });
});
