import { Button, buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState } from '@preau/ui/feedback/states';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { Newspaper, Plus } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { LoadFailure } from '../../shared/load-failure.tsx';
import { usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { useToday } from '../../shared/today.ts';
import { NewsRow } from './news-row.tsx';
import { type Move, type News, useMoveNews, useNewsList } from './news.queries.ts';
import { movedWords } from './news-words.ts';
import classes from './news.module.css';

/** « Actualités »: what was written to the families, and where each stands today. */
export function NewsPage() {
  const list = useNewsList();
  const paths = usePaths();
  return (
    <>
      <div className={classes.head}>
        <PageTitle>Actualités</PageTitle>
        <Link className={buttonClass('primary')} to={paths.newNews}>
          <Plus size={20} aria-hidden="true" />
          Nouvelle actualité
        </Link>
      </div>
      {list.data ? (
        <WrittenNews list={list} news={list.data.pages.flatMap(({ items }) => items)} />
      ) : list.error ? (
        <LoadFailure
          title="Les actualités n’ont pas pu être chargées"
          error={list.error}
          retry={() => void list.refetch()}
          retrying={list.isFetching}
        />
      ) : (
        <PageSkeleton />
      )}
    </>
  );
}

type WrittenNewsProps = {
  readonly list: ReturnType<typeof useNewsList>;
  readonly news: readonly News[];
};

function WrittenNews({ list, news }: WrittenNewsProps) {
  const { state } = useLocation();
  const saved = (state as { told?: string } | null)?.told ?? '';
  const today = useToday();
  const move = useMoveNews();
  const [told, setTold] = useState(saved);

  const start = (one: News, to: Move) => {
    if (move.isPending) return;
    setTold('');
    move.mutate(
      { news: one, move: to },
      { onSuccess: (moved) => setTold(movedWords(moved, to, today)) },
    );
  };
  return (
    <div className={classes.stack}>
      {told !== '' && !move.error ? (
        <Notice tone="success" announced>
          {told}
        </Notice>
      ) : null}
      {move.error ? (
        <Notice tone="error" announced>
          {problemMessage(move.error)}
        </Notice>
      ) : null}
      {news.length === 0 ? (
        <NoNews />
      ) : (
        <ul className={classes.rows}>
          {news.map((one) => (
            <NewsRow
              key={one.id}
              news={one}
              today={today}
              busy={move.isPending && move.variables.news.id === one.id}
              onMove={(to) => start(one, to)}
            />
          ))}
        </ul>
      )}
      <More list={list} />
    </div>
  );
}

function NoNews() {
  const paths = usePaths();
  return (
    <EmptyState
      icon={<Newspaper size={28} />}
      title="Aucune actualité"
      action={
        <Link className={buttonClass('primary')} to={paths.newNews}>
          Écrire la première actualité
        </Link>
      }
    >
      Fermeture exceptionnelle, tarifs, règlement : les familles les lisent sur leur page d’accueil.
    </EmptyState>
  );
}

function More({ list }: { readonly list: ReturnType<typeof useNewsList> }) {
  return (
    <>
      {list.isFetchNextPageError ? (
        <Notice tone="error" announced>
          {problemMessage(list.error)}
        </Notice>
      ) : null}
      {list.hasNextPage ? (
        <div>
          <Button
            variant="secondary"
            busy={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            Afficher la suite
          </Button>
        </div>
      ) : null}
    </>
  );
}
