import { getHistoryInfiniteOptions } from '@preau/api-client/family/queries';
import type { GetHistoryResponse } from '@preau/api-client/family';
import { Button, buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState, ErrorState } from '@preau/ui/feedback/states';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { Link } from 'react-router';
import { useOrganisation, usePaths } from '../../shared/organisation.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { HistoryDays } from './history-days.tsx';
import classes from './history.module.css';

/** « Historique »: everything that was booked and cancelled, by whom and at which price. */
export function HistoryPage() {
  const { data: organisation } = useOrganisation();
  const history = useHistory();
  const entries = history.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <PageTitle>Historique</PageTitle>
      {entries && organisation ? (
        entries.length > 0 ? (
          <div className={classes.page}>
            <HistoryDays entries={entries} timeZone={organisation.timeZone} />
            {history.isFetchNextPageError ? (
              <Notice tone="error" announced>
                {problemMessage(history.error)}
              </Notice>
            ) : null}
            {history.hasNextPage ? (
              <p>
                <Button
                  variant="secondary"
                  busy={history.isFetchingNextPage}
                  onClick={() => void history.fetchNextPage()}
                >
                  Afficher la suite
                </Button>
              </p>
            ) : null}
          </div>
        ) : (
          <Nothing />
        )
      ) : history.error ? (
        <ErrorState
          title="L’historique n’a pas pu être chargé"
          onRetry={() => void history.refetch()}
          retrying={history.isFetching}
        >
          {problemMessage(history.error)}
        </ErrorState>
      ) : (
        <PageSkeleton />
      )}
    </>
  );
}

/** What happened to the bookings of the household, a page at a time. */
function useHistory() {
  return useInfiniteQuery({
    ...getHistoryInfiniteOptions(),
    initialPageParam: {},
    getNextPageParam: ({ next }: GetHistoryResponse) => next,
  });
}

function Nothing() {
  const paths = usePaths();
  return (
    <EmptyState
      icon={<History size={28} />}
      title="Rien pour le moment"
      action={
        <Link className={buttonClass('primary')} to={paths.planning()}>
          Réserver
        </Link>
      }
    >
      Vos réservations et vos annulations s’afficheront ici.
    </EmptyState>
  );
}
