import type { SettingsDraft } from './settings-draft.ts';
import type { SettingsErrors } from './settings-errors.ts';

/** What each part of the settings page is given. */
export type PartProps = {
  readonly draft: SettingsDraft;
  readonly errors: SettingsErrors;
  readonly onChange: (draft: SettingsDraft) => void;
};
