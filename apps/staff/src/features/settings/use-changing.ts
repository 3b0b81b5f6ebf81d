import { problemCodeOf } from '@preau/api-client/failure';
import { useHeldDraft } from '../../shared/held-draft.ts';
import { useSlug } from '../../shared/organisation.ts';
import { useMe } from '../../shared/session.ts';
import { changeOf, differing, draftOf, rebased, type SettingsDraft } from './settings-draft.ts';
import { type Settings, useChangeSettings } from './settings.queries.ts';

/** What is written, and the settings it was written from. */
type Changing = { readonly base: Settings; readonly draft: SettingsDraft };

/**
 * The settings being changed.
 * @param shown as they were when the page opened.
 * @param onStale somebody else was faster: theirs are to be asked for.
 */
export function useChanging(shown: Settings, onStale: () => void) {
  const { data: me } = useMe();
  const form = useHeldDraft<Changing>(`${useSlug()} settings`, me?.account.id ?? '', () => ({
    base: shown,
    draft: draftOf(shown),
  }));
  const { base, draft } = form.value;
  const save = useChangeSettings();
  const isStale = problemCodeOf(save.error) === 'stale-settings';
  const changed = differing(draft, draftOf(base));
  const goOnFrom = (settings: Settings, next: SettingsDraft) => {
    form.setValue({ base: settings, draft: next });
    save.reset();
  };
  return {
    base,
    draft,
    changed,
    isStale,
    busy: save.isPending,
    error: isStale ? null : save.error,
    isSaved: save.isSuccess && changed.length === 0,
    /** Something was begun before this page opened. */
    wasBegun: form.wasHeld && changed.length > 0 && save.isIdle,
    write: (next: SettingsDraft) => form.setValue({ base, draft: next }),
    giveUp: () => {
      goOnFrom(base, draftOf(base));
      form.letGo();
    },
    save: () =>
      save.mutate(
        { body: changeOf(draft, base.revision) },
        {
          onSuccess: (settings) => {
            form.setValue({ base: settings, draft: draftOf(settings) });
            form.letGo();
          },
          onError: (error) => {
            if (problemCodeOf(error) === 'stale-settings') onStale();
          },
        },
      ),
    /** What one changed, on what the other saved. */
    keepMine: (theirs: Settings) =>
      goOnFrom(theirs, rebased(draft, draftOf(base), draftOf(theirs))),
    takeTheirs: (theirs: Settings) => goOnFrom(theirs, draftOf(theirs)),
  };
}
