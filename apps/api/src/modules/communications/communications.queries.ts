import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import type { Surface } from '../../platform/auth/actor.ts';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

/** Somebody an e-mail is written to, by the account they sign in with. */
export type Recipient = {
  readonly accountId: string;
  readonly surface: Surface;
  readonly email: string;
  readonly firstName: string;
};

/** What a confirmation answered, and who validated it: a parent online, or the staff for them. */
export type KeptReceipt = { readonly result: unknown; readonly channel: 'online' | 'staff' };

const columns = `a.id as "accountId", a.surface, a.email,
  coalesce((select g.first_name from guardian g
            where g.organisation_id = a.organisation_id and g.account_id = a.id
            order by g.household_id limit 1), a.display_name) as "firstName"`;

const accountHolder = statement<Recipient>(
  'communication.account-holder',
  `select ${columns} from account a where a.organisation_id = $1 and a.id = $2 and a.status <> 'disabled'`,
);

const householdGuardians = statement<Recipient>(
  'communication.household-guardians',
  `select distinct ${columns}
   from guardian h
   join account a on a.organisation_id = h.organisation_id and a.id = h.account_id
   where h.organisation_id = $1 and h.household_id = $2 and a.status = 'active'
   order by a.email`,
);

const receipt = statement<KeptReceipt>(
  'communication.receipt',
  `select result, channel from confirmation where organisation_id = $1 and id = $2 and household_id = $3`,
);

/** A day somebody waited for, or is offered, as an e-mail speaks of it. */
export type WaitedDay = {
  readonly childId: string;
  readonly childFirstName: string;
  readonly on: Day;
  readonly unitLabel: string;
  readonly activityLabel: string;
  readonly state: string;
  /** The term of an offer, or of the waiting; `null` once it is over. */
  readonly until: Instant | null;
  /** What accepting costs. */
  readonly cents: number;
};

const waitedDays = statement<WaitedDay>(
  'communication.waited-days',
  `select b.child_id as "childId", c.first_name as "childFirstName", b.held_on as on, u.label as "unitLabel",
          a.label as "activityLabel", b.state, (extract(epoch from b.expires_at) * 1000)::bigint as until,
          (b.verdict ->> 'cents')::int as cents
   from booking b
   join child c on c.organisation_id = $1 and c.id = b.child_id
   join session s on s.organisation_id = $1 and s.id = b.session_id
   join unit u on u.organisation_id = $1 and u.id = s.unit_id
   join activity a on a.organisation_id = $1 and a.id = u.activity_id
   where b.organisation_id = $1 and b.household_id = $2 and b.id = any($3::uuid[])
   order by b.held_on, s.starts_at, c.first_name, b.id`,
);

/** Days of one household's list, by the ids of their bookings. */
export function askWaitedDays(
  ask: Ask,
  organisationId: string,
  householdId: string,
  bookingIds: readonly string[],
): Promise<WaitedDay[]> {
  return ask(waitedDays, [organisationId, householdId, bookingIds]);
}

/** Whose account it is; `undefined` when it is disabled. */
export async function findAccountHolder(
  ask: Ask,
  organisationId: string,
  accountId: string,
): Promise<Recipient | undefined> {
  const [found] = await ask(accountHolder, [organisationId, accountId]);
  return found;
}

/** Guardians of one household who can sign in. Another household of the same child is not told. */
export function askHouseholdGuardians(
  ask: Ask,
  organisationId: string,
  householdId: string,
): Promise<Recipient[]> {
  return ask(householdGuardians, [organisationId, householdId]);
}

/** What a confirmation answered, as it was kept; `undefined` when there is none. */
export async function findReceipt(
  ask: Ask,
  organisationId: string,
  confirmation: { confirmationId: string; householdId: string },
): Promise<KeptReceipt | undefined> {
  const { confirmationId, householdId } = confirmation;
  const [found] = await ask(receipt, [organisationId, confirmationId, householdId]);
  return found;
}
