import { describe, expect, test } from 'vitest';
import type { CartLine } from './cart-types.ts';
import { groupLines, isBlocked, serviceName } from './cart-groups.ts';

const line = (more: Partial<CartLine>): CartLine => ({
  childId: 'lea',
  childFirstName: 'Léa',
  sessionId: 's',
  on: '2026-12-01',
  unit: 'repas',
  unitLabel: 'Repas',
  activityLabel: 'Restauration scolaire',
  action: 'add',
  outcome: 'accepted',
  limitAt: null,
  late: false,
  dueAt: null,
  cents: 342,
  reasons: [],
  priceReasons: [],
  ...more,
});

describe('lines of the cart', () => {
  const groups = groupLines([
    line({ on: '2026-12-04' }),
    line({ childId: 'noe', childFirstName: 'Noé' }),
    line({ on: '2026-12-01', action: 'remove', cents: -342 }),
    line({
      unit: 'soir',
      unitLabel: 'Périscolaire soir',
      activityLabel: 'Périscolaire',
      cents: 280,
    }),
  ]);

  test('are grouped by child and service', () => {
    expect(groups.map(({ childFirstName, service }) => `${childFirstName} ${service}`)).toEqual([
      'Léa Restauration scolaire – Repas',
      'Noé Restauration scolaire – Repas',
      'Léa Périscolaire soir',
    ]);
  });

  test('are in the order of the days, and added up with their signs', () => {
    expect(groups[0]?.lines.map(({ on }) => on)).toEqual(['2026-12-01', '2026-12-04']);
    expect(groups[0]?.cents).toBe(0);
  });

  test('no amount is lost by grouping', () => {
    expect(groups.reduce((total, { cents }) => total + cents, 0)).toBe(342 + 280);
  });
});

test('a service that already names its activity is said once', () => {
  expect(serviceName('Étude dirigée', 'Étude dirigée')).toBe('Étude dirigée');
  expect(serviceName('Mercredi', 'Après-midi')).toBe('Mercredi – Après-midi');
});

test.each([
  ['accepted', false],
  ['acceptedLate', false],
  ['staffOnly', true],
  ['refused', true],
  ['undetermined', true],
] as const)('a line that is %s stands in the way: %s', (outcome, blocked) => {
  expect(isBlocked(line({ outcome }))).toBe(blocked);
});
