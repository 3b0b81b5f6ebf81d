import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Skeleton } from '@preau/ui/feedback/states';
import type { ReactNode } from 'react';
import { problemMessage } from './problem-messages.ts';

type StaleNoticeProps = {
  /** What was changed by somebody else: « cette actualité ». */
  readonly what: string;
  /** Their version, or what differs in it; nothing while it is being asked for. */
  readonly children: ReactNode;
  readonly loading: boolean;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly keepMine: string;
  readonly takeTheirs: string;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
};

/**
 * Two people wrote the same thing: nothing of either is lost. What the other wrote is shown, and who
 * reads this decides.
 */
export function StaleNotice(props: StaleNoticeProps) {
  const { what, children, loading, error, onRetry } = props;
  const isKnown = !loading && !error;
  return (
    <Notice
      tone="warning"
      announced
      title={`Une autre personne a modifié ${what} pendant ce temps`}
      actions={
        isKnown ? (
          <>
            <Button onClick={props.onKeepMine}>{props.keepMine}</Button>
            <Button variant="secondary" onClick={props.onTakeTheirs}>
              {props.takeTheirs}
            </Button>
          </>
        ) : error ? (
          <Button variant="secondary" busy={loading} onClick={onRetry}>
            Réessayer
          </Button>
        ) : null
      }
    >
      <p>Rien n’a été enregistré, et ce que vous avez écrit est toujours là.</p>
      {isKnown ? children : error ? <p>{problemMessage(error)}</p> : <Skeleton height="3rem" />}
    </Notice>
  );
}
