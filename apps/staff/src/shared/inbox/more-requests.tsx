import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { problemMessage } from '../problem-messages.ts';

type MoreRequestsProps = {
  readonly inbox: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly isFetchNextPageError: boolean;
    readonly error: unknown;
    readonly fetchNextPage: () => unknown;
  };
};

/** The next page of a list of requests. */
export function MoreRequests({ inbox }: MoreRequestsProps) {
  return (
    <>
      {inbox.isFetchNextPageError ? (
        <Notice tone="error" announced>
          {problemMessage(inbox.error)}
        </Notice>
      ) : null}
      {inbox.hasNextPage ? (
        <Button
          variant="secondary"
          busy={inbox.isFetchingNextPage}
          onClick={() => void inbox.fetchNextPage()}
        >
          Afficher la suite
        </Button>
      ) : null}
    </>
  );
}
