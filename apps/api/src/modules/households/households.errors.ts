import { notFound, Problem } from '../../platform/http/problem.ts';

/** Why a guardian could not be invited. */
export type InvitationRefusal = 'guardian-unknown' | 'account-active' | 'account-disabled';

export const invitationProblem: Record<InvitationRefusal, () => Problem> = {
  'guardian-unknown': notFound,
  'account-active': () =>
    new Problem(409, 'account-active', 'This person has already chosen a password'),
  'account-disabled': () => new Problem(409, 'account-disabled', 'This account is disabled'),
};
