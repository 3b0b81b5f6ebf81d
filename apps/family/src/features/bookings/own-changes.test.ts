import { expect, test } from 'vitest';
import { noteOwn, touchedElsewhere } from './own-changes.ts';

const line = (sessionId: string, action: 'add' | 'remove' = 'add') => ({
  childId: 'lea',
  sessionId,
  action,
});

test('what this page asked is not told as a change from elsewhere', () => {
  noteOwn([line('own-1')]);
  expect([...touchedElsewhere([], [line('own-1'), line('theirs-1')])]).toEqual(['lea/theirs-1']);
});

test('a cart that is confirmed here leaves without a word, elsewhere with one', () => {
  noteOwn([{ ...line('own-2'), action: null }]);
  expect(touchedElsewhere([line('own-2')], []).size).toBe(0);
  expect(touchedElsewhere([line('theirs-2')], []).size).toBe(1);
});

test('what this page asked and somebody else took back is told', () => {
  noteOwn([line('own-3')]);
  expect(touchedElsewhere([line('own-3')], []).size).toBe(1);
  expect(touchedElsewhere([line('own-3')], [line('own-3', 'remove')]).size).toBe(1);
});

test('a cart that is the same is not told', () => {
  expect(touchedElsewhere([line('same')], [line('same')]).size).toBe(0);
});
