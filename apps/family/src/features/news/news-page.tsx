import { listNewsOptions } from '@preau/api-client/family/queries';
import { formatDayWithYear } from '@preau/domain/explain/format-fr';
import { day } from '@preau/domain/time/day';
import { buttonClass } from '@preau/ui/actions/button';
import { EmptyState, ErrorState } from '@preau/ui/feedback/states';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { useQuery } from '@tanstack/react-query';
import { Newspaper } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { NewsTag } from '../../shared/news-tag.tsx';
import { type News, newsValidity } from '../../shared/news.ts';
import { usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { RichText } from '@preau/ui/content/rich-text';
import classes from './news-page.module.css';

/** One piece of news, in full. */
export function NewsPage() {
  const paths = usePaths();
  const { id } = useParams();
  const news = useQuery(listNewsOptions());
  const shown = news.data?.items.find((item) => item.id === id);
  if (shown) return <Article news={shown} back={paths.root} />;
  if (news.isPending) return <PageSkeleton />;
  return (
    <>
      <PageTitle>Actualité</PageTitle>
      {news.error ? (
        <ErrorState
          title="L’actualité n’a pas pu être chargée"
          onRetry={() => void news.refetch()}
          retrying={news.isFetching}
        >
          {problemMessage(news.error)}
        </ErrorState>
      ) : (
        <EmptyState
          icon={<Newspaper size={28} />}
          title="Cette actualité n’est plus d’actualité"
          action={
            <Link className={buttonClass('primary')} to={paths.root}>
              Revenir à l’accueil
            </Link>
          }
        />
      )}
    </>
  );
}

type ArticleProps = { readonly news: News; readonly back: string };

function Article({ news, back }: ArticleProps) {
  const { kind, title, html, visibleFrom } = news;
  const validity = newsValidity(news);
  return (
    <article className={classes.article}>
      <PageTitle>{title}</PageTitle>
      <p className={classes.about}>
        <NewsTag kind={kind} />
        <span>Publiée le {formatDayWithYear(day(visibleFrom))}</span>
        {validity ? <span>{validity}</span> : null}
      </p>
      <RichText html={html} />
      <p>
        <Link className={classes.back} to={back}>
          Revenir à l’accueil
        </Link>
      </p>
    </article>
  );
}
