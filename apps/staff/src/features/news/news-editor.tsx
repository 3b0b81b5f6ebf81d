import { isDay } from '@preau/domain/time/day';
import { Notice } from '@preau/ui/feedback/notice';
import { capitalised } from '@preau/ui/text/capitalised';
import { PageTitle } from '../../shared/page-title.tsx';
import { StaleNotice } from '../../shared/stale-notice.tsx';
import { TextPreview } from '../../shared/text-editor/text-preview.tsx';
import { useToday } from '../../shared/today.ts';
import { BackToNews } from './back-to-news.tsx';
import { contentOf, draftOf } from './news-draft.ts';
import { ImportantTag } from './news-card.tsx';
import { type NewsAction, NewsForm } from './news-form.tsx';
import { moveOf, moveWords, periodWords, publishedWords } from './news-words.ts';
import type { News, Standing, useNews } from './news.queries.ts';
import classes from './news.module.css';
import { StandingTag } from './standing-tag.tsx';
import { type Running, useRewriting } from './use-rewriting.ts';

type NewsEditorProps = {
  /** As it was when the page opened. */
  readonly shown: News;
  /** As it is now, asked again when somebody else was faster. */
  readonly current: ReturnType<typeof useNews>;
};

/** A piece of news being rewritten. What somebody else wrote meanwhile is never overwritten unseen. */
export function NewsEditor({ shown, current }: NewsEditorProps) {
  const today = useToday();
  const writing = useRewriting(shown, () => void current.refetch());
  const { base, draft } = writing;
  const tellsOutcome = moveOf[base.standing] !== 'withdraw' && isDay(draft.visibleFrom);
  return (
    <>
      <BackToNews />
      <div className={classes.head}>
        <PageTitle>Modifier l’actualité</PageTitle>
        <StandingTag standing={base.standing} />
      </div>
      <NewsForm
        draft={draft}
        onChange={writing.write}
        busy={writing.busy}
        error={writing.error}
        onSave={writing.start}
        outcome={tellsOutcome ? publishedWords(contentOf(draft), today) : ''}
        actions={actionsOf(base.standing, writing.running)}
        onCancel={() => writing.leave()}
        head={
          writing.wasBegun ? (
            <Notice>Vous aviez commencé à modifier cette actualité : votre texte est là.</Notice>
          ) : null
        }
        conflict={
          writing.isStale ? (
            <OtherVersion
              current={current}
              onKeepMine={(theirs) => writing.goOnFrom(theirs, draft)}
              onTakeTheirs={(theirs) => writing.goOnFrom(theirs, draftOf(theirs))}
            />
          ) : null
        }
      />
    </>
  );
}

/** @param running which of them runs. */
function actionsOf(standing: Standing, running: Running | null): readonly NewsAction[] {
  const move = moveOf[standing];
  const publishes = move === 'publish';
  const save = { label: 'Enregistrer', move: null, main: !publishes, running: running === 'save' };
  if (move === null) return [save];
  const other = { label: moveWords[move], move, main: publishes, running: running === move };
  return publishes ? [save, other] : [other, save];
}

type OtherVersionProps = {
  readonly current: ReturnType<typeof useNews>;
  readonly onKeepMine: (theirs: News) => void;
  readonly onTakeTheirs: (theirs: News) => void;
};

function OtherVersion({ current, onKeepMine, onTakeTheirs }: OtherVersionProps) {
  const today = useToday();
  const { data: theirs, isFetching, isRefetchError, error } = current;
  if (!theirs) return null;
  return (
    <StaleNotice
      what="cette actualité"
      loading={isFetching}
      error={isRefetchError ? error : null}
      onRetry={() => void current.refetch()}
      keepMine="Garder mon texte"
      takeTheirs="Prendre l’autre version"
      onKeepMine={() => onKeepMine(theirs)}
      onTakeTheirs={() => onTakeTheirs(theirs)}
    >
      <section className={classes.theirs} aria-labelledby="autre-version">
        <h2 id="autre-version">Version de l’autre personne</h2>
        <div className={classes.tags}>
          <StandingTag standing={theirs.standing} />
          {theirs.important ? <ImportantTag /> : null}
          <span>{capitalised(periodWords(theirs, today))}</span>
        </div>
        <p className={classes.cardTitle}>{theirs.title}</p>
        <TextPreview text={theirs.body} />
      </section>
    </StaleNotice>
  );
}
