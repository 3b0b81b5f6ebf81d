import { Problem } from '../../platform/http/problem.ts';

/** Why a change of the organisation was refused: somebody else was faster. */
export type OrganisationRefusal = 'stale-settings' | 'stale-page' | 'stale-terms';

export const organisationProblem: Record<OrganisationRefusal, () => Problem> = {
  'stale-settings': () =>
    new Problem(409, 'stale-settings', 'Somebody changed the settings meanwhile'),
  'stale-page': () => new Problem(409, 'stale-page', 'Somebody published this page meanwhile'),
  'stale-terms': () => new Problem(409, 'stale-terms', 'There is a newer version of the terms'),
};
