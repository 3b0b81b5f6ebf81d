import { randomInt } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { rewriteStatements } from './contention.factory.ts';
import type { ModelRules } from './life-model.factory.ts';
import { type Disagreement, liveSequence, waysToBook, wanting } from './life-sequences.factory.ts';
import { LifeTown } from './life-town.factory.ts';

const sequencesEach = 25;

describe('random lives of bookings, beside a small model of them', () => {
  let testApp: TestApp;
  beforeEach(async () => {
    testApp = await createTestApp();
  });
  afterEach(() => testApp.close());

  const seen = new Map<string, number>();

  /** Lives some sequences in a town of those rules, to the first that parts from what is expected. */
  async function live(
    rules: ModelRules,
    count: number,
    { expected = rules, firstSeed = 1 }: { expected?: ModelRules; firstSeed?: number } = {},
  ): Promise<Disagreement | null> {
    const town = await LifeTown.open(testApp, rules, wanting);
    for (let at = 0; at < count; at += 1) {
      const parted = await liveSequence(town, expected, firstSeed + at, seen);
      if (parted) return parted;
    }
    return null;
  }

  test.each(Object.keys(waysToBook))(
    '%s: the same states and places, step by step',
    async (way) => {
      const rules = waysToBook[way];
      if (!rules) throw new Error('A way to book of the list');
      expect(await live(rules, sequencesEach, { firstSeed: randomInt(1_000_000) })).toBeNull();
    },
    60_000,
  );

  test('whatever may become of a booking before its day was lived, hence compared', () => {
    expect(stepsOfLife.filter((step) => !seen.has(step))).toEqual([]);
  });

  test('negative control: a server that gave no place back would be caught', async () => {
    rewriteStatements(testApp, (text) =>
      text.replace('taken = p.taken + wanted.delta', 'taken = p.taken + greatest(wanted.delta, 0)'),
    );
    expect(await live(atOnce, 20)).not.toBeNull();
  }, 60_000);

  test('negative control: a list served from its end would be caught', async () => {
    rewriteStatements(testApp, (text) =>
      text.replace('order by b.waiting_since, b.id', 'order by b.waiting_since desc, b.id desc'),
    );
    expect(await live(atOnce, 200)).not.toBeNull();
  }, 60_000);

  test('negative control: a model that forgot that requests keep places would be noticed', async () => {
    const rules = waysToBook['answered by the staff, who keeps the place'] ?? atOnce;
    const forgetful = { ...rules, answer: 'keepsNone' } as const;
    expect(await live(rules, 20, { expected: forgetful })).not.toBeNull();
  }, 60_000);
});

/** What rare steps lead to is left to the long check. */
const stepsOfLife = [
  'nothing requested',
  'nothing waitlisted',
  'nothing awaitingPayment',
  'nothing confirmed',
  'requested confirmed',
  'requested awaitingPayment',
  'requested refused',
  'requested cancelled',
  'awaitingPayment confirmed',
  'awaitingPayment expired',
  'awaitingPayment cancelled',
  'confirmed cancelled',
  'confirmed cancellationRequested',
  'cancellationRequested cancelled',
  'cancellationRequested confirmed',
  'waitlisted offered',
  'waitlisted cancelled',
  'offered confirmed',
  'offered declined',
];

const atOnce: ModelRules = {
  answer: 'none',
  answersCancelling: false,
  payment: 'later',
  list: 'online',
  credit: true,
};
