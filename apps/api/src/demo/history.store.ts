import { type Instant, toIso } from '@preau/domain/time/instant';
import { statement } from '../platform/db/statement.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { newId } from '../platform/ids.ts';
import { findOfficeAccount } from './accounts.store.ts';
import type { Act, Acts, Told } from './acts.ts';
import { keptVerdict } from './bookings.store.ts';
import type { DemoBooking, DemoStep } from './demo-bookings.ts';

const guardians = statement<{ householdId: string; accountId: string }>(
  'demo.writers',
  `select distinct on (g.household_id) g.household_id as "householdId", a.id as "accountId"
   from guardian g
   join account a on a.organisation_id = g.organisation_id and a.id = g.account_id and a.status = 'active'
   where g.organisation_id = $1 order by g.household_id, g.id`,
);

const confirmations = statement<never>(
  'demo.confirmations',
  `insert into confirmation (organisation_id, id, household_id, account_id, at, result, channel)
   select $1, id, household, account, to_timestamp(at / 1000), result, channel
   from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::float8[], $6::json[], $7::text[])
     as c (id, household, account, at, result, channel)`,
);

const changes = statement<never>(
  'demo.changes',
  `insert into booking_change (organisation_id, id, booking_id, household_id, at, actor_kind, actor_id,
     from_state, to_state, confirmation_id, reglement_version_id, verdict, note)
   select $1, id, booking, household, to_timestamp(at / 1000), kind, actor, was, became, confirmation, $2,
     verdict, note
   from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::float8[], $7::text[], $8::uuid[], $9::text[],
          $10::text[], $11::uuid[], $12::jsonb[], $13::text[])
     as c (id, booking, household, at, kind, actor, was, became, confirmation, verdict, note)`,
);

// Told long ago: nothing of it leaves by e-mail.
const decisions = statement<never>(
  'demo.decisions',
  `insert into request_decision (organisation_id, id, kind, decided_by, at, final_at, told_at, detail, tells)
   select $1, id, 'bookings', $2, at, at + interval '30 seconds', at + interval '30 seconds', detail, '[]'
   from unnest($3::uuid[], $4::float8[], $5::jsonb[]) as d (id, ms, detail), to_timestamp(ms / 1000) as at`,
);

/**
 * Writes the lives of bookings, the receipts of what was done at once, and what the staff answered:
 * one for each household, instant and hand.
 */
export async function writeHistory(
  tx: Tx,
  versionId: string,
  bookings: readonly DemoBooking[],
  { receipts, answers, receiptOf }: Acts,
): Promise<void> {
  const office = await findOfficeAccount(tx);
  const parents = new Map(
    (await tx.ask(guardians, [tx.organisationId])).map((one) => [one.householdId, one.accountId]),
  );
  const writerOf = ({ booking, step }: Told) => {
    if (step.by === 'system') return null;
    return step.by === 'staff' ? office : (parents.get(booking.householdId) ?? office);
  };
  tx.write(confirmations, [
    tx.organisationId,
    receipts.map(({ id }) => id),
    receipts.map(({ first }) => first.booking.householdId),
    receipts.map(({ first }) => writerOf(first)),
    receipts.map(({ first }) => first.step.at),
    receipts.map(resultOf),
    receipts.map(({ first }) => (first.step.by === 'staff' ? 'staff' : 'online')),
  ]);
  const told = bookings.flatMap((booking) => booking.steps.map((step) => ({ booking, step })));
  tx.write(changes, [
    tx.organisationId,
    versionId,
    told.map(() => newId()),
    told.map(({ booking }) => booking.id),
    told.map(({ booking }) => booking.householdId),
    told.map(({ step }) => step.at),
    told.map(({ step }) => step.by),
    told.map(writerOf),
    told.map(({ step }) => step.from),
    told.map(({ step }) => step.to),
    told.map(({ step }) => receiptOf(step)),
    told.map(({ step }) => keptVerdict(step.verdict)),
    told.map(({ step }) => step.note),
  ]);
  tx.write(decisions, [
    tx.organisationId,
    office,
    answers.map(({ id }) => id),
    answers.map(({ first }) => first.step.at),
    answers.map(detailOf),
  ]);
}

/** What the staff decided, and what each booking was before. */
function detailOf({ told }: Act): string {
  return JSON.stringify({
    because: told.find(({ step }) => step.note !== null)?.step.note ?? null,
    answers: told.map(({ booking, step }) => ({
      bookingId: booking.id,
      householdId: booking.householdId,
      from: step.from,
      to: step.to,
      until: null,
      verdict: keptVerdict(stepBefore(booking, step).verdict),
    })),
  });
}

function stepBefore({ steps }: DemoBooking, step: DemoStep): DemoStep {
  return steps[steps.indexOf(step) - 1] ?? step;
}

/** The receipt as the parent was given it. */
function resultOf({ id, first, told }: Act): string {
  const lines = told.map(({ booking: { child, session, wait }, step }) => ({
    childId: child.id,
    childFirstName: child.firstName,
    sessionId: session.id,
    on: session.on,
    unit: session.unit,
    unitLabel: session.unitLabel,
    activityLabel: session.activityLabel,
    action: step.action,
    outcome: step.verdict.outcome,
    limitAt: isoOrNull(step.verdict.limitAt),
    dueAt: isoOrNull(step.to === 'requested' ? (wait?.answerDueAt ?? null) : null),
    late: step.verdict.outcome === 'acceptedLate',
    cents: step.verdict.cents,
    reasons: step.verdict.reasons,
    priceReasons: step.verdict.priceReasons,
    result: resultOfStep(step),
  }));
  const totalCents = lines.reduce((sum, { cents }) => sum + cents, 0);
  return JSON.stringify({ id, at: isoOrNull(first.step.at), totalCents, lines });
}

function resultOfStep({ action, to }: DemoStep): string {
  switch (to) {
    case 'requested':
    case 'cancellationRequested':
    case 'waitlisted':
      return to;
    case 'awaitingPayment':
      return 'toPay';
    default:
      return action === 'remove' ? 'cancelled' : 'booked';
  }
}

function isoOrNull(instant: Instant | null): string | null {
  return instant === null ? null : toIso(instant);
}
