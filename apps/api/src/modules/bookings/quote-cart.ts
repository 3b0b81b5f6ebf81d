import type { Instant } from '@preau/domain/time/instant';
import type { z } from 'zod';
import type { ReglementInForce } from '../reglements/reglements.public.ts';
import type { Day } from '@preau/domain/time/day';
import type { cartSchema } from './bookings.schemas.ts';
import type { CartRow } from './cart.queries.ts';
import type { LineRow, PlacesRow } from './line-facts.ts';
import { decideLines } from './decide-lines.ts';
import type { QuotientRow } from './planning.queries.ts';
import { lineToWire } from './to-wire.ts';

export type Cart = z.infer<typeof cartSchema>;

export type CartFacts = {
  readonly head: CartRow | undefined;
  readonly rows: readonly LineRow[];
  readonly places: readonly PlacesRow[];
  readonly quotients: readonly QuotientRow[];
  readonly reglementOn: (on: Day) => ReglementInForce;
};

/** The draft with what would happen and be owed if it were confirmed now. */
export function quoteCart(facts: CartFacts, now: Instant): Cart {
  const lines = decideLines(facts, 'online', now).map(lineToWire);
  return {
    revision: facts.head?.revision ?? 0,
    updatedBy: facts.head?.updated_by ?? null,
    totalCents: lines.reduce((sum, { cents }) => sum + cents, 0),
    lines,
  };
}
