import type { ReglementDocument } from '@preau/domain/reglement/document';
import type { Instant } from '@preau/domain/time/instant';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp, usualTestInstant } from '../../testing/test-app.ts';
import { answeredByStaff, paidByDate, rulesWith } from './regimes.factory.ts';
import { clerkOf, openAnsweringTown } from './requests.factory.ts';
import { lifeOf } from './waiting.factory.ts';

// Monday 16 November 2026, 9:00 in Paris.
const now = usualTestInstant;
const lunch = { unit: 'repas', action: 'add' } as const;
const on = '2026-12-01';
const second = 1_000;

const byRequest = rulesWith({ regime: answeredByStaff() });
const withoutPlaces = rulesWith({ regime: answeredByStaff(false) });
const thenPaid = rulesWith({ regime: { ...answeredByStaff(), ...paidByDate } });
const cancelledByStaff = rulesWith({
  regime: { cancellation: { kind: 'staff', answerWithinHours: 48 } },
});

describe('taking an answer back', () => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await createTestApp();
  });
  afterAll(() => testApp.close());
  beforeEach(() => testApp.clock.set(now));

  const at = (instant: number) => testApp.clock.set(instant as Instant);
  const open = (document: ReglementDocument, capacity?: number) =>
    openAnsweringTown(testApp, document, capacity);

  test('lets the request wait again with its place, its term and its price, and tells nobody', async () => {
    const { doing, refuse, undo, list, pending, seats, newParent, town, told } =
      await open(byRequest);
    const parent = await newParent();
    await doing(parent, { ...lunch, on });
    const [before] = (await list()).items;
    const ids = await pending();
    const decision = await refuse(...ids);
    expect(await seats()).toEqual({ taken: 0, held: 0, over: 0 });
    at(now + 30 * second - 1);
    expect((await undo(decision)).results).toMatchObject([
      { result: 'reopened', state: 'requested', code: null },
    ]);
    expect((await list()).items).toEqual([before]);
    expect(await seats()).toEqual({ taken: 1, held: 1, over: 0 });
    at(now + 90 * second);
    expect(await told()).toEqual([]);
    const life = (await lifeOf(testApp, town, parent)).map(({ to }) => to);
    expect(life).toEqual(['requested', 'refused', 'requested']);
  });

  test('of an acceptance frees the place of a request that kept none', async () => {
    const { doing, accept, undo, pending, seats, newParent } = await open(withoutPlaces, 1);
    await doing(await newParent(), { ...lunch, on });
    const decision = await accept(...(await pending()));
    expect(await seats()).toEqual({ taken: 1, held: 1, over: 0 });
    await undo(decision);
    expect(await seats()).toEqual({ taken: 0, held: 0, over: 0 });
    expect(await pending()).toHaveLength(1);
  });

  test('of an acceptance asks for no payment any more', async () => {
    const { doing, accept, undo, list, pending, newParent } = await open(thenPaid);
    await doing(await newParent(), { ...lunch, on });
    const decision = await accept(...(await pending()));
    await undo(decision);
    expect((await list('?state=toPay')).items).toEqual([]);
    expect(await pending()).toHaveLength(1);
  });

  test('asks for a cancellation again, the day being kept meanwhile', async () => {
    const { doing, accept, undo, pending, cell, seats, newParent } = await open(cancelledByStaff);
    const parent = await newParent();
    await doing(parent, { ...lunch, on });
    await doing(parent, { ...lunch, action: 'remove', on });
    const decision = await accept(...(await pending()));
    await undo(decision);
    expect((await cell(parent, 'repas', on)).state).toBe('cancellationRequested');
    expect(await seats()).toEqual({ taken: 1, held: 1, over: 0 });
  });

  test('is too late after half a minute, done once, and not for somebody else’s answer', async () => {
    const { doing, accept, undo, sendUndo, newClerk, pending, newParent } = await open(byRequest);
    await doing(await newParent(), { ...lunch, on });
    const decision = await accept(...(await pending()));
    const colleague = clerkOf(await newClerk());
    await colleague.sendUndo(decision.decisionId).expect(404);
    await undo(decision);
    expect((await sendUndo(decision.decisionId)).body.code).toBe('decision-final');
    const again = await accept(...(await pending()));
    at(now + 30 * second);
    const late = await sendUndo(again.decisionId);
    expect([late.status, late.body.code]).toEqual([409, 'decision-final']);
  });

  test('tells the day whose place went to who waited for it, and its family is told', async () => {
    const { doing, refuse, undo, pending, seats, newParent, told } = await open(byRequest, 1);
    await doing(await newParent(), { ...lunch, on }, { ...lunch, on: '2026-12-03' });
    await doing(await newParent(), { ...lunch, action: 'wait', on });
    const [gone = '', back = ''] = await pending();
    const decision = await refuse(gone, back);
    expect((await undo(decision)).results).toEqual([
      { bookingId: gone, result: 'notDone', state: 'refused', code: 'full' },
      { bookingId: back, result: 'reopened', state: 'requested', code: null },
    ]);
    expect(await seats()).toEqual({ taken: 2, held: 2, over: 0 });
    const happened = await told();
    expect(happened.map(({ payload }) => payload.bookingIds)).toEqual([[gone]]);
  });

  test('leaves alone what the family asked again meanwhile', async () => {
    const { doing, refuse, undo, pending, newParent } = await open(byRequest);
    const parent = await newParent();
    await doing(parent, { ...lunch, on });
    const decision = await refuse(...(await pending()));
    await doing(parent, { ...lunch, on });
    expect((await undo(decision)).results).toMatchObject([{ code: 'booked-again' }]);
    expect(await pending()).toHaveLength(1);
  });

  test('leaves alone what the family gave up, or paid, meanwhile', async () => {
    const { doing, accept, undo, pay, pending, newParent, seats } = await open(thenPaid);
    const parent = await newParent();
    await doing(parent, { ...lunch, on }, { ...lunch, on: '2026-12-03' });
    const ids = await pending();
    const decision = await accept(...ids);
    await doing(parent, { ...lunch, action: 'remove', on });
    await pay(ids[1] ?? '');
    expect((await undo(decision)).results).toMatchObject([
      { state: 'cancelled', code: 'changed-meanwhile' },
      { state: 'confirmed', code: 'changed-meanwhile' },
    ]);
    expect(await seats()).toEqual({ taken: 1, held: 1, over: 0 });
  });
});
