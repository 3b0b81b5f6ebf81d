import { expect, test } from 'vitest';
import { december, planningOf, rowOf } from '../planning.factory.ts';
import { legendOf } from './legend-of.ts';
import { monthOf } from './month.ts';

const matin = rowOf({ unit: 'matin', ...december }, { waitingList: 'none' });
const legend = (more: Partial<typeof matin>) =>
  legendOf(monthOf(planningOf(december.from, december.until, [{ ...matin, ...more }]), () => true));

const usual = ['free', 'add', 'remove', 'booked', 'full', 'deadline', 'closed', 'holiday'];

test('a month of days accepted at once is explained by its usual states', () => {
  expect(legend({})).toEqual(usual);
});

test('what a service can come to is explained before it happens', () => {
  const added = legend({ acceptance: 'staff', payment: 'byDate' });
  expect(added.filter((key) => !usual.includes(key))).toEqual([
    'pendingAdd',
    'refused',
    'awaitingPayment',
    'expired',
  ]);
});

test('what one of its days shows is explained too', () => {
  const constraint = matin.on.map((_, at) => (at === 3 ? ('notOpenYet' as const) : 'free'));
  expect(legend({ constraint })).toContain('notOpenYet');
});
