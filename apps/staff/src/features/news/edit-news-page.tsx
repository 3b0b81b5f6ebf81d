import { problemCodeOf } from '@preau/api-client/failure';
import { buttonClass } from '@preau/ui/actions/button';
import { EmptyState } from '@preau/ui/feedback/states';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { Newspaper } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { LoadFailure } from '../../shared/load-failure.tsx';
import { usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { BackToNews } from './back-to-news.tsx';
import { NewsEditor } from './news-editor.tsx';
import { useNews } from './news.queries.ts';

/** A piece of news, to be rewritten, published or withdrawn. */
export function EditNewsPage() {
  const { id = '' } = useParams();
  const news = useNews(id);
  if (news.data) return <NewsEditor key={id} shown={news.data} current={news} />;
  return (
    <>
      <BackToNews />
      <PageTitle>Modifier l’actualité</PageTitle>
      {!news.error ? (
        <PageSkeleton />
      ) : problemCodeOf(news.error) === 'not-found' ? (
        <UnknownNews />
      ) : (
        <LoadFailure
          title="L’actualité n’a pas pu être chargée"
          error={news.error}
          retry={() => void news.refetch()}
          retrying={news.isFetching}
        />
      )}
    </>
  );
}

function UnknownNews() {
  const paths = usePaths();
  return (
    <EmptyState
      icon={<Newspaper size={28} />}
      title="Cette actualité n’existe pas ou n’existe plus"
      action={
        <Link className={buttonClass('primary')} to={paths.news}>
          Voir les actualités
        </Link>
      }
    />
  );
}
