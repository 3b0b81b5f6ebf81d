import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Dataset } from './dataset.ts';
import { staffCookie } from './token.ts';

/** Days of one request: two a week for a month. */
const daysOfARequest = 8;

/**
 * Requests that wait, two a child (lunch, then morning), each over some days to come; the oldest
 * are late. Places and terms are as confirming drafts would leave them.
 * @returns how many requests were written.
 */
export async function writeRequests(
  pool: pg.Pool,
  { organisationId, families }: Dataset,
): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local app.organisation_id = '${organisationId}'`);
    const { rowCount } = await client.query(
      `with asked as (
         select hc.household_id, hc.child_id, unit.code,
           row_number() over (order by hc.child_id, unit.code) as n, gen_random_uuid() as request_id
         from unnest($2::uuid[]) as household (id)
         join household_child hc on hc.organisation_id = $1 and hc.household_id = household.id
         cross join (values ('repas'), ('matin')) as unit (code)
       ), site as (
         select id, row_number() over (order by id) - 1 as n, count(*) over () as count from facility
         where organisation_id = $1
       ), version as (
         select id from reglement_version where organisation_id = $1 limit 1
       )
       insert into booking (organisation_id, id, household_id, child_id, session_id, held_on, state,
         reglement_version_id, verdict, created_at, updated_at, request_holds, expires_at, request_id,
         requested_at, answer_due_at)
       select $1, gen_random_uuid(), asked.household_id, asked.child_id, s.id, s.held_on, 'requested',
         version.id, '{"outcome": "pending", "cents": 390, "reasons": [], "priceReasons": []}', at, at, true,
         s.starts_at, asked.request_id, at, at + interval '2 days'
       from asked
       join site on site.n = asked.n / 2 % site.count
       cross join version
       cross join lateral (select now() - asked.n * interval '1 minute' as at) moment
       cross join lateral (
         select s.id, s.held_on, s.starts_at from session s
         join unit u on u.organisation_id = $1 and u.id = s.unit_id and u.code = asked.code
         where s.organisation_id = $1 and s.facility_id = site.id and s.closed_label is null
           and s.held_on > current_date + 5
         order by s.held_on limit $3) s`,
      [organisationId, families.map(({ householdId }) => householdId), daysOfARequest],
    );
    await client.query(
      `update seat_pool p set taken = held.count
       from (
         select s.facility_id, s.age_group, s.held_on, part, count(*)::int as count
         from booking b
         join session s on s.organisation_id = $1 and s.id = b.session_id
         cross join unnest(s.parts) as part
         where b.organisation_id = $1 and b.holds_place
         group by s.facility_id, s.age_group, s.held_on, part) held
       where p.organisation_id = $1 and p.facility_id = held.facility_id and p.age_group = held.age_group
         and p.held_on = held.held_on and p.part = held.part`,
      [organisationId],
    );
    await client.query('commit');
    return (rowCount ?? 0) / daysOfARequest;
  } finally {
    client.release();
  }
}

/** A clerk of the office, signed in. */
export async function signClerkIn(
  pool: pg.Pool,
  secret: string,
  organisationId: string,
): Promise<string> {
  const [accountId, sessionId] = [randomUUID(), randomUUID()];
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local app.organisation_id = '${organisationId}'`);
    await client.query(
      `insert into account (organisation_id, id, surface, email, display_name, status, created_at)
       values ($1, $2, 'staff', $2::uuid || '@example.org', 'Accueil', 'active', now())`,
      [organisationId, accountId],
    );
    await client.query(
      "insert into staff_role (organisation_id, account_id, role) values ($1, $2, 'office')",
      [organisationId, accountId],
    );
    await client.query(
      `insert into sign_in_session (organisation_id, id, account_id, user_agent, created_at, last_used_at, expires_at)
       values ($1, $2, $3, 'bench', now(), now(), now() + interval '1 day')`,
      [organisationId, sessionId, accountId],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
  return staffCookie(secret, { organisationId, accountId, sessionId });
}
