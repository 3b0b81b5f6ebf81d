import type { DocumentFact } from '@preau/domain/bookings/verdict';
import {
  activityOf,
  decideEnrolment,
  type EnrolmentVerdict,
} from '@preau/domain/enrolments/decide-enrolment';
import type { GivenDocument } from '@preau/domain/enrolments/expected-documents';
import { daysOfSchoolYear } from '@preau/domain/enrolments/school-year';
import type { CompiledReglement } from '@preau/domain/reglement/compile';
import type { Day } from '@preau/domain/time/day';
import type { Instant } from '@preau/domain/time/instant';
import { findReglementOn, type VersionRow } from '../reglements/reglements.public.ts';
import type { Enrolment } from './enrolments.queries.ts';
import type { EnrolledChild } from './household-facts.queries.ts';

/**
 * The rules a school year is asked for by: those in force on its first day to come, or, where
 * nothing is published for it yet, today's.
 */
export function reglementOfYear(
  versions: readonly VersionRow[],
  schoolYear: string,
  today: Day,
): CompiledReglement | undefined {
  const { from, until } = daysOfSchoolYear(schoolYear);
  const then = today < from ? from : today > until ? until : today;
  return (findReglementOn(versions, then) ?? findReglementOn(versions, today))?.reglement;
}

/** What is known of a household when an enrolment is asked for. */
export type EnrolmentContext = {
  readonly reglement: CompiledReglement;
  readonly schoolYear: string;
  readonly given: readonly GivenDocument[];
  readonly now: Instant;
};

/**
 * Whether a child may be asked to be enrolled in an activity.
 * @param known what became of it so far, if anything did
 * @returns `undefined` where the règlement does not name the activity
 */
export function verdictFor(
  child: EnrolledChild,
  code: string,
  known: Pick<Enrolment, 'state' | 'own'> | undefined,
  { reglement, schoolYear, given, now }: EnrolmentContext,
): EnrolmentVerdict | undefined {
  if (!reglement.document.activities.some((activity) => activity.code === code)) return undefined;
  return decideEnrolment(
    { activity: activityOf(reglement, code).code, schoolYear },
    {
      enrolment: known?.state ?? 'none',
      own: known?.own ?? true,
      bornOn: child.bornOn,
      documents: factsOf(given, child.id),
    },
    reglement,
    now,
  );
}

/** Documents that count for a child: the household's own, and those about the child. */
export function factsOf(given: readonly GivenDocument[], childId: string): DocumentFact[] {
  return given.flatMap(({ code, state, until, childId: about }) =>
    state !== 'refused' && (about === null || about === childId) ? [{ code, state, until }] : [],
  );
}
