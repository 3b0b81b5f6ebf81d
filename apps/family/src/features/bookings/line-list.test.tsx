import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Organisation } from '../../shared/organisation.ts';
import { groupLines, isBlocked } from './cart-groups.ts';
import type { CartLine } from './cart-types.ts';
import { LineList } from './line-list.tsx';

const organisation = {
  timeZone: 'Europe/Paris',
  officeHoursText: '',
  contact: { name: 'le service', phone: '', email: '', address: '' },
} as Organisation;

const line = (date: number, outcome: CartLine['outcome'] = 'accepted'): CartLine => ({
  childId: 'lea',
  childFirstName: 'Léa',
  sessionId: `s-${date}`,
  on: `2026-12-${String(date).padStart(2, '0')}`,
  unit: 'soir',
  unitLabel: 'Périscolaire soir',
  activityLabel: 'Périscolaire',
  action: 'add',
  outcome,
  limitAt: null,
  late: false,
  dueAt: null,
  cents: 280,
  reasons: [],
  priceReasons: [],
});

function show(lines: readonly CartLine[]) {
  render(
    <LineList
      groups={groupLines(lines)}
      organisation={organisation}
      level={2}
      failed={isBlocked}
    />,
  );
}

const dates = () =>
  screen
    .getAllByRole('listitem')
    .map((item) => item.querySelector('strong')?.textContent?.replaceAll('\u00a0', ' '));
const period = Array.from({ length: 26 }, (_, index) => index + 1);

afterEach(cleanup);

test('few days are all listed', () => {
  show([line(1), line(2), line(3)]);
  expect(dates()).toHaveLength(3);
  expect(screen.queryByRole('button')).toBeNull();
});

test('a whole period is opened by a button, and its amount is that of all its days', () => {
  show(period.map((date) => line(date)));
  expect(dates()).toHaveLength(4);
  expect(screen.getByRole('heading').textContent?.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(
    '72,80 €',
  );
  fireEvent.click(screen.getByRole('button', { name: /^Voir les 22 autres jours/ }));
  expect(dates()).toHaveLength(26);
});

test('what would not be done is never hidden', () => {
  show(period.map((date) => line(date, date === 26 ? 'staffOnly' : 'accepted')));
  expect(dates()[0]).toBe('Samedi 26 décembre');
});
