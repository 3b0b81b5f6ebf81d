import { StaleNotice } from '../../shared/stale-notice.tsx';
import { differing, draftOf, settingsFields } from './settings-draft.ts';
import { valueWords } from './settings-words.ts';
import classes from './settings.module.css';
import type { useSettings } from './settings.queries.ts';
import type { useChanging } from './use-changing.ts';

type SettingsConflictProps = {
  readonly changing: ReturnType<typeof useChanging>;
  readonly current: ReturnType<typeof useSettings>;
};

/** What somebody else saved meanwhile, field by field; what both changed is said. */
export function SettingsConflict({ changing, current }: SettingsConflictProps) {
  const { data, isFetching, isRefetchError, error } = current;
  if (!data) return null;
  const theirs = draftOf(data);
  const fields = differing(theirs, draftOf(changing.base));
  return (
    <StaleNotice
      what="les réglages"
      loading={isFetching}
      error={isRefetchError ? error : null}
      onRetry={() => void current.refetch()}
      keepMine="Ajouter mes modifications aux siennes"
      takeTheirs="Abandonner les miennes"
      onKeepMine={() => changing.keepMine(data)}
      onTakeTheirs={() => changing.takeTheirs(data)}
    >
      <ul className={classes.theirs}>
        {fields.map((field) => (
          <li key={field}>
            {settingsFields[field].label} : {valueWords(theirs, field)}
            {changing.changed.includes(field)
              ? `, et vous avez écrit ${valueWords(changing.draft, field)}`
              : ''}
          </li>
        ))}
      </ul>
    </StaleNotice>
  );
}
