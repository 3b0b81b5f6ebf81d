import type { BookingState } from '@preau/domain/bookings/states';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

/**
 * A child in one of these states is waited for, or was. One who is still asked for, offered or to
 * be paid for is not yet; one whose absence was announced is not any more.
 */
const expectedStates: readonly BookingState[] = [
  'confirmed',
  'cancellationRequested',
  'attended',
  'absentUnexcused',
];

/** One expected child in one unit; a unit, a facility or a day without any leaves the rest null. */
export type ExpectedRow = {
  readonly held_on: Day;
  readonly facility_id: string | null;
  readonly facility_name: string | null;
  readonly activity: string | null;
  readonly activity_label: string | null;
  readonly unit: string | null;
  readonly unit_label: string | null;
  readonly starts_at: string | null;
  readonly ends_at: string | null;
  readonly closed_label: string | null;
  readonly child_id: string | null;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly school_class: string | null;
  readonly key_id: string | null;
  readonly allergies: Buffer | null;
};

// The roles bound the rows here, in the same message as the session check: what the member of
// staff may not see never leaves the database. A role without a facility is for all of them.
const expectedChildren = statement<ExpectedRow>(
  'attendance.expected',
  `with asked as (
     select o.settings ->> 'timeZone' as zone,
            coalesce($3::date, (to_timestamp($4::float8 / 1000) at time zone (o.settings ->> 'timeZone'))::date) as held_on
     from organisation o where o.organisation_id = $1
   ), visible as (
     select f.id, f.name from facility f
     where f.organisation_id = $1 and exists (
       select from staff_role r
       where r.organisation_id = $1 and r.account_id = $2
         and (r.facility_id is null or r.facility_id = f.id))
   )
   select asked.held_on, visible.id as facility_id, visible.name as facility_name,
          a.code as activity, a.label as activity_label, u.code as unit, u.label as unit_label,
          to_char(s.starts_at at time zone asked.zone, 'HH24:MI') as starts_at,
          to_char(s.ends_at at time zone asked.zone, 'HH24:MI') as ends_at,
          s.closed_label, c.id as child_id, c.first_name, c.last_name, c.school_class,
          h.key_id, h.allergies
   from asked left join visible on true
   left join (session s
     join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
     join activity a on a.organisation_id = u.organisation_id and a.id = u.activity_id)
     on s.organisation_id = $1 and s.facility_id = visible.id and s.held_on = asked.held_on
   left join (booking b
     join child c on c.organisation_id = b.organisation_id and c.id = b.child_id
     left join child_health h on h.organisation_id = c.organisation_id and h.child_id = c.id)
     on b.organisation_id = $1 and b.session_id = s.id and b.held_on = s.held_on
       and b.state = any($5::text[])
   order by visible.name, visible.id, a.position, u.position, u.id, c.last_name, c.first_name, c.id`,
);

/**
 * The children expected on a day at the facilities this account has a role for, health notes sealed.
 * @param on `null` = the present day in the organisation's time zone.
 * @returns rows in reading order, at least one: the first tells the day.
 */
export function findExpectedChildren(
  ask: Ask,
  staff: { readonly organisationId: string; readonly accountId: string },
  on: string | null,
  now: Instant,
): Promise<ExpectedRow[]> {
  return ask(expectedChildren, [staff.organisationId, staff.accountId, on, now, expectedStates]);
}
