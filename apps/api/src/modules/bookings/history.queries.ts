import type { BookingState } from '@preau/domain/bookings/states';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

/** One entry of a household's history: a whole confirmation, or a change outside of any. */
export type EntryRow = {
  readonly kind: 'confirmation' | 'change';
  readonly id: string;
  readonly at: Instant;
  readonly actor_kind: 'guardian' | 'staff' | 'system';
  readonly actor_id: string | null;
  /** First name of the guardian, within the household. */
  readonly guardian: string | null;
  /** Asked for the staff alone. */
  readonly full_name?: string | null;
  readonly note?: string | null;
  readonly total_cents: number | null;
  readonly line_count: number | null;
  readonly lines: unknown;
  readonly booking_id: string | null;
  readonly child_id: string | null;
  readonly child_first_name: string | null;
  readonly held_on: Day | null;
  readonly unit: string | null;
  readonly unit_label: string | null;
  readonly activity_label: string | null;
  readonly facility: string | null;
  readonly from_state: BookingState | null;
  readonly to_state: BookingState | null;
  readonly verdict: unknown;
};

/** A confirmation may have hundreds of lines: the history gives the first ones. */
const linesShown = 30;

const instantOf = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`;

/**
 * SQL of a page of a household's history, newest first. The cursor is the id of an entry of this
 * very household: anybody else's is none, and gives nothing.
 *
 * @param more columns the staff alone may read
 */
function entriesWith(more: string): string {
  return `with cursor as (
     select at, id from confirmation where organisation_id = $1 and household_id = $2 and id = $3
     union all
     select at, id from booking_change where organisation_id = $1 and household_id = $2 and id = $3
   ), page as (
     select * from (
       (select 'confirmation' as kind, id, at from confirmation
        where organisation_id = $1 and household_id = $2
          and ($3::uuid is null or (at, id) < (select at, id from cursor))
        order by at desc, id desc limit $4)
       union all
       (select 'change' as kind, id, at from booking_change
        where organisation_id = $1 and household_id = $2 and confirmation_id is null
          and ($3::uuid is null or (at, id) < (select at, id from cursor))
        order by at desc, id desc limit $4)
     ) entry
     order by at desc, id desc limit $4
   ), told as (
     select page.kind, page.id, page.at, c.result, b.id as booking_id, b.session_id, b.child_id,
            h.from_state, h.to_state, h.verdict, h.note, c.id as confirmation_id,
            coalesce(h.actor_kind, case when c.channel = 'staff' then 'staff' else 'guardian' end) as actor_kind,
            coalesce(h.actor_id, c.account_id) as actor_id
     from page
     left join confirmation c on page.kind = 'confirmation' and c.organisation_id = $1 and c.id = page.id
     left join booking_change h on page.kind = 'change' and h.organisation_id = $1 and h.id = page.id
     left join booking b on b.organisation_id = $1 and b.id = h.booking_id
   )
   select t.kind, t.id, ${instantOf('t.at')} as at, t.actor_kind, t.actor_id,
          (select g.first_name from guardian g
           where g.organisation_id = $1 and g.household_id = $2 and g.account_id = t.actor_id
             and t.actor_kind = 'guardian' limit 1) as guardian${more},
          (t.result ->> 'totalCents')::int as total_cents,
          json_array_length(t.result -> 'lines') as line_count,
          (select json_agg(line order by position)
           from json_array_elements(t.result -> 'lines') with ordinality as l (line, position)
           where position <= ${linesShown}) as lines,
          t.booking_id, t.child_id, k.first_name as child_first_name, s.held_on, u.code as unit,
          u.label as unit_label, a.label as activity_label, f.name as facility,
          t.from_state, t.to_state, t.verdict
   from told t
   left join child k on k.organisation_id = $1 and k.id = t.child_id
   left join session s on s.organisation_id = $1 and s.id = t.session_id
   left join unit u on u.organisation_id = $1 and u.id = s.unit_id
   left join activity a on a.organisation_id = $1 and a.id = u.activity_id
   left join facility f on f.organisation_id = $1 and f.id = s.facility_id
   order by t.at desc, t.id desc`;
}

const familyEntries = statement<EntryRow>('history.family', entriesWith(''));

const fullName = (kind: string, id: string, household: string) => `case ${kind}
    when 'staff' then (select display_name from account where organisation_id = $1 and id = ${id})
    when 'guardian' then (select g.first_name || ' ' || g.last_name from guardian g
      where g.organisation_id = $1 and g.household_id = ${household} and g.account_id = ${id} limit 1)
    end`;

const staffEntries = statement<EntryRow>(
  'history.household',
  entriesWith(`,
          ${fullName('t.actor_kind', 't.actor_id', '$2')} as full_name,
          coalesce(t.note, (select note from booking_change
             where organisation_id = $1 and confirmation_id = t.confirmation_id and household_id = $2
               and at = t.at and note is not null limit 1)) as note`),
);

/** The booking a history is about. */
export type TracedRow = {
  readonly id: string;
  readonly household_id: string;
  readonly household_name: string;
  readonly child_id: string;
  readonly child_first_name: string;
  readonly child_last_name: string;
  readonly held_on: Day;
  readonly unit: string;
  readonly unit_label: string;
  readonly activity_label: string;
  readonly facility: string;
  readonly state: BookingState;
  readonly late: boolean;
  readonly created_at: Instant;
};

const traced = statement<TracedRow>(
  'history.booking',
  `select b.id, b.household_id, h.name as household_name, b.child_id, c.first_name as child_first_name,
          c.last_name as child_last_name, b.held_on, u.code as unit, u.label as unit_label,
          a.label as activity_label, f.name as facility, b.state, b.late,
          ${instantOf('b.created_at')} as created_at
   from booking b
   join household h on h.organisation_id = $1 and h.id = b.household_id
   join child c on c.organisation_id = $1 and c.id = b.child_id
   join session s on s.organisation_id = $1 and s.id = b.session_id
   join unit u on u.organisation_id = $1 and u.id = s.unit_id
   join activity a on a.organisation_id = $1 and a.id = u.activity_id
   join facility f on f.organisation_id = $1 and f.id = s.facility_id
   where b.organisation_id = $1 and b.id = $2`,
);

/** One step in the life of a booking. */
export type StepRow = {
  readonly id: string;
  readonly at: Instant;
  readonly actor_kind: 'guardian' | 'staff' | 'system';
  readonly full_name: string | null;
  readonly channel: 'online' | 'staff' | null;
  readonly confirmation_id: string | null;
  readonly from_state: BookingState | null;
  readonly to_state: BookingState;
  readonly verdict: unknown;
  readonly note: string | null;
  readonly reglement: { id: string; title: string; validFrom: Day } | null;
};

const steps = statement<StepRow>(
  'history.steps',
  `select h.id, ${instantOf('h.at')} as at, h.actor_kind,
          ${fullName('h.actor_kind', 'h.actor_id', 'h.household_id')} as full_name, c.channel,
          h.confirmation_id, h.from_state, h.to_state, h.verdict, h.note,
          case when v.id is not null then json_build_object('id', v.id, 'title', v.document ->> 'title',
            'validFrom', lower(v.validity)) end as reglement
   from booking_change h
   left join confirmation c on c.organisation_id = $1 and c.id = h.confirmation_id
   left join reglement_version v on v.organisation_id = $1 and v.id = h.reglement_version_id
   where h.organisation_id = $1 and h.booking_id = $2
   order by h.at, h.id`,
);

type Page = { readonly after: string | null; readonly limit: number };

/** A page of a household's history as its parents may read it: nobody of the staff is named. */
export function askFamilyHistory(
  ask: Ask,
  organisationId: string,
  householdId: string,
  { after, limit }: Page,
): Promise<EntryRow[]> {
  return ask(familyEntries, [organisationId, householdId, after, limit]);
}

/** A page of a household's history as the staff reads it: with names and notes. */
export function askHouseholdHistory(
  ask: Ask,
  organisationId: string,
  householdId: string,
  { after, limit }: Page,
): Promise<EntryRow[]> {
  return ask(staffEntries, [organisationId, householdId, after, limit]);
}

/** A booking and each step of its life, oldest first; no row when there is no such booking. */
export function askBookingHistory(ask: Ask, organisationId: string, bookingId: string) {
  return [
    ask(traced, [organisationId, bookingId]),
    ask(steps, [organisationId, bookingId]),
  ] as const;
}
