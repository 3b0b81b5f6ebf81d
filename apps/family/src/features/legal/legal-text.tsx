import { problemCodeOf } from '@preau/api-client/failure';
import { formatDayWithYear } from '@preau/domain/explain/format-fr';
import { fromIso, localDayOf } from '@preau/domain/time/instant';
import { EmptyState, ErrorState } from '@preau/ui/feedback/states';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { FileText } from 'lucide-react';
import { useOrganisation } from '../../shared/organisation.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { RichText } from '@preau/ui/content/rich-text';
import classes from './legal.module.css';
import type { useLegalPage } from './legal.queries.ts';

type LegalTextProps = { readonly page: ReturnType<typeof useLegalPage> };

/** The text of a legal page, with which version it is and since when. */
export function LegalText({ page }: LegalTextProps) {
  const { data: organisation } = useOrganisation();
  if (problemCodeOf(page.error) === 'not-found') {
    return <EmptyState icon={<FileText size={28} />} title="Ce texte n’est pas encore publié" />;
  }
  if (page.error && !page.data) {
    return (
      <ErrorState
        title="Ce texte n’a pas pu être chargé"
        onRetry={() => void page.refetch()}
        retrying={page.isFetching}
      >
        {problemMessage(page.error)}
      </ErrorState>
    );
  }
  if (!page.data || !organisation) return <PageSkeleton />;
  const { version, publishedAt, html } = page.data;
  const since = formatDayWithYear(localDayOf(fromIso(publishedAt), organisation.timeZone));
  return (
    <>
      <p className={classes.version}>
        Version {version}, publiée le {since}
      </p>
      <RichText html={html} />
    </>
  );
}
