import { notFound, Problem } from '../../platform/http/problem.ts';

/** Why a child was not enrolled. */
export type EnrolmentRefusal = 'child-unknown' | 'activity-unknown' | 'age-group-not-welcome';

export const enrolmentProblem: Record<EnrolmentRefusal, () => Problem> = {
  'child-unknown': notFound,
  'activity-unknown': notFound,
  'age-group-not-welcome': () =>
    new Problem(409, 'age-group-not-welcome', 'An activity does not welcome this age group'),
};
