/** What other modules and the operator's commands may use of households. */
export { findOwnHousehold } from './households.queries.ts';
export { createHouseholds, type NewHousehold } from './use-cases/create-households.ts';
export { inviteGuardian } from './use-cases/invite-guardian.ts';
