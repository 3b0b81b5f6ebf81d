import { expect, test, vi } from 'vitest';
import { afterPaint } from './after-paint.ts';
import { createDraftStore } from './draft-store.ts';

const add = (sessionId: string) => ({
  type: 'gesture' as const,
  changes: [{ childId: 'lea', sessionId, action: 'add' as const, cents: 0 }],
});

test('several gestures before a picture are told once, after it', async () => {
  const store = createDraftStore();
  const changed = vi.fn<() => void>();
  afterPaint(store.subscribe)(changed);
  store.dispatch(add('mon'));
  store.dispatch(add('tue'));
  expect(changed).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
});

test('who left meanwhile is not told', async () => {
  const store = createDraftStore();
  const [left, stayed] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const subscribe = afterPaint(store.subscribe);
  const stop = subscribe(left);
  subscribe(stayed);
  store.dispatch(add('mon'));
  stop();
  await vi.waitFor(() => expect(stayed).toHaveBeenCalledOnce());
  expect(left).not.toHaveBeenCalled();
});
