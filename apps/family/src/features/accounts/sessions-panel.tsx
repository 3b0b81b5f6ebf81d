import type { Instant } from '@preau/domain/time/instant';
import { fromIso } from '@preau/domain/time/instant';
import { formatInstant } from '@preau/domain/explain/format-fr';
import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { useOrganisation } from '../../shared/organisation.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { useRevokeSession, useSessions } from './accounts.queries.ts';
import classes from './accounts.module.css';
import { deviceName } from './device-name.ts';

/** Devices that are signed in; any other than this one can be signed out from here. */
export function SessionsPanel() {
  const sessions = useSessions();
  const revoke = useRevokeSession();
  return (
    <section className={classes.panel} aria-labelledby="titre-appareils">
      <h2 id="titre-appareils">Appareils connectés</h2>
      {revoke.error ? (
        <Notice tone="error" announced>
          {problemMessage(revoke.error)}
        </Notice>
      ) : null}
      {sessions.data ? (
        <ul className={classes.sessions}>
          {sessions.data.sessions.map((session) => (
            <li key={session.id} className={classes.session}>
              <div>
                <p className={classes.device}>{deviceName(session.userAgent)}</p>
                <p className={classes.note}>
                  {session.current ? 'Cet appareil' : <LastUse at={fromIso(session.lastUsedAt)} />}
                </p>
              </div>
              {session.current ? null : (
                <Button
                  variant="danger"
                  busy={revoke.isPending && revoke.variables.path.id === session.id}
                  onClick={() => revoke.mutate({ path: { id: session.id } })}
                >
                  Déconnecter
                  <VisuallyHidden> {deviceName(session.userAgent)}</VisuallyHidden>
                </Button>
              )}
            </li>
          ))}
        </ul>
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

function LastUse({ at }: { readonly at: Instant }) {
  const { data: organisation } = useOrganisation();
  if (!organisation) return null;
  return <>Dernière utilisation : {formatInstant(at, organisation.timeZone)}</>;
}
