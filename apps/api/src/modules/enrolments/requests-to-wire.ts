import { answersTo } from '@preau/domain/enrolments/states';
import { ageOn } from '@preau/domain/time/age';
import type { Day } from '@preau/domain/time/day';
import { type Instant, toIso } from '@preau/domain/time/instant';
import type { VersionRow } from '../reglements/reglements.public.ts';
import type { RequestRow } from './enrolment-requests.queries.ts';
import type { EnrolmentRequest } from './enrolment-requests.schemas.ts';
import type { AgeGroup, Welcome } from './enrolments.queries.ts';
import { reglementOfYear, verdictFor } from './year-rules.ts';

export type RequestContext = {
  readonly welcomes: readonly Welcome[];
  readonly groups: readonly AgeGroup[];
  readonly versions: readonly VersionRow[];
  readonly today: Day;
  readonly now: Instant;
};

/** A request with what may be answered to it, and what the règlement has against it. */
export function requestToWire(row: RequestRow, context: RequestContext): EnrolmentRequest {
  const { welcomes, groups, today } = context;
  const { household, given: _given, ...shown } = row;
  const { bornOn, ...child } = row.child;
  const welcomed = welcomes.find(({ activityId }) => activityId === row.activity.id)?.ageGroups;
  const against = verdictOn(row, context);
  return {
    ...shown,
    household: household && { id: household.id, name: household.name },
    child: { ...child, age: ageOn(bornOn, today) },
    ageGroups: welcomed?.length
      ? groups.filter(({ code }) => welcomed.includes(code))
      : [...groups],
    requestedAt: isoOf(row.requestedAt),
    answerDueAt: isoOf(row.answerDueAt),
    decidedAt: isoOf(row.decidedAt),
    answers: [...answersTo(row.state)],
    why: against.why,
    householdStatus: {
      fileComplete: household?.fileComplete ?? false,
      missingDocuments: against.missing,
    },
  };
}

/** As if it were asked for now: what stands in the way, and the documents that are missing. */
function verdictOn(row: RequestRow, { versions, today, now }: RequestContext) {
  const { child, activity, schoolYear, given } = row;
  const reglement = reglementOfYear(versions, schoolYear, today);
  const verdict =
    reglement &&
    verdictFor({ ...child }, activity.code, undefined, { reglement, schoolYear, given, now });
  const stands = verdict && (verdict.outcome === 'refused' || verdict.outcome === 'notOpenYet');
  return {
    why: stands ? [...verdict.reasons] : [],
    missing: verdict?.missing.map(({ label }) => label) ?? [],
  };
}

const isoOf = (at: Instant | null) => (at === null ? null : toIso(at));
