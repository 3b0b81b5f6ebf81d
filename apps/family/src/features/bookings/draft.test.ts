import { describe, expect, test } from 'vitest';
import type { Cart } from './cart-types.ts';
import {
  type Change,
  countsOf,
  type DraftEvent,
  type DraftState,
  emptyDraft,
  mostUndoSteps,
  reduceDraft,
} from './draft.ts';

const change = (sessionId: string, action: Change['action'], cents = 342): Change => ({
  childId: 'lea',
  sessionId,
  action,
  cents,
});

const line = (sessionId: string, action: 'add' | 'remove'): Cart['lines'][number] => ({
  childId: 'lea',
  childFirstName: 'Léa',
  sessionId,
  on: '2026-12-01',
  unit: 'repas',
  unitLabel: 'Repas',
  activityLabel: 'Restauration',
  action,
  outcome: 'accepted',
  limitAt: null,
  late: false,
  dueAt: null,
  cents: 342,
  reasons: [],
  priceReasons: [],
});

const after = (...events: readonly DraftEvent[]): DraftState =>
  events.reduce(reduceDraft, emptyDraft);
const actions = (state: DraftState) =>
  Object.fromEntries([...state.entries.values()].map((entry) => [entry.sessionId, entry.action]));
const gesture = (...changes: readonly Change[]): DraftEvent => ({ type: 'gesture', changes });
const undo: DraftEvent = { type: 'undo' };
const redo: DraftEvent = { type: 'redo' };

describe('gestures on the draft', () => {
  test('a gesture over several days is undone in one step', () => {
    const week = gesture(change('mon', 'add'), change('tue', 'add'), change('thu', 'add'));
    expect(actions(after(week))).toEqual({ mon: 'add', tue: 'add', thu: 'add' });
    expect(actions(after(week, undo))).toEqual({});
  });

  test('undoing a change of mind brings the first choice back', () => {
    const removed = gesture(change('mon', 'remove'));
    const kept = gesture(change('mon', null));
    expect(actions(after(removed, kept, undo))).toEqual({ mon: 'remove' });
  });

  test('a gesture that changes nothing is not a step', () => {
    const state = after(gesture(change('mon', 'add')), gesture(change('mon', 'add')));
    expect(state.past).toHaveLength(1);
  });

  test('undo with nothing to undo changes nothing', () => {
    expect(after(undo)).toBe(emptyDraft);
  });

  test('fifty steps are kept, the oldest goes first', () => {
    const gestures = Array.from({ length: mostUndoSteps + 5 }, (_, index) =>
      gesture(change(`day-${index}`, 'add')),
    );
    const undos = Array.from({ length: mostUndoSteps + 5 }, () => undo);
    const state = after(...gestures, ...undos);
    expect(after(...gestures).past).toHaveLength(mostUndoSteps);
    expect(Object.keys(actions(state))).toEqual(['day-0', 'day-1', 'day-2', 'day-3', 'day-4']);
  });

  test('what was undone can be done again, until something else is done', () => {
    const monday = gesture(change('mon', 'add'));
    expect(actions(after(monday, undo, redo))).toEqual({ mon: 'add' });
    expect(actions(after(monday, undo, redo, undo))).toEqual({});
    const other = gesture(change('tue', 'add'));
    expect(actions(after(monday, undo, other, redo))).toEqual({ tue: 'add' });
  });

  test('a period the server drafted is one step, with nothing left to save', () => {
    const drafted: DraftEvent = {
      type: 'drafted',
      lines: [line('mon', 'add'), line('tue', 'add')],
      changes: [
        { childId: 'lea', sessionId: 'mon', previous: 'remove', action: 'add' },
        { childId: 'lea', sessionId: 'tue', previous: null, action: 'add' },
      ],
    };
    const state = after(gesture(change('mon', 'remove')), {
      type: 'saved',
      sent: [],
      lines: [],
    });
    const held = reduceDraft({ ...state, pending: new Map() }, drafted);
    expect(held.pending.size).toBe(0);
    expect(actions(held)).toEqual({ mon: 'add', tue: 'add' });
    expect(actions(reduceDraft(held, undo))).toEqual({ mon: 'remove' });
  });

  test('an undo is itself to be saved', () => {
    const state = after(gesture(change('mon', 'add')), undo);
    expect([...state.pending.values()].map(({ action }) => action)).toEqual([null]);
  });
});

describe('the draft and the server', () => {
  test('what the other parent added appears beside what is not saved yet', () => {
    const state = after(gesture(change('mon', 'add')), {
      type: 'loaded',
      lines: [line('tue', 'remove')],
    });
    expect(actions(state)).toEqual({ mon: 'add', tue: 'remove' });
  });

  test('an older answer never takes back what was just touched', () => {
    const state = after(
      { type: 'loaded', lines: [line('mon', 'add')] },
      gesture(change('mon', null)),
      { type: 'loaded', lines: [line('mon', 'add')] },
    );
    expect(actions(state)).toEqual({});
  });

  test('once saved, the server has the last word', () => {
    const sent = change('mon', 'add');
    const state = after(gesture(sent), { type: 'saved', sent: [sent], lines: [] });
    expect(actions(state)).toEqual({});
    expect(state.pending.size).toBe(0);
  });

  test('a cell touched again while it was being saved stays to be saved', () => {
    const sent = change('mon', 'add');
    const state = after(gesture(sent), gesture(change('mon', null)), {
      type: 'saved',
      sent: [sent],
      lines: [line('mon', 'add')],
    });
    expect(actions(state)).toEqual({});
    expect([...state.pending.values()].map(({ action }) => action)).toEqual([null]);
  });

  test('another household starts from nothing', () => {
    expect(after(gesture(change('mon', 'add')), { type: 'forgotten' })).toEqual(emptyDraft);
  });
});

test('adds and cancellations are counted apart', () => {
  const state = after(gesture(change('mon', 'add'), change('tue', 'add'), change('thu', 'remove')));
  expect(countsOf(state.entries)).toEqual({ adds: 2, removes: 1, waits: 0 });
});
