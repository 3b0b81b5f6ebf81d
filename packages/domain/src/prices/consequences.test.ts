import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents.ts';
import type { Consequence } from '../reglement/document.ts';
import { codesOf, presence } from '../testing/any-presence.ts';
import { charge, undetermined } from './charge.ts';
import { cancelledUnder, chargeUnder } from './consequences.ts';

const context = presence({ unit: 'repas', quotient: 700 });
const normal = charge(cents(415), { code: 'flatPrice', cents: cents(415) });
const flat = (amount: number) => ({ kind: 'flat', cents: cents(amount) }) as const;

describe('what a presence costs', () => {
  test.each<[Consequence, number]>([
    [{ kind: 'normal' }, 415],
    [{ kind: 'waitingList' }, 415],
    [{ kind: 'refused' }, 415],
    [{ kind: 'surcharge', cents: cents(200) }, 615],
    [{ kind: 'surcharge', cents: cents(200), centsByUnit: { repas: cents(50) } }, 465],
    [{ kind: 'surcharge', cents: cents(200), centsByUnit: { autre: cents(50) } }, 615],
    [{ kind: 'percentSurcharge', percent: 50 }, 623],
    [{ kind: 'multiple', times: 2 }, 830],
    [{ kind: 'multiple', times: 1.5 }, 623],
    [{ kind: 'replacingPrice', centsByUnit: { repas: cents(761) } }, 761],
    [{ kind: 'replacingPrice', price: flat(549) }, 549],
  ])('4,15 € under %j is %i cents', (consequence, expected) => {
    expect(chargeUnder(consequence, normal, context).cents).toBe(expected);
  });

  test('another price puts the ordinary one aside, and says so', () => {
    const late: Consequence = { kind: 'replacingPrice', centsByUnit: { repas: cents(761) } };
    expect(chargeUnder(late, normal, context).reasons).toEqual([
      { code: 'latePriceReplaces', cents: 761, insteadOf: 415 },
    ]);
    const rate: Consequence = {
      kind: 'replacingPrice',
      price: { kind: 'effortRate', percent: 1 },
    };
    expect(codesOf(chargeUnder(rate, normal, context))).toEqual([
      'latePriceReplaces',
      'effortPrice',
    ]);
  });

  test('a surcharge is told after the price it is added to, with its cause', () => {
    const surcharge: Consequence = { kind: 'surcharge', cents: cents(200) };
    expect(chargeUnder(surcharge, normal, context, 'unbooked').reasons).toEqual([
      { code: 'flatPrice', cents: 415 },
      { code: 'lateSurcharge', cents: 200, cause: 'unbooked' },
    ]);
    expect(chargeUnder(surcharge, normal, context, 'late').reasons[1]).toEqual({
      code: 'lateSurcharge',
      cents: 200,
    });
    expect(
      chargeUnder({ kind: 'percentSurcharge', percent: 50 }, normal, context).reasons[1],
    ).toEqual({ code: 'lateSurcharge', cents: 208, percent: 50 });
    expect(
      chargeUnder({ kind: 'multiple', times: 2 }, normal, context, 'noShow').reasons[1],
    ).toEqual({ code: 'lateMultiple', times: 2, cents: 830, insteadOf: 415, cause: 'noShow' });
  });

  test('nothing, where who does not come owes nothing', () => {
    expect(chargeUnder({ kind: 'free' }, normal, context, 'noShow')).toEqual({
      cents: 0,
      reasons: [{ code: 'notCharged', cause: 'noShow', cents: 415 }],
    });
  });

  test.each<Consequence>([
    { kind: 'notStated' },
    { kind: 'surcharge' },
    { kind: 'replacingPrice' },
    { kind: 'replacingPrice', centsByUnit: { autre: cents(100) } },
    { kind: 'replacingPrice', price: { kind: 'notStated' } },
  ])('is not known under %j', (consequence) => {
    expect(codesOf(chargeUnder(consequence, normal, context))).toEqual(['amountNotStated']);
  });

  test('is not known where the ordinary price is not, unless another replaces it', () => {
    for (const consequence of [
      { kind: 'surcharge', cents: cents(200) },
      { kind: 'percentSurcharge', percent: 10 },
      { kind: 'multiple', times: 2 },
      { kind: 'normal' },
    ] as const) {
      expect(chargeUnder(consequence, undetermined, context)).toEqual({
        cents: 0,
        reasons: [{ code: 'amountNotStated' }],
      });
    }
    const replacing: Consequence = { kind: 'replacingPrice', price: flat(549) };
    expect(chargeUnder(replacing, undetermined, context)).toEqual({
      cents: 549,
      reasons: [{ code: 'latePriceReplaces', cents: 549 }],
    });
  });
});

