/** What other modules and the operator's commands may use of households. */
export { createHouseholds, type NewHousehold } from './use-cases/create-households.ts';
export { inviteGuardian } from './use-cases/invite-guardian.ts';
