import { describe, expect, test } from 'vitest';
import { changesSince } from './cart-changes.ts';
import type { CartLine } from './cart-types.ts';

const line = (more: Partial<CartLine> = {}): CartLine => ({
  childId: 'lea',
  childFirstName: 'Léa',
  sessionId: 's1',
  on: '2026-12-01',
  unit: 'matin',
  unitLabel: 'Périscolaire matin',
  activityLabel: 'Périscolaire',
  action: 'add',
  outcome: 'accepted',
  limitAt: null,
  late: false,
  dueAt: null,
  cents: 170,
  reasons: [],
  priceReasons: [],
  ...more,
});
const name = 'Périscolaire matin, Léa, mardi 1er\u00a0décembre';

describe('what changed in a cart', () => {
  test.each([
    ['nothing', [line()], [line()], []],
    ['a line put in', [], [line()], [`Mis au panier : ajout de ${name}`]],
    ['a line taken out', [line()], [], [`Retiré : ajout de ${name}`]],
    [
      'the same day of another child',
      [line()],
      [line({ childId: 'noe', childFirstName: 'Noé' })],
      [`Mis au panier : ajout de ${name.replace('Léa', 'Noé')}`, `Retiré : ajout de ${name}`],
    ],
    [
      'an addition that became a cancellation',
      [line()],
      [line({ action: 'remove', cents: -170 })],
      [`Mis au panier : annulation de ${name}`, `Retiré : ajout de ${name}`],
    ],
    ['another price', [line()], [line({ cents: 200 })], [`Modifié : ajout de ${name}`]],
    [
      'a day that is now full',
      [line()],
      [line({ outcome: 'refused' })],
      [`Modifié : ajout de ${name}`],
    ],
  ])('%s', (_, seen, now, told) => {
    expect(changesSince(seen, now)).toEqual(told);
  });
});
