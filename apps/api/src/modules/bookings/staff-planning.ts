import type { Instant } from '@preau/domain/time/instant';
import type { z } from 'zod';
import { buildPlanning, heldByCell, type PlanningFacts } from './build-planning.ts';
import type { staffPlanningSchema } from './staff-booking.schemas.ts';

export type StaffPlanning = z.infer<typeof staffPlanningSchema>;

/** A household's planning with the staff's verdicts, and the booking behind each cell. */
export function buildStaffPlanning(
  facts: Omit<PlanningFacts, 'channel'>,
  now: Instant,
): StaffPlanning {
  const planning = buildPlanning({ ...facts, channel: 'staff' }, now);
  const held = heldByCell(facts.held);
  const rows = planning.rows.map((row) => ({
    ...row,
    bookingId: row.sessionId.map((id) => held.get(`${row.childId}/${id}`)?.id ?? null),
  }));
  return { ...planning, rows };
}
