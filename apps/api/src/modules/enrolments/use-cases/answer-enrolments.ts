import {
  answersTo,
  type EnrolmentAnswer,
  findEnrolmentTransition,
} from '@preau/domain/enrolments/states';
import type { Instant } from '@preau/domain/time/instant';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { insertDecision } from '../../decisions/decisions.public.ts';
import { answeredDetail, type AnsweredOne } from '../answered-detail.ts';
import type { AnswerCode, AnsweredEnrolments } from '../enrolment-requests.schemas.ts';
import { askWelcomes } from '../enrolments.queries.ts';
import {
  lockEnrolments,
  type LockedEnrolment,
  type SettledEnrolment,
  settleEnrolments,
} from '../request.store.ts';

/** What the office answers to some requests, in one act. */
export type AnswerEnrolments = {
  readonly answers: readonly {
    readonly enrolmentId: string;
    readonly answer: EnrolmentAnswer;
    /** The group confirmed; `null` = as proposed. */
    readonly ageGroup: string | null;
  }[];
  /** Told to the families; a refusal and a missing piece have one. */
  readonly because: string | null;
  /** Account of who answers. */
  readonly by: string;
  readonly now: Instant;
};

type Result = AnsweredEnrolments['results'][number];

export type AnswerOutcome = {
  readonly decisionId: string | null;
  readonly finalAt: Instant | null;
  readonly results: readonly Result[];
};

/**
 * Answers requests for enrolments. Who comes second, after a colleague or after the family took its
 * request back, is told that it waits no more. The families are told once it is final.
 * @returns `undefined` when one of them is not the organisation's.
 */
export async function answerEnrolments(
  tx: Tx,
  command: AnswerEnrolments,
): Promise<AnswerOutcome | undefined> {
  const { answers, by, now } = command;
  const locked = await lockEnrolments(
    tx,
    answers.map(({ enrolmentId }) => enrolmentId),
  );
  if (locked.length !== answers.length) return undefined;
  const byId = new Map(locked.map((one) => [one.id, one]));
  const activityIds = [...new Set(locked.map(({ activityId }) => activityId))];
  const welcomes = await askWelcomes(tx.ask, tx.organisationId, activityIds);
  const welcomed = new Map(welcomes.map((one) => [one.activityId, one.ageGroups]));
  const settled: SettledEnrolment[] = [];
  const done: AnsweredOne[] = [];
  const results = answers.flatMap((answer): Result[] => {
    const before = byId.get(answer.enrolmentId);
    if (!before) return [];
    const after = settle(before, answer, welcomed.get(before.activityId) ?? [], command);
    if (typeof after === 'string') return [notDone(before, after)];
    settled.push(after);
    done.push({ before, to: after.state });
    const result = resultOf[answer.answer];
    return [{ enrolmentId: before.id, result, state: after.state, code: null }];
  });
  if (settled.length === 0) return { decisionId: null, finalAt: null, results };
  settleEnrolments(tx, settled);
  const decisionId = newId();
  const detail = answeredDetail(done);
  const tells = [{ type: 'enrolment.answered', payloads: toldOf(done) }];
  const finalAt = insertDecision(
    tx,
    { id: decisionId, kind: 'enrolments', by, detail, tells },
    now,
  );
  return { decisionId, finalAt, results };
}

const resultOf = {
  accept: 'accepted',
  refuse: 'refused',
  incomplete: 'incomplete',
  wait: 'waitlisted',
} as const;

function settle(
  before: LockedEnrolment,
  { answer, ageGroup }: AnswerEnrolments['answers'][number],
  welcomed: readonly string[],
  { because, by, now }: AnswerEnrolments,
): SettledEnrolment | AnswerCode {
  const transition = findEnrolmentTransition(before.state, answer, 'staff');
  if (!transition || !answersTo(before.state).includes(answer)) return 'not-pending';
  const group = ageGroup ?? before.ageGroup;
  if (answer === 'accept' && welcomed.length > 0 && !welcomed.includes(group)) {
    return 'age-group-not-welcome';
  }
  return {
    id: before.id,
    state: transition.to,
    ageGroup: answer === 'accept' ? group : before.ageGroup,
    answerDueAt: null,
    reason: because,
    decidedBy: by,
    decidedAt: now,
  };
}

function notDone({ id, state }: LockedEnrolment, code: AnswerCode): Result {
  return { enrolmentId: id, result: 'notDone', state, code };
}

/** One for each household that asked. */
function toldOf(done: readonly AnsweredOne[]) {
  const households = Map.groupBy(done, ({ before }) => before.householdId);
  return [...households].flatMap(([householdId, list]) =>
    householdId === null
      ? []
      : [{ householdId, enrolmentIds: list.map(({ before }) => before.id) }],
  );
}
