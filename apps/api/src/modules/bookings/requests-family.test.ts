import type { ReglementDocument } from '@preau/domain/reglement/document';
import { fromIso, type Instant } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { signInStaff } from '../../testing/test-people.ts';
import { answeredByStaff, paidByDate, rulesWith } from './regimes.factory.ts';
import { clerkOf, openAnsweringTown } from './requests.factory.ts';

// Monday 16 November 2026, 9:00 in Paris.
const now = usualTestInstant;
const lunch = { unit: 'repas', action: 'add' } as const;
const on = '2026-12-01';
const second = 1_000;

const byRequest = rulesWith({ regime: answeredByStaff() });
const thenPaid = rulesWith({ regime: { ...answeredByStaff(), ...paidByDate } });

const schoolDays = [
  '2026-11-23',
  '2026-11-24',
  '2026-11-26',
  '2026-11-27',
  '2026-11-30',
  '2026-12-01',
  '2026-12-03',
  '2026-12-04',
  '2026-12-07',
  '2026-12-08',
  '2026-12-10',
  '2026-12-11',
  '2026-12-14',
  '2026-12-15',
  '2026-12-17',
  '2026-12-18',
  '2027-01-04',
  '2027-01-05',
  '2027-01-07',
  '2027-01-08',
  '2027-01-11',
];

describe('what a household asked for, and pays', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());
  beforeEach(() => testApp.clock.set(now));

  const at = (instant: number) => testApp.clock.set(instant as Instant);
  const open = (document: ReglementDocument, capacity?: number) =>
    openAnsweringTown(testApp, document, capacity);

  describe('a payment at the counter', () => {
    test('confirms what waited for it, in the words the family reads, once', async () => {
      const { doing, accept, pay, sendPayment, pending, cell, newParent, told } =
        await open(thenPaid);
      const parent = await newParent();
      await doing(parent, { ...lunch, on });
      const ids = await pending();
      await accept(...ids);
      const key = newId();
      for (const _time of ['first', 'again']) {
        const { body } = await sendPayment(ids, { key, how: 'chèque n° 12' }).expect(200);
        expect(body.results).toMatchObject([{ result: 'paid', state: 'confirmed' }]);
      }
      expect((await cell(parent, 'repas', on)).state).toBe('confirmed');
      expect((await told()).map(({ type }) => type)).toEqual(['payment.received']);
      const { body } = await parent.agent.get('/api/family/requests').expect(200);
      expect(body.items[0].days[0].reasons).toEqual([{ code: 'paidToStaff', how: 'chèque n° 12' }]);
      expect((await pay(...ids)).results).toMatchObject([
        {
          result: 'notDone',
          state: 'confirmed',
          code: 'not-to-pay',
          answered: { kind: 'staff', name: 'Claire Aubry' },
        },
      ]);
    });

    test('is too late once the term has passed, swept or not', async () => {
      const { doing, accept, pending, newParent, seats, town } = await open(thenPaid);
      await doing(await newParent(), { ...lunch, on });
      const ids = await pending();
      await accept(...ids);
      at(fromIso('2026-11-25T23:00:00.000Z'));
      const late = clerkOf(await signInStaff(testApp, town.organisation, 'office'));
      expect((await late.pay(...ids)).results).toMatchObject([
        { result: 'notDone', state: 'expired', code: 'not-to-pay' },
      ]);
      expect(await seats()).toEqual({ taken: 1, held: 1, over: 0 });
    });
  });

  describe('a household’s own requests', () => {
    test('are told with their term, then with what became of them, for two months', async () => {
      const { doing, answer, pending, newParent, town } = await open(thenPaid);
      const parent = await newParent();
      await doing(parent, { ...lunch, on }, { ...lunch, on: '2026-12-03' });
      const read = async (agent = parent.agent) =>
        (await agent.get('/api/family/requests').expect(200)).body;
      const answerDueAt = '2026-11-18T08:00:00.000Z';
      expect(await read()).toMatchObject({
        items: [{ kind: 'booking', answerDueAt, days: [{ until: answerDueAt }, {}] }],
        next: null,
        counts: { pending: 1, toPay: 0, refused: 0 },
      });
      const [first = '', second_ = ''] = await pending();
      await answer([first], [second_]);
      expect(await read()).toMatchObject({
        items: [
          {
            answerDueAt: null,
            days: [
              { state: 'awaitingPayment', until: '2026-11-25T23:00:00.000Z' },
              { state: 'refused', until: null },
            ],
          },
        ],
        counts: { pending: 0, toPay: 1, refused: 1 },
      });
      const other = await openAnsweringTown(testApp, thenPaid);
      expect(await read((await other.newParent()).agent)).toMatchObject({ items: [] });
      expect(town).toBeDefined();
    });

    test('come a page at a time, the latest first', async () => {
      const { doing, newParent } = await open(byRequest, 100);
      const parent = await newParent();
      for (const [made, schoolDay] of schoolDays.entries()) {
        at(now + made * second);
        await doing(parent, { unit: 'matin', on: schoolDay, action: 'add' });
      }
      const page = async (query = '') =>
        (await parent.agent.get(`/api/family/requests${query}`).expect(200)).body;
      const first = await page();
      expect(first.items).toHaveLength(20);
      const last = await page(`?after=${first.next}`);
      expect(last.items).toHaveLength(1);
      expect(last.next).toBeNull();
      const asked = [...first.items, ...last.items].map((one) => one.days[0].on);
      expect(asked).toEqual(schoolDays.toReversed());
    });
  });
});
