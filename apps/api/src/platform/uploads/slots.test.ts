import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createSlots } from './slots.ts';
import { createTurnstile } from './turnstile.ts';

test('only so many things are done at once, the others in their order', async () => {
  const slots = createSlots(2);
  let [inside, most] = [0, 0];
  const order: number[] = [];
  const work = (name: number) => async () => {
    inside += 1;
    most = Math.max(most, inside);
    order.push(name);
    await setImmediate();
    inside -= 1;
    if (name === 1) throw new Error('one that fails');
  };
  const all = [0, 1, 2, 3, 4].map((name) => slots.run(work(name)));
  const ended = await Promise.allSettled(all);
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4]);
  expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(1);
});

test('nobody takes all the places of a turnstile, and who has left makes room once', () => {
  const turnstile = createTurnstile({ inAll: 3, ofOne: 2 });
  const first = turnstile.enter('claire');
  expect(turnstile.enter('claire')).not.toBeNull();
  expect(turnstile.enter('claire')).toBeNull();
  expect(turnstile.enter('paul')).not.toBeNull();
  expect(turnstile.enter('lina')).toBeNull();
  first?.();
  first?.();
  expect(turnstile.enter('lina')).not.toBeNull();
  expect(turnstile.enter('lina')).toBeNull();
});
