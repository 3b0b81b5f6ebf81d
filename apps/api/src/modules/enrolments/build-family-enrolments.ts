import { activityOf, enrolmentDocuments } from '@preau/domain/enrolments/decide-enrolment';
import type { GivenDocument } from '@preau/domain/enrolments/expected-documents';
import { findEnrolmentTransition, openEnrolmentStates } from '@preau/domain/enrolments/states';
import type { CompiledReglement } from '@preau/domain/reglement/compile';
import { type Instant, toIso } from '@preau/domain/time/instant';
import type { Enrolment, Welcome } from './enrolments.queries.ts';
import type { FamilyEnrolments } from './family-enrolments.schemas.ts';
import type { EnrolledChild } from './household-facts.queries.ts';
import { type EnrolmentContext, verdictFor } from './year-rules.ts';

type WireChild = FamilyEnrolments['children'][number];
type WireItem = WireChild['items'][number];
type WireAvailable = WireChild['available'][number];

/** Everything the page of a household's enrolments is made of, for one school year. */
export type FamilyFacts = {
  readonly schoolYear: string;
  readonly children: readonly EnrolledChild[];
  readonly activities: readonly Welcome[];
  readonly enrolments: readonly Enrolment[];
  readonly given: readonly GivenDocument[];
  /** `undefined` where no règlement is published. */
  readonly reglement: CompiledReglement | undefined;
};

/** What each child is enrolled in or asked for, and what could be asked for. */
export function buildFamilyEnrolments(facts: FamilyFacts, now: Instant): WireChild[] {
  return facts.children.map((child) => {
    const own = facts.enrolments.filter(
      ({ childId, schoolYear }) => childId === child.id && schoolYear === facts.schoolYear,
    );
    return {
      id: child.id,
      firstName: child.firstName,
      items: own.flatMap((enrolment) => itemOf(enrolment, facts.activities)),
      available: availableTo(child, own, facts, now),
    };
  });
}

function itemOf(enrolment: Enrolment, activities: readonly Welcome[]): WireItem[] {
  const activity = activities.find(({ activityId }) => activityId === enrolment.activityId);
  if (!activity) return [];
  const { id, activityId, schoolYear, ageGroup, state, withdrawn, own } = enrolment;
  const actions = (['withdraw', 'complete', 'ask'] as const).filter(
    (action) =>
      (own || action === 'ask') && findEnrolmentTransition(state, action, 'guardian') !== undefined,
  );
  return [
    {
      id,
      activityId,
      activity: { code: activity.code, label: activity.activity },
      facility: activity.facility,
      schoolYear,
      ageGroup,
      state,
      withdrawn,
      own,
      actions,
      requestedAt: isoOf(enrolment.requestedAt),
      answerDueAt: isoOf(enrolment.answerDueAt),
      decidedAt: isoOf(enrolment.decidedAt),
      // What is said between the service and the other household of a child is theirs.
      reason: own ? enrolment.reason : null,
      note: own ? enrolment.note : '',
    },
  ];
}

function availableTo(
  child: EnrolledChild,
  enrolments: readonly Enrolment[],
  { activities, schoolYear, given, reglement }: FamilyFacts,
  now: Instant,
): WireAvailable[] {
  if (!reglement) return [];
  const context: EnrolmentContext = { reglement, schoolYear, given, now };
  return activities.flatMap((activity) => {
    const known = enrolments.find(({ activityId }) => activityId === activity.activityId);
    if (known && !mayBeAskedAgain(known)) return [];
    const verdict = verdictFor(child, activity.code, known, context);
    if (!verdict) return [];
    const { outcome, dueAt, reasons, missing } = verdict;
    return [
      {
        activityId: activity.activityId,
        activity: { code: activity.code, label: activity.activity },
        facility: activity.facility,
        schoolYear,
        verdict: { outcome, dueAt: isoOf(dueAt), reasons: [...reasons] },
        ages: activityOf(reglement, activity.code).ages,
        documents: enrolmentDocuments(reglement, activity.code).map((document) => ({
          code: document.code,
          label: document.label,
          about: document.about,
          missing: missing.includes(document),
        })),
      },
    ];
  });
}

/** Settled without the child being enrolled, or sent back to the household that asked. */
function mayBeAskedAgain({ state, own }: Enrolment): boolean {
  if (state === 'incomplete') return own;
  return state !== 'accepted' && !openEnrolmentStates.includes(state);
}

const isoOf = (at: Instant | null) => (at === null ? null : toIso(at));
