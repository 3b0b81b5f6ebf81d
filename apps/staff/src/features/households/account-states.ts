import type { Guardian } from './households.queries.ts';

export type AccountState = Guardian['account'];

/** What the office reads of an access. */
export const stateWords: Readonly<Record<AccountState, string>> = {
  none: 'Pas encore invité',
  invited: 'Invité',
  active: 'Actif',
  disabled: 'Désactivé',
};

/** What can be sent in each state; `null` where there is nothing to send. */
export const inviteWords: Readonly<Record<AccountState, string | null>> = {
  none: 'Inviter',
  invited: 'Renvoyer l’invitation',
  active: null,
  disabled: null,
};
