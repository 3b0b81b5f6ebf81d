import { createHash } from 'node:crypto';
import { cancellationEffect } from '@preau/domain/bookings/charge-of';
import { type BookingState, findTransition } from '@preau/domain/bookings/states';
import type { Reason } from '@preau/domain/explain/reasons';
import type { z } from 'zod';
import type { ReglementInForce } from '../reglements/reglements.public.ts';
import type { ClosingBooking, ClosingSession } from './closures.queries.ts';
import type { closureImpactSchema } from './closures.schemas.ts';
import type { RulesOn } from './rules.ts';

export type ClosureImpact = z.infer<typeof closureImpactSchema>;

/** What a closure makes of one booking. */
export type ClosedBooking = {
  readonly row: ClosingBooking;
  readonly session: ClosingSession;
  readonly to: BookingState;
  readonly versionId: string;
  /** What the booking keeps of it, as JSON. */
  readonly verdict: string;
};

/** Bookings that a closure leaves as they are: the child came, or its absence was recorded. */
type Closing = { readonly closed: readonly ClosedBooking[]; readonly impact: ClosureImpact };

/** States in which the household owes the day; a request or a payment that is awaited is not yet. */
const owing: readonly BookingState[] = ['confirmed', 'cancellationRequested', 'absenceDeclared'];

/**
 * What becomes of the bookings of some sessions that are closed. Each is cancelled, free of charge
 * or, where the règlement of its day gives no credit, billed all the same if it was owed; what was
 * attended stays. The fingerprint names who is concerned and in which state, so that nobody applies
 * more than what was shown.
 */
export function closeBookings(
  sessions: readonly ClosingSession[],
  bookings: readonly ClosingBooking[],
  label: string,
  reglementOn: RulesOn,
): Closing {
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const closed: ClosedBooking[] = [];
  const counts = new Map<BookingState, number>();
  let [creditedCents, chargedCents, kept] = [0, 0, 0];
  for (const row of bookings) {
    const session = byId.get(row.session_id);
    if (!session) continue;
    const rules = reglementOn(session.held_on);
    const done = closeOne(row, session, rules, label);
    if (done === null) {
      kept += 1;
      continue;
    }
    closed.push(done.closed);
    counts.set(row.state, (counts.get(row.state) ?? 0) + 1);
    if (done.charged) chargedCents += done.owedCents;
    else creditedCents += done.owedCents;
  }
  return {
    closed,
    impact: {
      sessions: sessions.length,
      days: new Set(sessions.map(({ held_on }) => held_on)).size,
      bookings: [...counts].map(([state, count]) => ({ state, count })),
      cancelled: closed.length,
      kept,
      households: new Set(closed.map(({ row }) => row.household_id)).size,
      creditedCents,
      chargedCents,
      fingerprint: fingerprintOf(sessions, closed),
    },
  };
}

type Closed = {
  readonly closed: ClosedBooking;
  /** What the household owes for it; 0 where it owes nothing yet. */
  readonly owedCents: number;
  readonly charged: boolean;
};

function closeOne(
  row: ClosingBooking,
  session: ClosingSession,
  { versionId, reglement }: ReglementInForce,
  label: string,
): Closed | null {
  const billed =
    reglement.document.closureCredit === 'none'
      ? findTransition(row.state, 'closeBilled', 'staff')
      : undefined;
  const transition = billed ?? findTransition(row.state, 'close', 'staff');
  if (transition === undefined) return null;
  const charged = billed !== undefined;
  const day = reglement.unitDay(session.unit, session.held_on);
  const isOwed = owing.includes(row.state);
  // What is owed is what is given back: the service itself takes the day.
  const booked = { state: isOwed ? ('confirmed' as const) : row.state, stage: row.stage };
  const effect = cancellationEffect(day, booked, null, row.quotient);
  const reasons: readonly Reason[] = [{ code: 'closedByService', label, charged }];
  const verdict = JSON.stringify({
    outcome: 'refused',
    cents: charged ? 0 : effect.cents,
    reasons,
    priceReasons: charged ? [] : effect.reasons,
  });
  return {
    closed: { row, session, to: transition.to, versionId, verdict },
    owedCents: isOwed ? 0 - effect.cents : 0,
    charged,
  };
}

function fingerprintOf(
  sessions: readonly ClosingSession[],
  closed: readonly ClosedBooking[],
): string {
  const hash = createHash('sha256');
  for (const { id } of sessions) hash.update(`${id}\n`);
  for (const { row, to } of closed) hash.update(`${row.booking_id} ${row.state} ${to}\n`);
  return hash.digest('hex').slice(0, 32);
}
