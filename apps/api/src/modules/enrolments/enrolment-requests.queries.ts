import type { EnrolmentState } from '@preau/domain/enrolments/states';
import type { GivenDocument } from '@preau/domain/enrolments/expected-documents';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../../platform/db/statement.ts';
import type { Ask } from '../../platform/db/transaction.ts';

/** A request as it is read for the office. Moments are milliseconds since the epoch. */
export type RequestRow = {
  readonly id: string;
  readonly household: {
    readonly id: string;
    readonly name: string;
    readonly fileComplete: boolean;
  } | null;
  readonly child: {
    readonly id: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly schoolClass: string;
    readonly bornOn: Day;
  };
  readonly activity: { readonly id: string; readonly code: string; readonly label: string };
  readonly facility: { readonly id: string; readonly name: string };
  readonly schoolYear: string;
  readonly state: EnrolmentState;
  readonly ageGroup: string;
  readonly note: string;
  readonly requestedAt: Instant | null;
  readonly answerDueAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  /** What the household that asks has sent, for itself or for the child. */
  readonly given: readonly GivenDocument[];
};

const facts = `e.id,
  (select jsonb_build_object('id', h.id, 'name', h.name, 'fileComplete', h.file_completed_at is not null)
   from household h where h.organisation_id = e.organisation_id and h.id = e.household_id) as household,
  jsonb_build_object('id', c.id, 'firstName', c.first_name, 'lastName', c.last_name,
    'schoolClass', c.school_class, 'bornOn', c.birth_on) as child,
  jsonb_build_object('id', a.id, 'code', a.code, 'label', a.label) as activity,
  jsonb_build_object('id', f.id, 'name', f.name) as facility,
  e.school_year as "schoolYear", e.state, e.age_group as "ageGroup", e.note, e.reason,
  (extract(epoch from e.requested_at) * 1000)::bigint as "requestedAt",
  (extract(epoch from e.answer_due_at) * 1000)::bigint as "answerDueAt",
  (extract(epoch from e.decided_at) * 1000)::bigint as "decidedAt",
  (select by.display_name from account by where by.organisation_id = e.organisation_id
     and by.id = e.decided_by and by.surface = 'staff') as "decidedBy",
  (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'code', d.kind, 'childId', d.child_id,
      'state', d.state, 'reason', d.reason, 'until', d.expires_on)), '[]')
   from document d
   where d.organisation_id = e.organisation_id and d.household_id = e.household_id
     and d.state in ('sent', 'accepted')) as given`;

const joined = `join child c on c.organisation_id = e.organisation_id and c.id = e.child_id
  join activity a on a.organisation_id = e.organisation_id and a.id = e.activity_id
  join facility f on f.organisation_id = a.organisation_id and f.id = a.facility_id`;

// The state is repeated in each branch as the partial index has it.
const pending = statement<RequestRow>(
  'enrolment.requests-pending',
  `select ${facts}
   from (select * from enrolment
         where organisation_id = $1 and state in ('requested', 'incomplete') and state = 'requested'
           and ($2::uuid is null or (requested_at, id) >
             (select b.requested_at, b.id from enrolment b where b.organisation_id = $1 and b.id = $2))
         order by requested_at, id limit $3) e
   ${joined}
   order by e.requested_at, e.id`,
);

const answered = statement<RequestRow>(
  'enrolment.requests-answered',
  `select ${facts}
   from (select * from enrolment
         where organisation_id = $1 and requested_at is not null and decided_at is not null and state <> 'ended'
           and ($2::uuid is null or (decided_at, id) <
             (select b.decided_at, b.id from enrolment b where b.organisation_id = $1 and b.id = $2))
         order by decided_at desc, id desc limit $3) e
   ${joined}
   order by e.decided_at desc, e.id desc`,
);

type Counts = { readonly pending: number; readonly overdue: number };

const counts = statement<Counts>(
  'enrolment.requests-counts',
  `select count(*)::int as pending,
     count(*) filter (where answer_due_at <= to_timestamp($2::float8 / 1000))::int as overdue
   from enrolment
   where organisation_id = $1 and state in ('requested', 'incomplete') and state = 'requested'`,
);

const booked = statement<{ id: string }>(
  'enrolment.booked-upon',
  `select e.id from enrolment e
   where e.organisation_id = $1 and e.id = any($2::uuid[]) and exists (
     select from booking b
     join session s on s.organisation_id = b.organisation_id and s.id = b.session_id
     join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
     where b.organisation_id = e.organisation_id and b.child_id = e.child_id and is_live(b.state)
       and u.activity_id = e.activity_id and school_year(b.held_on) = e.school_year)`,
);

/** Requests that wait for an answer, the oldest first; or those answered, the latest first. */
export function askEnrolmentRequests(
  ask: Ask,
  organisationId: string,
  page: {
    readonly state: 'pending' | 'answered';
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<RequestRow[]> {
  const { state, after, limit } = page;
  return ask(state === 'pending' ? pending : answered, [organisationId, after, limit]);
}

/** How many requests wait for an answer, and of how many it is late. */
export async function countEnrolmentRequests(
  ask: Ask,
  organisationId: string,
  now: Instant,
): Promise<Counts> {
  const [found] = await ask(counts, [organisationId, now]);
  return found ?? { pending: 0, overdue: 0 };
}

/** Which of these enrolments have a live booking that rests on them. */
export async function findBookedUpon(
  ask: Ask,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await ask(booked, [organisationId, ids]);
  return new Set(rows.map(({ id }) => id));
}
