import { notFound, Problem } from '../../platform/http/problem.ts';

/** Why a child was not enrolled. */
export type EnrolmentRefusal = 'child-unknown' | 'activity-unknown' | 'age-group-not-welcome';

/** Why nothing was asked for, or not taken back. */
export type RequestRefusal =
  | 'child-unknown'
  | 'activity-unknown'
  | 'enrolments-off'
  | 'already-decided';

export const enrolmentProblem: Record<EnrolmentRefusal, () => Problem> = {
  'child-unknown': notFound,
  'activity-unknown': notFound,
  'age-group-not-welcome': () =>
    new Problem(409, 'age-group-not-welcome', 'An activity does not welcome this age group'),
};

export const requestProblem: Record<RequestRefusal, () => Problem> = {
  'child-unknown': notFound,
  'activity-unknown': notFound,
  'enrolments-off': () =>
    new Problem(409, 'enrolments-off', 'The organisation takes no enrolments online'),
  'already-decided': () =>
    new Problem(409, 'already-decided', 'The service has answered meanwhile'),
};
