import { SessionList } from '@preau/ui/accounts/session-list';
import { Notice } from '@preau/ui/feedback/notice';
import { ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { useOrganisation } from '../../shared/organisation.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { useRevokeSession, useSessions } from './accounts.queries.ts';
import classes from './accounts.module.css';

/** Devices that are signed in; any other than this one can be signed out from here. */
export function SessionsPanel() {
  const sessions = useSessions();
  const revoke = useRevokeSession();
  const { data: organisation } = useOrganisation();
  return (
    <section className={classes.panel} aria-labelledby="titre-appareils">
      <h2 id="titre-appareils">Appareils connectés</h2>
      {revoke.error ? (
        <Notice tone="error" announced>
          {problemMessage(revoke.error)}
        </Notice>
      ) : null}
      {sessions.data && organisation ? (
        <SessionList
          sessions={sessions.data.sessions}
          timeZone={organisation.timeZone}
          revoking={revoke.isPending ? revoke.variables.path.id : undefined}
          onRevoke={(id) => revoke.mutate({ path: { id } })}
        />
      ) : sessions.error ? (
        <ErrorState
          title="La liste n’a pas pu être chargée"
          onRetry={() => void sessions.refetch()}
          retrying={sessions.isFetching}
        >
          {problemMessage(sessions.error)}
        </ErrorState>
      ) : (
        <Skeleton height="4rem" />
      )}
    </section>
  );
}
