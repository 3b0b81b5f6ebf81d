import { Notice } from '../feedback/notice.tsx';
import { ErrorState, Skeleton } from '../feedback/states.tsx';
import { Panel } from '../shell/panel.tsx';
import { type OpenSession, SessionList } from './session-list.tsx';

type SessionPanelProps = {
  /** `undefined` while they are on their way. */
  readonly sessions: readonly OpenSession[] | undefined;
  readonly timeAgo: (at: string) => string;
  /** Why the list could not be shown, and how to try again. */
  readonly failure:
    | { readonly sentence: string; readonly retry: () => void; readonly retrying: boolean }
    | undefined;
  /** Signing a device out: which one, and what went wrong the last time. */
  readonly revoking: string | undefined;
  readonly problem: string | undefined;
  readonly onRevoke: (id: string) => void;
};

/** Devices that are signed in; any other than this one can be signed out from here. */
export function SessionPanel(props: SessionPanelProps) {
  const { sessions, timeAgo, failure, revoking, problem, onRevoke } = props;
  return (
    <Panel title="Appareils connectés">
      {problem ? (
        <Notice tone="error" announced>
          {problem}
        </Notice>
      ) : null}
      {sessions ? (
        <SessionList
          sessions={sessions}
          timeAgo={timeAgo}
          revoking={revoking}
          onRevoke={onRevoke}
        />
      ) : failure ? (
        <ErrorState
          title="La liste n’a pas pu être chargée"
          onRetry={failure.retry}
          retrying={failure.retrying}
        >
          {failure.sentence}
        </ErrorState>
      ) : (
        <Skeleton height="4rem" />
      )}
    </Panel>
  );
}
