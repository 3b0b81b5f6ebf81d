import { Notice } from '@preau/ui/feedback/notice';
import { ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { useId } from 'react';
import { Link } from 'react-router';
import { NewsTag } from '../../shared/news-tag.tsx';
import { type News, newsValidity } from '../../shared/news.ts';
import { usePaths } from '../../shared/organisation.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { RichText } from '@preau/ui/content/rich-text';
import classes from './home-news.module.css';
import { useNews } from './home.queries.ts';

/** What nobody should miss, in full, above everything else. */
export function ImportantNews() {
  const important = useNews().data?.items.filter((news) => news.important) ?? [];
  return important.map((news) => (
    <Notice key={news.id} tone="warning" title={news.title}>
      <RichText html={news.html} />
      {news.visibleUntil ? <p className={classes.until}>{newsValidity(news)}</p> : null}
    </Notice>
  ));
}

/** The other news: what each is about, its title and its first words. */
export function NewsList({ title }: { readonly title: string }) {
  const titleId = useId();
  const news = useNews();
  return (
    <section className={classes.section} aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {news.data ? (
        <Cards news={news.data.items} />
      ) : news.error ? (
        <ErrorState
          title="Les actualités n’ont pas pu être chargées"
          onRetry={() => void news.refetch()}
          retrying={news.isFetching}
        >
          {problemMessage(news.error)}
        </ErrorState>
      ) : (
        <div aria-busy="true">
          <VisuallyHidden>Chargement…</VisuallyHidden>
          <Skeleton height="6rem" />
        </div>
      )}
    </section>
  );
}

function Cards({ news }: { readonly news: readonly News[] }) {
  const paths = usePaths();
  const others = news.filter(({ important }) => !important);
  if (others.length === 0) {
    return (
      <p className={classes.none}>
        {news.length > 0 ? 'Pas d’autre actualité en ce moment.' : 'Aucune actualité en ce moment.'}
      </p>
    );
  }
  return (
    <ul className={classes.cards}>
      {others.map((one) => (
        <li key={one.id} className={classes.card}>
          <p className={classes.about}>
            <NewsTag kind={one.kind} />
            <span>{newsValidity(one)}</span>
          </p>
          <h3>
            <Link className={classes.title} to={paths.news(one.id)}>
              {one.title}
            </Link>
          </h3>
          <p className={classes.summary}>{one.summary}</p>
        </li>
      ))}
    </ul>
  );
}
