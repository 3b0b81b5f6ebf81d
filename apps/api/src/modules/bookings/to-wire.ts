import { toIso } from '@preau/domain/time/instant';
import type { z } from 'zod';
import type { cartLineSchema } from './bookings.schemas.ts';
import { type DecidedLine, isDone } from './decide-lines.ts';

type WireLine = z.infer<typeof cartLineSchema>;

/** A decided line as the screens receive it. A line that will not be done costs nothing. */
export function lineToWire({ row, verdict, rules }: DecidedLine): WireLine {
  return {
    childId: row.child_id,
    childFirstName: row.child_first_name,
    sessionId: row.session_id,
    on: row.held_on,
    unit: row.unit,
    unitLabel: rules.unit.label,
    activityLabel: rules.activity.label,
    action: row.action,
    outcome: verdict.outcome,
    limitAt: verdict.limitAt === null ? null : toIso(verdict.limitAt),
    late: verdict.late,
    dueAt: verdict.dueAt === null ? null : toIso(verdict.dueAt),
    cents: isDone(verdict) ? verdict.cents : 0,
    reasons: [...verdict.reasons],
    priceReasons: isDone(verdict) ? [...verdict.priceReasons] : [],
  };
}
