import type { z } from 'zod';
import { newId } from '../../platform/ids.ts';
import type { SignedInGuardian } from '../../testing/test-people.ts';
import type { WireCart, WireConfirmation } from './bookings.factory.ts';
import type { draftedPeriodSchema, periodPreviewSchema } from './period.schemas.ts';

export type WirePeriodPreview = z.infer<typeof periodPreviewSchema>;

/** 2 = Tuesday. */
export const tuesday = 2;

/** A period, in part. */
export type AskedPeriod = {
  entries?: { child?: number; unit: string; weekday: number }[];
  from?: string;
  until?: string;
  action?: 'add' | 'remove';
  waitWhenFull?: boolean;
};

/** Every Tuesday evening of the first child, unless told otherwise. */
export function periodBody({ household }: SignedInGuardian, asked: AskedPeriod) {
  const { from = '2026-11-24', until = '2027-01-12' } = asked;
  const { action = 'add', waitWhenFull = false } = asked;
  const entries = (asked.entries ?? [{ unit: 'soir', weekday: tuesday }]).map(
    ({ child = 0, unit, weekday }) => ({
      childId: household.children[child]?.id,
      unit,
      weekday,
    }),
  );
  return { entries, from, until, action, waitWhenFull };
}

/** What the period would do. */
export async function preview(
  parent: SignedInGuardian,
  asked: AskedPeriod = {},
): Promise<WirePeriodPreview> {
  const sent = parent.agent.post('/api/family/planning/preview').send(periodBody(parent, asked));
  return (await sent.expect(200)).body;
}

/** Puts the period into the draft. */
export async function draft(
  parent: SignedInGuardian,
  asked: AskedPeriod = {},
): Promise<z.infer<typeof draftedPeriodSchema>> {
  const sent = parent.agent.post('/api/family/cart/period').send(periodBody(parent, asked));
  return (await sent.expect(200)).body;
}

/** Validates the draft. */
export async function confirm(
  { agent }: SignedInGuardian,
  { revision }: Pick<WireCart, 'revision'>,
): Promise<WireConfirmation> {
  const sent = agent.post('/api/family/cart/confirm').set('idempotency-key', newId());
  return (await sent.send({ revision }).expect(200)).body;
}

/** The draft as it stands. */
export async function cartOf({ agent }: SignedInGuardian): Promise<WireCart> {
  return (await agent.get('/api/family/cart').expect(200)).body;
}
