import type { DraftAction } from '@preau/domain/bookings/cell-view';
import type { DocumentFact } from '@preau/domain/bookings/verdict';
import type { EnrolmentFact } from '@preau/domain/enrolments/enrolment-fact';
import type { BookingState } from '@preau/domain/bookings/states';
import type { Day } from '@preau/domain/time/day';

/** One line to decide, drafted or only asked about, with every fact its decision needs, places aside. */
export type LineRow = {
  child_id: string;
  child_first_name: string;
  session_id: string;
  action: DraftAction;
  held_on: Day;
  unit: string;
  facility_id: string;
  age_group: string;
  parts: string[];
  closed_label: string | null;
  enrolment: EnrolmentFact;
  born_on: Day;
  /** Documents given for the child, or by the household; `null` where the règlement asks for none. */
  documents: DocumentFact[] | null;
  /** Days around with another session of the activity, as far as it is counted; `null` likewise. */
  activity_days: Day[] | null;
  booking_id: string | null;
  state: BookingState | null;
  stage: number | null;
  /** Whether the booking, if it is a request, keeps a place. */
  request_holds: boolean | null;
  own: boolean | null;
  /** People who wait for the session. */
  waiting: number;
  /** Units the child has a place in that day, in other sessions. */
  other_units: string[] | null;
  /** The household's own booking that was cancelled and stays billed: it is taken up again. */
  cancelled_late: { id: string; stage: number; cancelStage: number } | null;
};

export type PlacesRow = {
  facility_id: string;
  age_group: string;
  held_on: Day;
  part: string;
  free: number;
  capacity: number;
};

// Asked once per statement, and only where a version of the règlement needs it.
const documentsGiven = `
  case when (select bool_or(asks_documents) from reglement_version where organisation_id = $1) then (
    select json_agg(json_build_object('code', d.kind, 'state', d.state, 'until', d.expires_on))
    from document d
    where d.organisation_id = $1 and d.state in ('sent', 'accepted')
      and (d.child_id = l.child_id or (d.child_id is null and d.household_id = $2))) end`;

const reach = `(
  select 366 * bool_or(counts_periods)::int from reglement_version where organisation_id = $1)`;

// The month around and its weeks; a school year before and after, where periods of it are counted.
const activityDays = `
  case when (select bool_or(counts_days) from reglement_version where organisation_id = $1) then (
    select array_agg(o.held_on)
    from booking o
    join session os on os.organisation_id = $1 and os.id = o.session_id
    join unit ou on ou.organisation_id = $1 and ou.id = os.unit_id
    where o.organisation_id = $1 and o.child_id = l.child_id and o.session_id <> l.session_id
      and o.held_on between least(date_trunc('month', s.held_on)::date - 6, s.held_on - ${reach})
        and greatest((date_trunc('month', s.held_on) + interval '1 month 6 days')::date, s.held_on + ${reach})
      and holds_place(o.state) and ou.activity_id = u.activity_id) end`;

/**
 * SQL that reads the facts of lines. `$1` is the organisation, `$2` the household.
 *
 * @param source a relation with organisation_id, household_id, child_id, session_id, action: the
 *   table of drafts, or `(select … from unnest(…))` for lines nobody has drafted
 */
export function lineFactsOf(source: string): string {
  return `select l.child_id, c.first_name as child_first_name, l.session_id, l.action, s.held_on, u.code as unit,
          s.facility_id, s.age_group, s.parts, s.closed_label,
          coalesce((select e.state from enrolment e
                    where e.organisation_id = $1 and e.child_id = l.child_id and e.activity_id = u.activity_id
                      and e.school_year = school_year(s.held_on) and e.age_group = s.age_group), 'none') as enrolment,
          c.birth_on as born_on, ${documentsGiven} as documents, ${activityDays} as activity_days,
          b.id as booking_id, b.state, b.stage, b.request_holds, b.household_id = $2 as own,
          (select array_agg(ou.code)
           from booking o
           join session os on os.organisation_id = $1 and os.id = o.session_id
           join unit ou on ou.organisation_id = $1 and ou.id = os.unit_id
           where o.organisation_id = $1 and o.child_id = l.child_id and o.held_on = s.held_on
             and o.session_id <> l.session_id and holds_place(o.state)) as other_units,
          (select count(*)::int from booking w
           where w.organisation_id = $1 and w.session_id = l.session_id and w.state = 'waitlisted') as waiting,
          case when b.id is null then (
            select json_build_object('id', k.id, 'stage', k.stage, 'cancelStage', coalesce(k.cancel_stage, 1)) from booking k
            where k.organisation_id = $1 and k.session_id = l.session_id and k.child_id = l.child_id
              and k.household_id = $2 and k.state = 'cancelledLate'
            order by k.updated_at desc, k.id desc limit 1) end as cancelled_late
   from ${source} l
   join child c on c.organisation_id = $1 and c.id = l.child_id
   join session s on s.organisation_id = $1 and s.id = l.session_id
   join unit u on u.organisation_id = $1 and u.id = s.unit_id
   left join booking b on b.organisation_id = $1 and b.child_id = l.child_id and b.session_id = l.session_id
     and is_live(b.state)
   where l.organisation_id = $1 and l.household_id = $2
   order by l.child_id, s.held_on, s.starts_at, l.session_id`;
}

/** SQL that reads the free places of the pools those lines draw on; `source` as above. */
export function linePlacesOf(source: string): string {
  return `select p.facility_id, p.age_group, p.held_on, p.part, p.capacity + p.allowance - p.taken as free, p.capacity
   from (
     select distinct s.facility_id, s.age_group, s.held_on, unnest(s.parts) as part
     from ${source} l
     join session s on s.organisation_id = $1 and s.id = l.session_id
     where l.organisation_id = $1 and l.household_id = $2
   ) wanted
   join seat_pool p on p.organisation_id = $1 and p.facility_id = wanted.facility_id
     and p.age_group = wanted.age_group and p.held_on = wanted.held_on and p.part = wanted.part`;
}
