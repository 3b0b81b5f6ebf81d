import { chooseAgeGroup } from '@preau/domain/enrolments/choose-age-group';
import { daysOfSchoolYear } from '@preau/domain/enrolments/school-year';
import type { Reason } from '@preau/domain/explain/reasons';
import { type Instant, localDayOf } from '@preau/domain/time/instant';
import type { FamilyClaims } from '../../../platform/auth/actor.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { emit } from '../../../platform/outbox/events.ts';
import { getOrganisation } from '../../organisations/organisations.public.ts';
import { askAllVersions, askRules } from '../../reglements/reglements.public.ts';
import type { RequestRefusal } from '../enrolments.errors.ts';
import {
  type AgeGroup,
  askAgeGroups,
  askHouseholdEnrolments,
  askWelcomes,
  type Enrolment,
  type Welcome,
} from '../enrolments.queries.ts';
import { askGivenDocuments, type EnrolledChild } from '../household-facts.queries.ts';
import { lockOwnChild, type WrittenRequest, writeRequests } from '../request.store.ts';
import { type EnrolmentContext, reglementOfYear, verdictFor } from '../year-rules.ts';

/** What a parent asks for one of their children. */
export type AskEnrolments = {
  readonly claims: FamilyClaims;
  readonly childId: string;
  readonly activityIds: readonly string[];
  readonly schoolYear: string;
  readonly note: string;
  readonly now: Instant;
};

export type AskedResult = {
  readonly activityId: string;
  readonly enrolmentId: string | null;
  readonly result: 'requested' | 'notDone';
  readonly dueAt: Instant | null;
  readonly reasons: readonly Reason[];
};

export type AskOutcome =
  | { readonly kind: 'refused'; readonly code: RequestRefusal }
  | {
      readonly kind: 'answered';
      readonly results: readonly AskedResult[];
      readonly written: readonly { readonly enrolmentId: string; readonly activityId: string }[];
    };

/**
 * Asks for a child of the caller's household to be enrolled in activities, for one school year.
 * Each is decided by itself: what is not possible is told with its reasons, the rest is asked for.
 * What this household has asked for already stays as it was asked.
 */
export async function askEnrolments(tx: Tx, command: AskEnrolments): Promise<AskOutcome> {
  const { claims, childId, schoolYear, now } = command;
  const { organisationId, householdId } = claims;
  const wanted = [...new Set(command.activityIds)];
  // The lock first: what is asked after it sees what the one before has written.
  const locked = lockOwnChild(tx, householdId, childId);
  const [child, organisation, welcomes, groups, enrolments, given, versions] = await Promise.all([
    locked,
    getOrganisation(tx.ask, organisationId),
    askWelcomes(tx.ask, organisationId, wanted),
    askAgeGroups(tx.ask, organisationId),
    askHouseholdEnrolments(tx.ask, organisationId, householdId, [schoolYear]),
    askGivenDocuments(tx.ask, organisationId, householdId),
    askAllVersions(tx.ask, organisationId),
    askRules(tx.ask, organisationId),
  ]);
  if (!child) return { kind: 'refused', code: 'child-unknown' };
  if (welcomes.length !== wanted.length) return { kind: 'refused', code: 'activity-unknown' };
  const { settings } = organisation;
  if (!settings.features.enrolments) return { kind: 'refused', code: 'enrolments-off' };
  const today = localDayOf(now, settings.timeZone);
  const reglement = reglementOfYear(versions, schoolYear, today);
  if (!reglement) return { kind: 'refused', code: 'activity-unknown' };
  const context: EnrolmentContext = { reglement, schoolYear, given, now };
  const decided = welcomes.map((welcome) => {
    const known = enrolments.find(
      (one) => one.childId === childId && one.activityId === welcome.activityId,
    );
    return decideOne(child, welcome, known, groups, context);
  });
  const requests = decided.flatMap(({ request }) => request ?? []);
  const ids =
    requests.length === 0
      ? new Map<string, string>()
      : await writeRequests(tx, { ...command, ...claims }, requests, now);
  const written = [...ids].map(([activityId, enrolmentId]) => ({ activityId, enrolmentId }));
  if (written.length > 0) {
    const enrolmentIds = written.map(({ enrolmentId }) => enrolmentId);
    emit(tx, { type: 'enrolment.requested', payload: { householdId, enrolmentIds }, at: now });
  }
  const results = decided.map(({ result }) => ({
    ...result,
    enrolmentId: ids.get(result.activityId) ?? result.enrolmentId,
  }));
  return { kind: 'answered', results, written };
}

type Decided = { readonly result: AskedResult; readonly request: WrittenRequest | null };

function decideOne(
  child: EnrolledChild,
  { activityId, code, ageGroups }: Welcome,
  known: Enrolment | undefined,
  groups: readonly AgeGroup[],
  context: EnrolmentContext,
): Decided {
  if (known?.own && known.state === 'requested') {
    const { id: enrolmentId, answerDueAt: dueAt } = known;
    return {
      result: { activityId, enrolmentId, result: 'requested', dueAt, reasons: [] },
      request: null,
    };
  }
  const verdict = verdictFor(child, code, known, context);
  const welcomed = groups.filter(
    (group) => ageGroups.length === 0 || ageGroups.includes(group.code),
  );
  const { from } = daysOfSchoolYear(context.schoolYear);
  const group = chooseAgeGroup(child, welcomed, from);
  if (verdict?.outcome !== 'pending' || !group) {
    const reasons = verdict?.reasons ?? [];
    return {
      result: { activityId, enrolmentId: null, result: 'notDone', dueAt: null, reasons },
      request: null,
    };
  }
  const { dueAt, reasons } = verdict;
  return {
    result: { activityId, enrolmentId: null, result: 'requested', dueAt, reasons },
    request: { id: newId(), activityId, ageGroup: group.code, dueAt },
  };
}
