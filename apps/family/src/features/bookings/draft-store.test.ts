import { expect, test, vi } from 'vitest';
import type { DraftEvent } from './draft.ts';
import { createDraftStore } from './draft-store.ts';

const gesture: DraftEvent = {
  type: 'gesture',
  changes: [{ childId: 'lea', sessionId: 'mon', action: 'add', cents: 342 }],
};

test('the same household signing in again finds what it had not saved', () => {
  const store = createDraftStore();
  store.claim('durand');
  store.dispatch(gesture);
  store.claim('durand');
  expect(store.read().pending.size).toBe(1);
});

test('another household on the same device finds nothing', () => {
  const store = createDraftStore();
  store.claim('durand');
  store.dispatch(gesture);
  store.claim('martin');
  expect(store.read().entries.size + store.read().pending.size).toBe(0);
});

test('a change is told once, and nothing is told when nothing changes', () => {
  const store = createDraftStore();
  const changed = vi.fn<() => void>();
  const stop = store.subscribe(changed);
  store.dispatch(gesture);
  store.dispatch(gesture);
  stop();
  store.dispatch({ type: 'undo' });
  expect(changed).toHaveBeenCalledOnce();
});
