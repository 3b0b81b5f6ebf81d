import { type Instant, toIso } from '@preau/domain/time/instant';
import { statement } from '../platform/db/statement.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { newId } from '../platform/ids.ts';
import { findOfficeAccount } from './accounts.store.ts';
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

type Told = { readonly booking: DemoBooking; readonly step: DemoStep };

/**
 * Writes the lives of bookings, and the receipts of what was done at once: one for each household,
 * instant and hand.
 */
export async function writeHistory(
  tx: Tx,
  versionId: string,
  bookings: readonly DemoBooking[],
): Promise<void> {
  const office = await findOfficeAccount(tx);
  const parents = new Map(
    (await tx.ask(guardians, [tx.organisationId])).map((one) => [one.householdId, one.accountId]),
  );
  const told = bookings.flatMap((booking) => booking.steps.map((step) => ({ booking, step })));
  const writerOf = ({ booking, step }: Told) => {
    if (step.by === 'system') return null;
    return step.by === 'staff' ? office : (parents.get(booking.householdId) ?? office);
  };
  const acts = receiptsOf(told);
  const actOf = new Map(acts.flatMap((act) => act.told.map((one) => [one, act.id] as const)));
  tx.write(confirmations, [
    tx.organisationId,
    acts.map(({ id }) => id),
    acts.map(({ first }) => first.booking.householdId),
    acts.map(({ first }) => writerOf(first)),
    acts.map(({ first }) => first.step.at),
    acts.map(resultOf),
    acts.map(({ first }) => (first.step.by === 'staff' ? 'staff' : 'online')),
  ]);
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
    // What came of the day itself is no act of anybody's.
    told.map(({ step }) => (step.action === 'add' ? 'confirmed' : step.to)),
    told.map((one) => actOf.get(one) ?? null),
    told.map(({ step }) => keptVerdict(step.verdict)),
    told.map(({ step }) => step.note),
  ]);
}

type Receipt = { readonly id: string; readonly first: Told; readonly told: readonly Told[] };

function receiptsOf(told: readonly Told[]): Receipt[] {
  const acts = new Map<string, Told[]>();
  for (const one of told) {
    const { step, booking } = one;
    if (step.action === null) continue;
    const key = `${booking.householdId} ${step.at} ${step.by}`;
    acts.set(key, [...(acts.get(key) ?? []), one]);
  }
  return [...acts.values()].flatMap((lines) => {
    const [first] = lines;
    return first ? [{ id: newId(), first, told: lines }] : [];
  });
}

const results = { add: 'booked', remove: 'cancelled', wait: 'waitlisted' } as const;

/** The receipt as the parent was given it. */
function resultOf({ id, first, told }: Receipt): string {
  const lines = told.flatMap(({ booking: { child, session }, step: { action, verdict } }) =>
    action === null
      ? []
      : [
          {
            childId: child.id,
            childFirstName: child.firstName,
            sessionId: session.id,
            on: session.on,
            unit: session.unit,
            unitLabel: session.unitLabel,
            activityLabel: session.activityLabel,
            action,
            outcome: verdict.outcome,
            limitAt: isoOrNull(verdict.limitAt),
            cents: verdict.cents,
            reasons: verdict.reasons,
            priceReasons: verdict.priceReasons,
            result: results[action],
          },
        ],
  );
  const totalCents = lines.reduce((sum, { cents }) => sum + cents, 0);
  return JSON.stringify({ id, at: isoOrNull(first.step.at), totalCents, lines });
}

function isoOrNull(instant: Instant | null): string | null {
  return instant === null ? null : toIso(instant);
}
