import { day } from '@preau/domain/time/day';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refusal, showPortal } from '../../shared/portal.factory.tsx';
import type { CartLine } from './cart-types.ts';
import { planningOf, rowOf } from './planning.factory.ts';
import { SaveBar } from './save-bar.tsx';
import { draftStore } from './use-draft.ts';
import { isOnRequest } from './use-on-request.ts';

const line = (date: string, outcome: CartLine['outcome'] = 'pending'): CartLine => ({
  childId: 'lea',
  childFirstName: 'Léa',
  sessionId: `soir-${date}`,
  on: date,
  unit: 'soir',
  unitLabel: 'Soir',
  activityLabel: 'Périscolaire',
  action: 'add',
  outcome,
  limitAt: null,
  late: false,
  dueAt: null,
  cents: 260,
  reasons: [],
  priceReasons: [],
});

function show(lines: readonly CartLine[], answer: unknown = { id: 'r-1', lines: [] }) {
  draftStore.dispatch({ type: 'loaded', lines: [...lines] });
  return showPortal(<SaveBar />, {
    at: '/planning',
    answers: {
      'GET /api/family/cart': { revision: 4, updatedBy: null, totalCents: 520, lines },
      'POST /api/family/cart/confirm': answer,
    },
  });
}

beforeEach(() => draftStore.dispatch({ type: 'forgotten' }));
afterEach(cleanup);

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

describe('the foot of a planning on which everything is a request', () => {
  test('is not there while there is nothing to save', async () => {
    const asked = show([]);
    await waitFor(() => expect(asked).toContain('GET /api/family/cart'));
    expect(screen.queryByRole('button', { name: 'Enregistrer' })).toBeNull();
  });

  test('counts requests, and « Enregistrer » sends them', async () => {
    const asked = show([line('2027-01-05'), line('2027-01-07')]);
    await press('Enregistrer');
    await screen.findByText('Ailleurs : /o/val-de-lure/confirmation/r-1');
    expect(asked).toContain('POST /api/family/cart/confirm {"revision":4}');
    expect(draftStore.read().entries.size).toBe(0);
  });

  test('« Annuler » throws away what is not saved, and can be undone', async () => {
    const asked = show([line('2027-01-05'), line('2027-01-07')]);
    expect(await screen.findByText('2 demandes')).toBeTruthy();
    await press('Annuler');
    expect(draftStore.read().entries.size).toBe(0);
    const undo = screen.getByRole<HTMLButtonElement>('button', { name: /^Défaire/ });
    await waitFor(() => expect(undo.disabled).toBe(false));
    fireEvent.click(undo);
    expect(draftStore.read().entries.size).toBe(2);
    expect(asked.filter((one) => one.startsWith('POST'))).toEqual([]);
  });

  test('what would not go is looked at first, line by line', async () => {
    const asked = show([line('2027-01-05'), line('2027-01-07', 'refused')]);
    await press('Enregistrer');
    await screen.findByText('Ailleurs : /o/val-de-lure/panier');
    expect(asked.filter((one) => one.startsWith('POST'))).toEqual([]);
  });

  test('a refusal is told, and the choices are kept', async () => {
    show([line('2027-01-05')], new Refusal(409, 'cart-changed'));
    await press('Enregistrer');
    expect((await screen.findByRole('alert')).textContent).toContain('Le panier a changé');
    expect(draftStore.read().entries.size).toBe(1);
  });
});

describe('a planning is one of requests', () => {
  const week = { from: day('2026-12-07'), until: day('2026-12-13') } as const;
  const staff = rowOf({ unit: 'soir', ...week }, { acceptance: 'staff' });
  const automatic = rowOf({ unit: 'matin', ...week });
  const planning = (...rows: Parameters<typeof planningOf>[2]) =>
    planningOf(week.from, week.until, rows);

  test('where the service accepts everything', () => {
    expect(isOnRequest([planning(staff)])).toBe(true);
  });

  test('not where one service is booked at once, nor before anything is known', () => {
    expect(isOnRequest([planning(staff), planning(automatic)])).toBe(false);
    expect(isOnRequest([])).toBe(false);
  });
});
