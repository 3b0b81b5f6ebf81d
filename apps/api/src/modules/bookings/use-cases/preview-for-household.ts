import type { Instant } from '@preau/domain/time/instant';
import type { z } from 'zod';
import { decideLines, type LineFacts } from '../decide-lines.ts';
import type { staffPreviewSchema } from '../staff-booking.schemas.ts';
import { lineToWire } from '../to-wire.ts';

/** What these gestures of the staff would do and cost; writes nothing. */
export function previewForHousehold(
  facts: LineFacts,
  now: Instant,
): z.infer<typeof staffPreviewSchema> {
  const lines = decideLines(facts, 'staff', now).map(lineToWire);
  return { lines, totalCents: lines.reduce((sum, { cents }) => sum + cents, 0) };
}
