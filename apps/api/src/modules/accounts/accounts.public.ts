/** What other modules, the server and the operator's commands may use of accounts. */
export { ensureAccount, grantRoles, setPassword } from './account.store.ts';
export { openInvitation, passwordChangedSchema } from './accounts.events.ts';
export { endInvitations, findWorkingLink } from './link.store.ts';
export { purgeAccounts } from './purge-accounts.ts';
export { endHouseholdSessions, openSession, sessionGate, touchSession } from './session.store.ts';
export { inviteAccounts } from './use-cases/invite-accounts.ts';
export { issueResetLink } from './use-cases/issue-reset-link.ts';
