import { addDays, type Day, day, weekdayOf } from '@preau/domain/time/day';
import { fromIso, localDayOf } from '@preau/domain/time/instant';
import type { Planning, PlanningRow } from '../bookings.queries.ts';
import { type Cell, cellOf } from '../cell.ts';
import type { Change, DraftState } from '../draft.ts';
import { isHeld } from '../formula.ts';
import type { Pattern } from './pattern.ts';

/** The week as a pattern: every service a child is, or will be, expected in. */
export function patternOfWeek(
  planning: Planning,
  monday: Day,
  childIds: ReadonlySet<string>,
  draft: DraftState,
): Pattern {
  const sunday = addDays(monday, 6);
  return planning.rows
    .filter(({ childId }) => childIds.has(childId))
    .flatMap((row) =>
      cellsOf(planning, row, draft)
        .filter((cell) => cell.on >= monday && cell.on <= sunday && isHeld(cell))
        .map(({ childId, unit, on }) => ({ childId, unit, weekday: weekdayOf(on) })),
    );
}

export type ChildCopy = {
  readonly changes: readonly Change[];
  /** Days that cannot be booked for the other child: full, late, or held by another formula. */
  readonly skipped: number;
  /** Services the other child does not have. */
  readonly missing: readonly string[];
};

/** What one child is expected in, from today on, as far as another child can follow. */
export function copyOf(planning: Planning, from: string, to: string, draft: DraftState): ChildCopy {
  const today = localDayOf(fromIso(planning.now), planning.timeZone);
  const changes: Change[] = [];
  const missing = new Set<string>();
  let skipped = 0;
  for (const row of planning.rows) {
    if (row.childId !== from) continue;
    const held = cellsOf(planning, row, draft).filter((cell) => isHeld(cell) && cell.on >= today);
    const target = planning.rows.find(({ childId, unit }) => childId === to && unit === row.unit);
    if (held.length > 0 && !target) missing.add(row.unitLabel);
    if (!target) continue;
    for (const { on } of held) {
      const cell = cellsOf(planning, target, draft).find((one) => one.on === on);
      if (cell && isHeld(cell)) continue;
      if (cell?.view.tap === 'add' && cell.sessionId !== null && !isTaken(planning, cell, draft)) {
        const { childId, sessionId, gestureCents } = cell;
        changes.push({ childId, sessionId, action: 'add', cents: gestureCents });
      } else {
        skipped += 1;
      }
    }
  }
  return { changes, skipped, missing: [...missing] };
}

/** Does another formula hold the day? It is not swapped unasked. */
function isTaken(planning: Planning, cell: Cell, draft: DraftState): boolean {
  const own = planning.rows.find(
    ({ childId, unit }) => childId === cell.childId && unit === cell.unit,
  );
  return planning.rows.some(
    (row) =>
      row.childId === cell.childId &&
      (own?.excludes.includes(row.unit) ?? false) &&
      cellsOf(planning, row, draft).some((one) => one.on === cell.on && isHeld(one)),
  );
}

function cellsOf(planning: Planning, row: PlanningRow, draft: DraftState): readonly Cell[] {
  return row.on.map((on) =>
    cellOf(planning, row, { on: day(on), kind: 'school', label: null }, draft),
  );
}
