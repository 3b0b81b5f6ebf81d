import { describe, expect, test } from 'vitest';
import type { Cart } from './cart-types.ts';
import { type Change, emptyDraft, reduceDraft } from './draft.ts';
import { summaryOf } from './summary.ts';

const lea = { childId: 'lea', sessionId: 'mon' };
const cart: Cart = {
  revision: 3,
  updatedBy: null,
  totalCents: 500,
  lines: [
    {
      ...lea,
      childFirstName: 'Léa',
      on: '2026-12-01',
      unit: 'repas',
      unitLabel: 'Repas',
      activityLabel: 'Restauration scolaire',
      action: 'add',
      outcome: 'accepted',
      limitAt: null,
      late: false,
      dueAt: null,
      cents: 500,
      reasons: [],
      priceReasons: [],
    },
  ],
};

function after(...changes: readonly Change[]) {
  const loaded = reduceDraft(emptyDraft, { type: 'loaded', lines: cart.lines });
  return summaryOf(reduceDraft(loaded, { type: 'gesture', changes }), cart);
}

describe('the amount shown while the quote is on its way', () => {
  test('is the quote when everything is saved', () => {
    expect(after()).toEqual({ adds: 1, removes: 0, waits: 0, totalCents: 500, estimated: false });
  });

  test('adds what was just ticked', () => {
    const summary = after({ childId: 'lea', sessionId: 'tue', action: 'remove', cents: -342 });
    expect(summary).toEqual({ adds: 1, removes: 1, waits: 0, totalCents: 158, estimated: true });
  });

  test('gives back the quoted amount of what was just unticked, not the estimate', () => {
    const summary = after({ ...lea, action: null, cents: 342 });
    expect(summary).toEqual({ adds: 0, removes: 0, waits: 0, totalCents: 0, estimated: true });
  });
});
