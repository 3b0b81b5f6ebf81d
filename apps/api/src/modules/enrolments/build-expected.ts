import { missingDocuments } from '@preau/domain/bookings/missing-documents';
import { expectedDocuments, type GivenDocument } from '@preau/domain/enrolments/expected-documents';
import type { EnrolmentState } from '@preau/domain/enrolments/states';
import type { RequiredDocument } from '@preau/domain/reglement/document';
import type { Day } from '@preau/domain/time/day';
import type { z } from 'zod';
import type { VersionRow } from '../reglements/reglements.public.ts';
import type { Enrolment, Welcome } from './enrolments.queries.ts';
import type { expectedDocumentsSchema } from './expected-documents.schemas.ts';
import type { EnrolledChild } from './household-facts.queries.ts';
import { factsOf, reglementOfYear } from './year-rules.ts';

type WireExpected = z.infer<typeof expectedDocumentsSchema>['items'][number];

/** Of an enrolment that is under way, or held. */
const asking: readonly EnrolmentState[] = ['requested', 'incomplete', 'waitlisted', 'accepted'];

export type ExpectedFacts = {
  readonly children: readonly EnrolledChild[];
  readonly activities: readonly Welcome[];
  readonly enrolments: readonly Enrolment[];
  readonly given: readonly GivenDocument[];
  readonly versions: readonly VersionRow[];
  /** The present one and those to come: what is asked of a past one matters no more. */
  readonly schoolYears: readonly string[];
};

/** What a household is expected to send, its own documents first, then those of each child. */
export function buildExpected(facts: ExpectedFacts, today: Day): WireExpected[] {
  const { children, activities, given } = facts;
  const codes = new Map(activities.map(({ activityId, code }) => [activityId, code]));
  const labels = new Map(activities.map(({ code, activity }) => [code, activity]));
  const current = facts.enrolments.filter(
    ({ schoolYear, state }) => facts.schoolYears.includes(schoolYear) && asking.includes(state),
  );
  const asked = children.map(({ id }) => ({
    childId: id,
    activities: [
      ...new Set(
        current.flatMap(({ childId, activityId }) =>
          childId === id ? (codes.get(activityId) ?? []) : [],
        ),
      ),
    ],
  }));
  const names = new Map(children.map(({ id, firstName }) => [id, firstName]));
  return expectedDocuments(requiredOf(facts, today), asked, given, today).map((expected) => {
    const { document, childId } = expected;
    const good = missingDocuments([document], factsAbout(given, childId), today).length === 0;
    return {
      code: document.code,
      label: document.label,
      about: document.about,
      child: childId === null ? null : { id: childId, firstName: names.get(childId) ?? '' },
      state: expected.state,
      reason: expected.reason,
      expiresOn: expected.expiresOn,
      blocks: [...document.blocks],
      blocking: document.blocks.length > 0 && !good,
      activities: [...new Set(expected.activities.map((code) => labels.get(code) ?? code))],
    };
  });
}

/** Of the version in force today first, then of those of the school years to come. */
export function requiredOf(
  { versions, schoolYears }: Pick<ExpectedFacts, 'versions' | 'schoolYears'>,
  today: Day,
): RequiredDocument[] {
  return schoolYears.flatMap(
    (year) => reglementOfYear(versions, year, today)?.document.documents ?? [],
  );
}

/** A household's document may be about any of its children. */
function factsAbout(given: readonly GivenDocument[], childId: string | null) {
  if (childId !== null) return factsOf(given, childId);
  return given.flatMap(({ code, state, until }) =>
    state === 'refused' ? [] : [{ code, state, until }],
  );
}
