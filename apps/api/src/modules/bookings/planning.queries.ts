import type { DocumentFact } from '@preau/domain/bookings/verdict';
import type { EnrolmentFact } from '@preau/domain/enrolments/enrolment-fact';
import type { BookingState } from '@preau/domain/bookings/states';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';
import { rankOf } from './waiting-rank.ts';

export type ChildRow = { id: string; first_name: string; school_class: string; born_on: Day };

/** A document given: for a child, or (`null`) for the household. */
export type GivenRow = DocumentFact & { readonly child_id: string | null };

/** One unit a child of the household is enrolled in, or is to be, for a school year. */
export type UnitRow = {
  child_id: string;
  unit_id: string;
  unit: string;
  facility_id: string;
  facility: string;
  age_group: string;
  school_year: string;
  enrolment: Extract<EnrolmentFact, 'accepted' | 'requested' | 'incomplete' | 'waitlisted'>;
};

/** Free places of one room and part of the day, as parallel arrays in no order. */
export type PoolRow = {
  facility_id: string;
  age_group: string;
  part: string;
  days: Day[];
  free: number[];
  capacity: number[];
};

/** Bookings of the household's children, by whichever household, oldest first. */
export type HeldRow = {
  id: string;
  child_id: string;
  session_id: string;
  state: BookingState;
  stage: number;
  cancelStage: number;
  live: boolean;
  own: boolean;
};

/** What the household waits for (a place: `rank`), until an instant, in milliseconds. */
export type QueueRow = {
  booking_id: string;
  child_id: string;
  session_id: string;
  rank: number | null;
  until: Instant;
  answer_due: Instant | null;
};

export type QuotientRow = { valid_from: Day; quotient: number };

export type PlanningPage = {
  children: ChildRow[];
  units: UnitRow[];
  pools: PoolRow[];
  held: HeldRow[];
  queue: QueueRow[];
  /** How many people wait for each session that anybody waits for. */
  waiting: Record<string, number>;
  quotients: QuotientRow[];
  /** What blocks until it is given is looked for here. */
  documents: GivenRow[];
  /** Revision of the calendar: its sessions are remembered by the process. */
  calendarRevision: number;
};

const quotientList = `
  select json_agg(json_build_object('valid_from', valid_from, 'quotient', quotient) order by valid_from)
  from household_quotient where organisation_id = $1 and household_id = $2`;

// One statement, since on this page each one costs more than what it reads. `offset 0` keeps each
// subquery apart, one look per child: a planner without statistics takes an organisation for one
// row and would walk through everybody's (plans.test.ts).
// A range may touch two school years: an enrolment counts for its own.
const page = statement<PlanningPage>(
  'planning.page',
  `with kid as materialized (
     select child_id from household_child where organisation_id = $1 and household_id = $2
   ), enrolled as materialized (
     select e.child_id, e.age_group, e.school_year, e.state, a.id as activity_id, a.facility_id, a.position
     from kid
     cross join lateral (
       select child_id, activity_id, age_group, school_year, state from enrolment
       where organisation_id = $1 and child_id = kid.child_id
         and state in ('accepted', 'requested', 'incomplete', 'waitlisted')
         and school_year in (school_year($3), school_year($4))
       offset 0
     ) e
     join activity a on a.organisation_id = $1 and a.id = e.activity_id
   )
   select
     (select coalesce(json_agg(json_build_object('id', c.id, 'first_name', c.first_name,
               'school_class', c.school_class, 'born_on', c.birth_on) order by c.birth_on, c.id), '[]')
      from kid
      cross join lateral (
        select id, first_name, school_class, birth_on from child
        where organisation_id = $1 and id = kid.child_id
        offset 0
      ) c) as children,
     (select coalesce(json_agg(json_build_object(
               'child_id', e.child_id, 'unit_id', u.id, 'unit', u.code, 'facility_id', e.facility_id,
               'facility', f.name, 'age_group', e.age_group, 'school_year', e.school_year,
               'enrolment', e.state)
               order by e.child_id, e.position, u.position, e.school_year), '[]')
      from enrolled e
      join facility f on f.organisation_id = $1 and f.id = e.facility_id
      join unit u on u.organisation_id = $1 and u.activity_id = e.activity_id) as units,
     (select coalesce(json_agg(room), '[]')
      from (
        select p.facility_id, p.age_group, p.part, array_agg(p.held_on) as days,
               array_agg(p.capacity + p.allowance - p.taken) as free, array_agg(p.capacity) as capacity
        from (select distinct facility_id, age_group from enrolled) e
        join seat_pool p on p.organisation_id = $1 and p.facility_id = e.facility_id
          and p.age_group = e.age_group and p.held_on between $3 and $4
        group by p.facility_id, p.age_group, p.part
      ) room) as pools,
     (select coalesce(json_agg(json_build_object(
               'id', b.id, 'child_id', b.child_id, 'session_id', b.session_id, 'state', b.state, 'stage', b.stage,
               'cancelStage', coalesce(b.cancel_stage, 1),
               'live', is_live(b.state), 'own', b.household_id = $2) order by b.created_at), '[]')
      from kid
      cross join lateral (
        select id, child_id, session_id, state, stage, cancel_stage, household_id, created_at from booking
        where organisation_id = $1 and child_id = kid.child_id and held_on between $3 and $4
        offset 0
      ) b) as held,
     (select coalesce(json_agg(json_build_object(
               'booking_id', b.id, 'child_id', b.child_id, 'session_id', b.session_id,
               'rank', case when b.state = 'waitlisted' then ${rankOf('b')} end,
               'until', (extract(epoch from b.expires_at) * 1000)::bigint,
               'answer_due', (extract(epoch from b.answer_due_at) * 1000)::bigint)), '[]')
      from booking b
      where b.organisation_id = $1 and b.household_id = $2 and b.expires_at is not null
        and b.held_on between $3 and $4) as queue,
     (select coalesce(json_object_agg(q.session_id, q.people), '{}')
      from (
        select session_id, count(*) as people from booking
        where organisation_id = $1 and expires_at is not null and state = 'waitlisted'
          and held_on between $3 and $4
        group by session_id
      ) q) as waiting,
     coalesce((${quotientList}), '[]') as quotients,
     coalesce(case when (select bool_or(asks_documents) from reglement_version where organisation_id = $1) then (
       select json_agg(json_build_object('child_id', d.child_id, 'code', d.kind, 'state', d.state,
                'until', d.expires_on))
       from document d
       where d.organisation_id = $1 and d.state in ('sent', 'accepted')
         and (d.child_id in (select child_id from kid) or (d.child_id is null and d.household_id = $2))) end,
       '[]') as documents,
     coalesce((select revision from calendar_revision where organisation_id = $1), 0) as "calendarRevision"`,
);

const quotients = statement<{ quotients: QuotientRow[] }>(
  'planning.quotients',
  `select coalesce((${quotientList}), '[]') as quotients`,
);

/** Everything a planning is made of, for the household's children from `from` to `until` inclusive. */
export async function askPlanning(
  ask: Ask,
  organisationId: string,
  householdId: string,
  from: Day,
  until: Day,
): Promise<PlanningPage> {
  const [row] = await ask(page, [organisationId, householdId, from, until]);
  if (!row) throw new Error('A statement without a source answers one row');
  return row;
}

/** Family quotients of a household, oldest first. */
export async function askQuotients(
  ask: Ask,
  organisationId: string,
  householdId: string,
): Promise<QuotientRow[]> {
  const [row] = await ask(quotients, [organisationId, householdId]);
  return row?.quotients ?? [];
}
