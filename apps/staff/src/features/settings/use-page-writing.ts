import { problemCodeOf } from '@preau/api-client/failure';
import { useHeldDraft } from '../../shared/held-draft.ts';
import { useSlug } from '../../shared/organisation.ts';
import { useMe } from '../../shared/session.ts';
import { usePublishLegalPage } from './legal-pages.queries.ts';
import type { LegalPage, LegalPageCode } from './legal-pages.ts';

/** What is written, and the version it was written from: 0 and nothing where there was none. */
type Writing = { readonly version: number; readonly former: string; readonly body: string };

const writingOf = (page: LegalPage | undefined): Writing => ({
  version: page?.version ?? 0,
  former: page?.body ?? '',
  body: page?.body ?? '',
});

/**
 * A legal page being written again.
 * @param shown the version in force when the page opened.
 * @param onStale somebody else was faster: theirs is to be asked for.
 */
export function usePageWriting(
  code: LegalPageCode,
  shown: LegalPage | undefined,
  onStale: () => void,
) {
  const { data: me } = useMe();
  const form = useHeldDraft<Writing>(`${useSlug()} legal ${code}`, me?.account.id ?? '', () =>
    writingOf(shown),
  );
  const writing = form.value;
  const publish = usePublishLegalPage();
  const isStale = problemCodeOf(publish.error) === 'stale-page';
  const isChanged = writing.body.trim() !== writing.former.trim();
  return {
    ...writing,
    isStale,
    isChanged,
    isEmpty: writing.body.trim() === '',
    busy: publish.isPending,
    error: isStale ? null : publish.error,
    /** The version that was just published. */
    published: publish.isSuccess && !isChanged ? publish.data.version : null,
    wasBegun: form.wasHeld && isChanged && publish.isIdle,
    write: (body: string) => form.setValue({ ...writing, body }),
    giveUp: form.letGo,
    publish: () =>
      publish.mutate(
        { path: { code }, body: { version: writing.version, body: writing.body.trim() } },
        {
          onSuccess: (page) => {
            form.setValue(writingOf(page));
            form.letGo();
          },
          onError: (error) => {
            if (problemCodeOf(error) === 'stale-page') onStale();
          },
        },
      ),
    keepMine: (theirs: LegalPage | undefined) => {
      form.setValue({ ...writingOf(theirs), body: writing.body });
      publish.reset();
    },
    takeTheirs: (theirs: LegalPage | undefined) => {
      form.setValue(writingOf(theirs));
      publish.reset();
    },
  };
}
