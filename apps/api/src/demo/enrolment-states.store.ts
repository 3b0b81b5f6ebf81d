import type { CompiledReglement } from '@preau/domain/reglement/compile';
import { workingHoursAfter } from '@preau/domain/calendar/working-hours';
import type { Instant } from '@preau/domain/time/instant';
import { statement } from '../platform/db/statement.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { newId } from '../platform/ids.ts';
import { findOfficeAccount } from './accounts.store.ts';
import type { OfferedActivity } from './enrolments.ts';
import { classOf, groupOf } from './school-classes.ts';
import type { DemoChild, DemoEnrolment } from './town.ts';

const insert = statement<never>(
  'demo.enrolments',
  `insert into enrolment (organisation_id, id, child_id, activity_id, age_group, school_year, state, household_id,
     requested_by, requested_at, answer_due_at, note, reason, decided_by, decided_at)
   select $1, e.id, e.child, e.activity, e.grp, $2, e.state, m.household_id, m.account_id,
     to_timestamp(e.asked / 1000), to_timestamp(e.due / 1000), e.note, e.reason,
     case when e.state = 'ended' then m.account_id when e.decided is not null then $3::uuid end,
     to_timestamp(e.decided / 1000)
   from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::float8[], $10::float8[],
          $11::text[], $12::text[], $13::float8[])
     as e (id, child, activity, grp, state, asked, due, note, reason, decided)
   cross join lateral (
     select g.household_id, g.account_id from household_child hc
     join guardian g on g.organisation_id = $1 and g.household_id = hc.household_id and g.account_id is not null
     where hc.organisation_id = $1 and hc.child_id = e.child order by g.household_id, g.id limit 1) m`,
);

const day = 24 * 3_600_000;

/** Writes what parents asked for and was not simply accepted: pending, incomplete, refused… */
export async function writeEnrolmentStates(
  tx: Tx,
  wanted: readonly DemoEnrolment[],
  around: {
    readonly children: readonly DemoChild[];
    readonly offered: readonly OfferedActivity[];
    readonly reglement: CompiledReglement;
    readonly schoolYear: string;
    readonly now: Instant;
  },
): Promise<void> {
  const rows = wanted.flatMap((one) => rowOf(one, around));
  if (rows.length === 0) return;
  tx.write(insert, [
    tx.organisationId,
    around.schoolYear,
    await findOfficeAccount(tx),
    rows.map(() => newId()),
    rows.map(({ childId }) => childId),
    rows.map(({ activityId }) => activityId),
    rows.map(({ group }) => group),
    rows.map(({ state }) => state),
    rows.map(({ asked }) => asked),
    rows.map(({ due }) => due),
    rows.map(({ note }) => note),
    rows.map(({ reason }) => reason),
    rows.map(({ decided }) => decided),
  ]);
}

function rowOf(
  { childId, activity, state, daysAgo, note = '', reason }: DemoEnrolment,
  { children, offered, reglement, schoolYear, now }: Parameters<typeof writeEnrolmentStates>[2],
) {
  const child = children.find(({ id }) => id === childId);
  const schoolClass = child && classOf(child.birthOn, schoolYear);
  const where = offered.find(
    ({ code, facility }) => code === activity && child?.facilities.includes(facility.key),
  );
  if (state === 'none' || schoolClass === undefined || !where) return [];
  const asked = (now - daysAgo * day) as Instant;
  const rules = reglement.document.activities.find(({ code }) => code === activity)?.enrolment;
  const within = rules?.kind === 'online' ? rules.answerWithinHours : null;
  return [
    {
      childId,
      activityId: where.id,
      group: groupOf(schoolClass),
      state,
      asked,
      due:
        state === 'requested' && within !== null
          ? workingHoursAfter(asked, within, reglement.calendar)
          : null,
      note,
      reason: reason ?? null,
      decided: state === 'requested' ? null : ((asked + day) as Instant),
    },
  ];
}
