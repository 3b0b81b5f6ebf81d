import { describe, expect, test } from 'vitest';
import type { PlanningRow } from './bookings.queries.ts';
import { cellOf } from './cell.ts';
import { emptyDraft, reduceDraft } from './draft.ts';
import { december, planningOf, rowOf } from './planning.factory.ts';

const free = rowOf({ unit: 'soir', ...december });
const drafted = (action: 'add' | 'remove') =>
  reduceDraft(emptyDraft, {
    type: 'gesture',
    changes: [{ childId: 'lea', sessionId: 'soir-2026-12-01', action, cents: 200 }],
  });

function first(more: Partial<PlanningRow>, draft = emptyDraft) {
  const row = { ...free, ...more };
  const planning = planningOf(december.from, december.until, [row]);
  return cellOf(planning, row, { on: '2026-12-01', kind: 'school', label: null }, draft);
}

describe('a day whose limit passes while it is in the cart', () => {
  const late = { constraint: free.on.map(() => 'staffOnly' as const) };

  test('reads past its limit, and a tap takes it out of the cart', () => {
    const { view } = first(late, drafted('add'));
    expect([view.word, view.pressed, view.tap]).toEqual(['Hors délai', false, 'undo']);
  });

  test('stays booked where it was to be cancelled', () => {
    const booked = { ...late, state: free.on.map(() => 'confirmed' as const) };
    const { view } = first(booked, drafted('remove'));
    expect([view.word, view.locked, view.tap]).toEqual(['Réservé', true, 'undo']);
  });

  test('in time, it reads as it will be', () => {
    expect(first({}, drafted('add')).view.word).toBe('À ajouter');
  });
});

describe('a day cancelled past its limit', () => {
  const cancelled = { state: free.on.map(() => 'cancelledLate' as const) };

  test('is said to be billed all the same', () => {
    const cell = first({ ...cancelled, constraint: free.on.map(() => 'staffOnly' as const) });
    expect([cell.word, cell.view.tap]).toEqual(['Annulé, facturé', 'explain']);
  });

  test('reads as any other where it can be taken up again', () => {
    const cell = first({ ...cancelled, constraint: free.on.map(() => 'late' as const) });
    expect([cell.word, cell.view.word]).toEqual([undefined, 'Tarif majoré']);
  });

  test('a day that was never booked stays past its limit', () => {
    const cell = first({ constraint: free.on.map(() => 'staffOnly' as const) });
    expect([cell.word, cell.view.word]).toEqual([undefined, 'Hors délai']);
  });
});

describe('a day that is waited for', () => {
  const queue = [
    { index: 0, bookingId: 'b1', rank: 2, until: '2026-11-29T06:30:00.000Z', answerDueAt: null },
  ];
  const waiting = {
    queue,
    state: free.on.map((_, at) => (at === 0 ? ('waitlisted' as const) : null)),
  };

  test('shows its rank', () => {
    const cell = first(waiting);
    expect([cell.word, cell.queue?.bookingId]).toEqual(['File : 2ᵉ', 'b1']);
  });

  test('reads as being left once it is', () => {
    const cell = first(waiting, drafted('remove'));
    expect([cell.word, cell.view.word]).toEqual([undefined, 'À annuler']);
  });

  test('is offered without a rank', () => {
    const offered = { ...waiting, state: free.on.map(() => 'offered' as const) };
    const cell = first({ ...offered, queue: queue.map((one) => ({ ...one, rank: null })) });
    expect([cell.word, cell.view.word, cell.view.tap]).toEqual([
      undefined,
      'Place libre !',
      'offer',
    ]);
  });
});
