import { z } from 'zod';
import { daySchema, idSchema } from '../../platform/http/wire.ts';

const blocksSchema = z.array(z.enum(['enrolment', 'booking']));

export const expectedDocumentsSchema = z.object({
  items: z.array(
    z.object({
      /** A kind of document of the organisation. */
      code: z.string(),
      label: z.string(),
      about: z.enum(['child', 'household']),
      /** `null` = the household's. */
      child: z.object({ id: idSchema, firstName: z.string() }).nullable(),
      state: z.enum(['expected', 'sent', 'accepted', 'refused', 'expired']),
      /** Why it was refused. */
      reason: z.string().nullable(),
      /** Last day the one accepted is good for, or was. */
      expiresOn: daySchema.nullable(),
      /** What is refused until it is there; nothing where it is expected all the same. */
      blocks: blocksSchema,
      /** Whether it still blocks that now. */
      blocking: z.boolean(),
      /** Labels of the activities that ask for it. */
      activities: z.array(z.string()),
    }),
  ),
});

/** What the règlement says of the documents families send, for who decides on them. */
export const documentRulesSchema = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      about: z.enum(['child', 'household']),
      blocks: blocksSchema,
      /** Months it is good for once accepted; `null` = for good. */
      validMonths: z.number().int().nullable(),
      /** The last day it is good for when it is accepted today. */
      expiresOn: daySchema.nullable(),
    }),
  ),
});
