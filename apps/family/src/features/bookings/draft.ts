import type { DraftAction } from '@preau/domain/bookings/cell-view';
import type { Cart } from './cart-types.ts';

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
  /** What does again each gesture undone, the latest last; a new gesture leaves none. */
  readonly future: readonly (readonly Change[])[];
};

export type DraftEvent =
  | { readonly type: 'loaded'; readonly lines: Cart['lines'] }
  | { readonly type: 'gesture'; readonly changes: readonly Change[] }
  /** Changes the server drafted by itself, e.g. a whole period: one gesture too. */
  | {
      readonly type: 'drafted';
      readonly lines: Cart['lines'];
      readonly changes: readonly DraftedChange[];
    }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'saved'; readonly sent: readonly Change[]; readonly lines: Cart['lines'] }
  | { readonly type: 'forgotten' };

/** A cell before and after the server drafted it. */
export type DraftedChange = {
  readonly childId: string;
  readonly sessionId: string;
  readonly previous: DraftAction | null;
  readonly action: DraftAction | null;
};

/** Gestures that can be undone. */
export const mostUndoSteps = 50;

export const emptyDraft: DraftState = {
  entries: new Map(),
  pending: new Map(),
  past: [],
  future: [],
};

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
    case 'drafted':
      return drafted(state, event.lines, event.changes);
    case 'undo':
      return undo(state);
    case 'redo':
      return redo(state);
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
  const past = [...state.past, inverseOf(state, changes)].slice(-mostUndoSteps);
  return { ...applied(state, changes), past, future: [] };
}

function undo(state: DraftState): DraftState {
  const last = state.past.at(-1);
  if (!last) return state;
  const future = [...state.future, inverseOf(state, last)];
  return { ...applied(state, last), past: state.past.slice(0, -1), future };
}

function redo(state: DraftState): DraftState {
  const last = state.future.at(-1);
  if (!last) return state;
  const past = [...state.past, inverseOf(state, last)];
  return { ...applied(state, last), past, future: state.future.slice(0, -1) };
}

/** What brings the cells of some changes back to what they are now. */
function inverseOf({ entries }: DraftState, changes: readonly Change[]): readonly Change[] {
  return changes.map((change) => entries.get(cellId(change)) ?? { ...change, action: null });
}

/** The server already holds it: there is nothing to send, and one step to undo. */
function drafted(
  state: DraftState,
  lines: Cart['lines'],
  changes: readonly DraftedChange[],
): DraftState {
  const entries = overlaid(lines, state.pending);
  if (changes.length === 0) return { ...state, entries };
  const inverse = changes.map(({ childId, sessionId, previous }): Change => {
    const before = state.entries.get(cellId({ childId, sessionId }));
    return { childId, sessionId, action: previous, cents: before?.cents ?? 0 };
  });
  return { ...state, entries, past: [...state.past, inverse].slice(-mostUndoSteps), future: [] };
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

export type DraftCounts = {
  readonly adds: number;
  readonly removes: number;
  /** Full days to be put in the waiting list. */
  readonly waits: number;
};

/** How many days are added, cancelled and put in a waiting list. */
export function countsOf(entries: ReadonlyMap<string, Entry>): DraftCounts {
  const counts: Record<DraftAction, number> = { add: 0, remove: 0, wait: 0 };
  for (const { action } of entries.values()) counts[action] += 1;
  return { adds: counts.add, removes: counts.remove, waits: counts.wait };
}
