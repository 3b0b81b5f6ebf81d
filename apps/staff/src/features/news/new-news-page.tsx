import { isDay } from '@preau/domain/time/day';
import { useNavigate } from 'react-router';
import { useHeldDraft } from '../../shared/held-draft.ts';
import { usePaths, useSlug } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { useMe } from '../../shared/session.ts';
import { useToday } from '../../shared/today.ts';
import { BackToNews } from './back-to-news.tsx';
import { contentOf, emptyNews } from './news-draft.ts';
import { NewsForm } from './news-form.tsx';
import { movedWords, publishedWords } from './news-words.ts';
import { type Move, type News, useSaveNews } from './news.queries.ts';

/** « Nouvelle actualité »: written, then published or kept as a draft. */
export function NewNewsPage() {
  const paths = usePaths();
  const navigate = useNavigate();
  const today = useToday();
  const { data: me } = useMe();
  const form = useHeldDraft(`${useSlug()} news new`, me?.account.id ?? '', () => emptyNews(today));
  const save = useSaveNews(() => undefined);
  const draft = form.value;
  const content = contentOf(draft);
  const busy = save.isPending || save.isSuccess;

  const saved = (news: News | null, move: Move | null) => {
    form.letGo();
    const told =
      news && move
        ? movedWords(news, move, today)
        : `Le brouillon « ${content.title} » est enregistré.`;
    void navigate(paths.news, { replace: true, state: { told } });
  };
  return (
    <>
      <BackToNews />
      <PageTitle>Nouvelle actualité</PageTitle>
      <NewsForm
        draft={draft}
        onChange={form.setValue}
        busy={busy}
        error={save.error}
        head={null}
        conflict={null}
        outcome={isDay(draft.visibleFrom) ? publishedWords(content, today) : ''}
        actions={[
          {
            label: 'Enregistrer le brouillon',
            move: null,
            main: false,
            running: busy && save.variables?.move === null,
          },
          {
            label: 'Publier',
            move: 'publish',
            main: true,
            running: busy && save.variables?.move === 'publish',
          },
        ]}
        onSave={(move) =>
          save.mutate({ base: null, content, move }, { onSuccess: (news) => saved(news, move) })
        }
        onCancel={() => {
          form.letGo();
          void navigate(paths.news);
        }}
      />
    </>
  );
}
