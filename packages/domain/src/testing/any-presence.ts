import type { Charge } from '../prices/charge.ts';
import type { PriceContext } from '../prices/price-context.ts';
import { day } from '../time/day.ts';

/** A booked presence, the plainest there is; a test says what it changes. */
export function presence(changed: Partial<PriceContext> = {}): PriceContext {
  return {
    on: day('2026-11-18'),
    unit: 'journee',
    startsAt: '09:00',
    endsAt: '17:00',
    quotient: 700,
    monthlyResources: null,
    residence: null,
    scheme: null,
    flags: [],
    group: null,
    mode: null,
    extras: [],
    bornOn: null,
    season: 'term',
    arrival: null,
    departure: null,
    rank: () => 1,
    children: () => 1,
    presences: () => 1,
    count: () => 1,
    ...changed,
  };
}

/** The codes of its reasons, in order. */
export function codesOf({ reasons }: Charge): string[] {
  return reasons.map(({ code }) => code);
}
