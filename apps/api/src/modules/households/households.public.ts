/** What other modules and the operator's commands may use of households. */
export { writeSearchTokens } from './search.store.ts';
export { type Searchable, searchTokensOf } from './search-tokens.ts';
export { createHouseholds, type NewHousehold } from './use-cases/create-households.ts';
export { inviteGuardian } from './use-cases/invite-guardian.ts';
