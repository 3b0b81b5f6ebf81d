import type { Cart } from './cart-types.ts';

export type DraftAction = 'add' | 'remove';

/** One cell of the draft as it should become; `action: null` takes it out. */
export type Change = {
  readonly childId: string;
  readonly sessionId: string;
  readonly action: DraftAction | null;
  /** What the grid says the action costs, in cents (negative: gives back): the estimate. */
  readonly cents: number;
};

export type Entry = Change & { readonly action: DraftAction };

export type DraftState = {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Changes the server has not acknowledged yet, by cell. */
  readonly pending: ReadonlyMap<string, Change>;
  /** What undoes each gesture, the latest last. */
  readonly past: readonly (readonly Change[])[];
};

export type DraftEvent =
  | { readonly type: 'loaded'; readonly lines: Cart['lines'] }
  | { readonly type: 'gesture'; readonly changes: readonly Change[] }
  | { readonly type: 'undo' }
  | { readonly type: 'saved'; readonly sent: readonly Change[]; readonly lines: Cart['lines'] }
  | { readonly type: 'forgotten' };

/** Gestures that can be undone. */
export const mostUndoSteps = 50;

export const emptyDraft: DraftState = { entries: new Map(), pending: new Map(), past: [] };

/** Identity of a cell: one child, one session. */
export const cellId = (cell: { readonly childId: string; readonly sessionId: string }): string =>
  `${cell.childId}/${cell.sessionId}`;

/**
 * The draft lives on the server; this is what the screen shows meanwhile. What was touched and not
 * yet saved wins over what the server says, so that nothing jumps back under the finger.
 */
export function reduceDraft(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case 'loaded':
      return { ...state, entries: overlaid(event.lines, state.pending) };
    case 'gesture':
      return gesture(state, event.changes);
    case 'undo':
      return undo(state);
    case 'saved':
      return saved(state, event.sent, event.lines);
    case 'forgotten':
      return emptyDraft;
  }
}

function gesture(state: DraftState, asked: readonly Change[]): DraftState {
  const changes = asked.filter(
    (change) => (state.entries.get(cellId(change))?.action ?? null) !== change.action,
  );
  if (changes.length === 0) return state;
  const inverse = changes.map(
    (change): Change => state.entries.get(cellId(change)) ?? { ...change, action: null },
  );
  const past = [...state.past, inverse].slice(-mostUndoSteps);
  return { ...applied(state, changes), past };
}

function undo(state: DraftState): DraftState {
  const last = state.past.at(-1);
  if (!last) return state;
  return { ...applied(state, last), past: state.past.slice(0, -1) };
}

function applied(state: DraftState, changes: readonly Change[]): DraftState {
  const entries = new Map(state.entries);
  const pending = new Map(state.pending);
  for (const change of changes) {
    place(entries, change);
    pending.set(cellId(change), change);
  }
  return { ...state, entries, pending };
}

/** A cell touched again while its batch was under way stays pending. */
function saved(state: DraftState, sent: readonly Change[], lines: Cart['lines']): DraftState {
  const pending = new Map(state.pending);
  for (const change of sent) {
    if (pending.get(cellId(change)) === change) pending.delete(cellId(change));
  }
  return { ...state, pending, entries: overlaid(lines, pending) };
}

function overlaid(
  lines: Cart['lines'],
  pending: ReadonlyMap<string, Change>,
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { childId, sessionId, action, cents } of lines) {
    const entry = { childId, sessionId, action, cents };
    entries.set(cellId(entry), entry);
  }
  for (const change of pending.values()) place(entries, change);
  return entries;
}

function place(entries: Map<string, Entry>, change: Change): void {
  if (change.action === null) entries.delete(cellId(change));
  else entries.set(cellId(change), { ...change, action: change.action });
}

/** How many days are added and cancelled. */
export function countsOf(entries: ReadonlyMap<string, Entry>): {
  readonly adds: number;
  readonly removes: number;
} {
  let adds = 0;
  for (const { action } of entries.values()) if (action === 'add') adds += 1;
  return { adds, removes: entries.size - adds };
}
