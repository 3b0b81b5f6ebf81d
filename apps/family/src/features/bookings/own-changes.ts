import type { DraftAction } from '@preau/domain/bookings/cell-view';
import { cellId } from './draft.ts';

type Touched = {
  readonly childId: string;
  readonly sessionId: string;
  readonly action: DraftAction | null;
};

/**
 * What this page last asked of each cell. A cart that says otherwise was changed elsewhere: in
 * another window, or by the other parent.
 */
const asked = new Map<string, DraftAction | null>();

/** Remembers what the page asked, so that its own changes are not told as somebody else's. */
export function noteOwn(changes: readonly Touched[]): void {
  for (const change of changes) asked.set(cellId(change), change.action);
}

/** Lines as some cart has them: `null` where it has none. */
type Lines = readonly (Touched & { readonly action: DraftAction })[];

/** The cells that differ between two carts and were not asked so by this page. */
export function touchedElsewhere(before: Lines, now: Lines): ReadonlySet<string> {
  const was = new Map(before.map((line) => [cellId(line), line.action]));
  const is = new Map(now.map((line) => [cellId(line), line.action]));
  const ids = new Set([...was.keys(), ...is.keys()]);
  const touched = [...ids].filter((id) => {
    const action = is.get(id) ?? null;
    return action !== (was.get(id) ?? null) && action !== asked.get(id);
  });
  for (const id of touched) asked.delete(id);
  return new Set(touched);
}
