import type { DraftAction } from '@preau/domain/bookings/cell-view';

/** One gesture on one cell; `null` takes it back. */
export type DraftChange = {
  readonly childId: string;
  readonly sessionId: string;
  readonly action: DraftAction | null;
};
