import { SessionPanel } from '@preau/ui/accounts/session-panel';
import { callState } from '../../shared/call-state.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { formatTimeAgo } from '../../shared/time-ago.ts';
import { useRevokeSession, useSessions } from './accounts.queries.ts';

export function SessionsPanel() {
  const list = useSessions();
  const revoke = useRevokeSession();
  return (
    <SessionPanel
      sessions={list.data?.sessions}
      timeAgo={formatTimeAgo}
      failure={
        list.error
          ? {
              sentence: problemMessage(list.error),
              retry: () => void list.refetch(),
              retrying: list.isFetching,
            }
          : undefined
      }
      revoking={revoke.isPending ? revoke.variables.path.id : undefined}
      problem={callState(revoke).problem}
      onRevoke={(id) => revoke.mutate({ path: { id } })}
    />
  );
}
