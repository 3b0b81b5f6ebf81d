import { describe, expect, test } from 'vitest';
import type { QuotientRules } from '../reglement/document.ts';
import { day } from '../time/day.ts';
import { quotientInForce } from './quotient-in-force.ts';
import type { QuotientFact } from './rating-input.ts';

const fact = (
  value: number,
  receivedOn: string,
  validFrom: string | null = null,
): QuotientFact => ({
  value,
  receivedOn: day(receivedOn),
  validFrom: validFrom === null ? null : day(validFrom),
});

const first = fact(900, '2026-09-01');
/** Declared on 10 November, for the situation of 1 October. */
const change = fact(500, '2026-11-10', '2026-10-01');

function on(text: string, rules?: QuotientRules, facts = [first, change]): number | null {
  return quotientInForce(facts, rules, day(text));
}

describe('a change of quotient', () => {
  test.each([
    ['atOnce', '2026-11-09', 900],
    ['atOnce', '2026-11-10', 500],
    ['nextMonth', '2026-11-30', 900],
    ['nextMonth', '2026-12-01', 500],
    ['nextSchoolYear', '2027-08-31', 900],
    ['nextSchoolYear', '2027-09-01', 500],
    ['retroactive', '2026-09-30', 900],
    ['retroactive', '2026-10-01', 500],
  ] as const)('that counts %s, on %s', (takesEffect, text, expected) => {
    expect(on(text, { takesEffect })).toBe(expected);
  });

  test('counts from its own date where the règlement does not say', () => {
    expect([on('2026-09-30'), on('2026-10-01')]).toEqual([900, 500]);
  });

  test('declared ahead does not count before its date', () => {
    const ahead = [first, fact(500, '2026-11-10', '2027-01-01')];
    expect(on('2026-12-31', { takesEffect: 'atOnce' }, ahead)).toBe(900);
    expect(on('2027-01-01', { takesEffect: 'atOnce' }, ahead)).toBe(500);
  });
});

describe('the first quotient', () => {
  test('is no change: it counts from its receipt', () => {
    const only = [fact(700, '2026-11-10')];
    expect(on('2026-11-09', { takesEffect: 'nextMonth' }, only)).toBeNull();
    expect(on('2026-11-10', { takesEffect: 'nextMonth' }, only)).toBe(700);
  });

  test('no document, no quotient', () => {
    expect(on('2026-11-10', undefined, [])).toBeNull();
  });
});

describe('a quotient that has to be given again each year', () => {
  const rules: QuotientRules = { takesEffect: 'atOnce', renewedBy: '01-31' };

  test('counts until that day of the next year, and no longer', () => {
    expect([on('2027-01-31', rules, [first]), on('2027-02-01', rules, [first])]).toEqual([
      900,
      null,
    ]);
  });

  test('unless it was', () => {
    const renewed = [first, fact(850, '2027-01-15')];
    expect(on('2027-02-01', rules, renewed)).toBe(850);
    expect(on('2028-02-01', rules, renewed)).toBeNull();
  });

  test('leaves who gave the new one in time with the old one, until the new one counts', () => {
    const later: QuotientRules = { takesEffect: 'nextMonth', renewedBy: '01-31' };
    const schoolYear: QuotientRules = { takesEffect: 'nextSchoolYear', renewedBy: '01-31' };
    const inTime = [first, fact(850, '2027-01-15')];
    expect(on('2027-02-01', later, inTime)).toBe(850);
    expect(on('2027-03-01', schoolYear, inTime)).toBe(900);
    expect(on('2027-09-01', schoolYear, inTime)).toBe(850);
    expect(on('2028-02-01', schoolYear, inTime)).toBeNull();
    const tooLate = [first, fact(850, '2027-02-15')];
    expect(on('2027-02-20', later, tooLate)).toBeNull();
    expect(on('2027-03-01', later, tooLate)).toBe(850);
  });

  test('by 29 February is by the 28th of a common year', () => {
    const leap: QuotientRules = { takesEffect: 'atOnce', renewedBy: '02-29' };
    expect([on('2027-02-28', leap, [first]), on('2027-03-01', leap, [first])]).toEqual([900, null]);
  });
});

test('one that goes back further than one without a date takes its place from then on', () => {
  const back = fact(500, '2026-11-10', '2026-08-01');
  expect(on('2026-12-01', undefined, [first, back])).toBe(500);
  // Between two that bear a date, the date decides.
  const dated = fact(900, '2026-09-01', '2026-09-01');
  expect(on('2026-12-01', undefined, [dated, back])).toBe(900);
  expect(on('2026-08-15', undefined, [dated, back])).toBe(500);
});

test('the order in which they are told does not matter', () => {
  const together = [fact(500, '2026-11-10'), fact(600, '2026-11-10')];
  expect(on('2026-11-10', undefined, together)).toBe(500);
  expect(on('2026-11-10', undefined, together.toReversed())).toBe(500);
});
