import { problemCodeOf } from '@preau/api-client/failure';
import { useNavigate } from 'react-router';
import { useHeldDraft } from '../../shared/held-draft.ts';
import { usePaths, useSlug } from '../../shared/organisation.ts';
import { useMe } from '../../shared/session.ts';
import { useToday } from '../../shared/today.ts';
import { contentOf, draftOf, isChanged, type NewsDraft } from './news-draft.ts';
import { movedWords } from './news-words.ts';
import { type Move, type News, useSaveNews } from './news.queries.ts';

/** What is written, and the version it was written from. */
type Writing = { readonly base: News; readonly draft: NewsDraft };

/** A button of the form. */
export type Running = Move | 'save';

const isLost = (error: unknown): boolean =>
  ['stale-news', 'news-moved'].includes(problemCodeOf(error) ?? '');

/**
 * A piece of news being rewritten.
 * @param shown as it was when the page opened.
 * @param onStale somebody else was faster: their version is to be asked for.
 */
export function useRewriting(shown: News, onStale: () => void) {
  const paths = usePaths();
  const navigate = useNavigate();
  const today = useToday();
  const { data: me } = useMe();
  const form = useHeldDraft<Writing>(`${useSlug()} news ${shown.id}`, me?.account.id ?? '', () => ({
    base: shown,
    draft: draftOf(shown),
  }));
  const { base, draft } = form.value;
  const save = useSaveNews((written) => form.setValue({ base: written, draft }));
  const isStale = isLost(save.error);
  const changed = isChanged(draft, base);
  const busy = save.isPending || save.isSuccess;
  const running: Running | null = busy ? (save.variables?.move ?? 'save') : null;

  const leave = (told?: string) => {
    form.letGo();
    void navigate(paths.news, told === undefined ? {} : { replace: true, state: { told } });
  };
  const start = (move: Move | null) =>
    save.mutate(
      { base, content: changed ? contentOf(draft) : null, move },
      {
        onSuccess: (news) =>
          leave(
            news && move
              ? movedWords(news, move, today)
              : `« ${contentOf(draft).title} » est enregistrée.`,
          ),
        onError: (error) => {
          if (isLost(error)) onStale();
        },
      },
    );
  return {
    base,
    draft,
    isStale,
    busy,
    error: isStale ? null : save.error,
    /** Which button runs. */
    running,
    /** It was begun before this page opened. */
    wasBegun: form.wasHeld && changed && !busy,
    write: (next: NewsDraft) => form.setValue({ base, draft: next }),
    start,
    leave,
    /** Goes on from the other version, with a text of one or the other. */
    goOnFrom: (theirs: News, text: NewsDraft) => {
      form.setValue({ base: theirs, draft: text });
      save.reset();
    },
  };
}