describe('what a cancelled booking still costs', () => {
  test.each<[Consequence, number | null]>([
    [{ kind: 'normal' }, null],
    [{ kind: 'waitingList' }, null],
    [{ kind: 'billedInFull' }, 415],
    [{ kind: 'refused' }, 415],
    [{ kind: 'credited' }, 415],
    [{ kind: 'billedInPart', percent: 50 }, 208],
    [{ kind: 'billedAtDiscretion', minPercent: 0, maxPercent: 80 }, 332],
    [{ kind: 'surcharge', cents: cents(200) }, 200],
    [{ kind: 'surcharge', centsByUnit: { repas: cents(50) } }, 50],
    [{ kind: 'percentSurcharge', percent: 10 }, 42],
    [{ kind: 'multiple', times: 2 }, 830],
    [{ kind: 'replacingPrice', price: flat(549) }, 549],
  ])('4,15 € cancelled under %j: %j cents', (consequence, expected) => {
    expect(cancelledUnder(consequence, normal, context)?.cents ?? null).toBe(expected);
  });

  test('the share is the one the staff chose, or the greatest until then', () => {
    const choice: Consequence = { kind: 'billedAtDiscretion', minPercent: 0, maxPercent: 100 };
    expect(cancelledUnder(choice, normal, context)).toEqual({
      cents: 415,
      reasons: [{ code: 'cancellationAtDiscretion', minPercent: 0, maxPercent: 100, cents: 415 }],
    });
    expect(cancelledUnder(choice, normal, context, 30)).toEqual({
      cents: 125,
      reasons: [{ code: 'cancellationBilledInPart', percent: 30, cents: 125 }],
    });
    expect(cancelledUnder(choice, normal, context, 0)?.cents).toBe(0);
  });

  test('each says what it is', () => {
    const codes = (consequence: Consequence) =>
      cancelledUnder(consequence, normal, context)?.reasons.map(({ code }) => code);
    expect(codes({ kind: 'billedInFull' })).toEqual(['lateCancellationBilled']);
    expect(codes({ kind: 'credited' })).toEqual(['cancellationCredited']);
    expect(codes({ kind: 'surcharge', cents: cents(200) })).toEqual(['cancellationFee']);
  });

  test.each<Consequence>([
    { kind: 'notStated' },
    { kind: 'surcharge' },
    { kind: 'replacingPrice', price: { kind: 'notStated' } },
  ])('is not known under %j', (consequence) => {
    expect(cancelledUnder(consequence, normal, context)?.reasons).toEqual([
      { code: 'amountNotStated' },
    ]);
  });

  test('is not known where the price is not, but for a fee of its own', () => {
    const full = cancelledUnder({ kind: 'billedInFull' }, undetermined, context);
    expect(full?.reasons).toEqual([{ code: 'amountNotStated' }]);
    const fee = cancelledUnder({ kind: 'surcharge', cents: cents(200) }, undetermined, context);
    expect(fee?.cents).toBe(200);
    expect(cancelledUnder({ kind: 'normal' }, undetermined, context)).toBeNull();
  });
});
