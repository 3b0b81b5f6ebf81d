import { fromIso } from '@preau/domain/time/instant';
import { expect, test } from 'vitest';
import type { CartLine } from '../cart-types.ts';
import { dueSentences, withoutMovingTerm } from './due-sentences.ts';

const now = fromIso('2026-12-01T08:00:20.000Z');
const line = (outcome: CartLine['outcome'], dueAt: string | null) =>
  ({ action: 'add', outcome, dueAt }) as CartLine;
const told = (...lines: CartLine[]) =>
  dueSentences(lines, now, 'Europe/Paris').map((one) => one.replaceAll('\u00a0', ' '));

test('a hold is told in minutes: it begins when one confirms', () => {
  const held = line('awaitingPayment', '2026-12-01T08:30:00.000Z');
  expect(told(held)[0]).toContain('la place est tenue 30 minutes');
  expect(told(held, held)[0]).toContain('les places sont tenues 30 minutes');
});

test('what is due by a date is told by that date', () => {
  expect(told(line('awaitingPayment', '2026-12-25T23:00:00.000Z')).join(' ')).toContain(
    'à payer avant le vendredi 25 décembre à minuit',
  );
});

test('beside what is held, by when the service answers the rest', () => {
  const sentences = told(
    line('awaitingPayment', '2026-12-01T08:30:00.000Z'),
    line('pending', '2026-12-03T08:00:00.000Z'),
  );
  expect(sentences).toHaveLength(2);
  expect(sentences[1]).toContain('jeudi 3 décembre à 9 h');
});

test('a line does not tell the end of a hold that has not begun, but tells a date', () => {
  const reasons = [{ code: 'payBefore' }, { code: 'noLimit' }];
  const codes = (dueAt: string) =>
    withoutMovingTerm({ ...line('awaitingPayment', dueAt), reasons }, now).reasons.map(
      ({ code }) => code,
    );
  expect(codes('2026-12-01T08:30:00.000Z')).toEqual(['noLimit']);
  expect(codes('2026-12-25T23:00:00.000Z')).toEqual(['payBefore', 'noLimit']);
});
