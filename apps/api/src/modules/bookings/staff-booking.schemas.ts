import { z } from 'zod';
import { centsSchema, idSchema } from '../../platform/http/wire.ts';
import { cartLineSchema, draftActionSchema, planningSchema } from './bookings.schemas.ts';

/** The planning of a household as the staff sees it: verdicts are those of the staff's channel. */
export const staffPlanningSchema = planningSchema
  .extend({
    rows: z.array(
      planningSchema.shape.rows.element.extend({
        /** The booking whose state is shown: its history can be read. Aligned with `on`. */
        bookingId: z.array(idSchema.nullable()),
      }),
    ),
  })
  .meta({ id: 'StaffPlanning' });

const changeSchema = z.strictObject({
  childId: idSchema,
  sessionId: idSchema,
  action: draftActionSchema,
});

export const staffPreviewRequestSchema = z.strictObject({
  changes: z.array(changeSchema).min(1).max(400),
});

/** What would happen and be owed, past the limit too: the reasons tell the consequence. */
export const staffPreviewSchema = z
  .object({ lines: z.array(cartLineSchema), totalCents: centsSchema })
  .meta({ id: 'StaffPreview' });

export const staffBookingSchema = z.strictObject({
  changes: z.array(changeSchema).min(1).max(400),
  /** Kept in the history, for the staff alone. */
  note: z.string().trim().min(1).max(500).nullable(),
  /** The total the preview showed: another one is refused, so that nobody is charged unseen. */
  totalCents: centsSchema,
});
