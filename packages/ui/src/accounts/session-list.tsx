import { Button } from '../actions/button.tsx';
import { VisuallyHidden } from '../feedback/visually-hidden.tsx';
import { deviceName } from './device-name.ts';
import classes from './session-list.module.css';

/** A device that is signed in. */
export type OpenSession = {
  readonly id: string;
  /** ISO 8601. */
  readonly lastUsedAt: string;
  readonly userAgent: string;
  readonly current: boolean;
};

type SessionListProps = {
  readonly sessions: readonly OpenSession[];
  /** How long ago an ISO 8601 time was, in words. */
  readonly timeAgo: (at: string) => string;
  /** Id of the one being signed out. */
  readonly revoking: string | undefined;
  readonly onRevoke: (id: string) => void;
};

/** Devices that are signed in; any other than this one can be signed out from here. */
export function SessionList({ sessions, timeAgo, revoking, onRevoke }: SessionListProps) {
  return (
    <ul>
      {sessions.map(({ id, lastUsedAt, userAgent, current }) => (
        <li key={id} className={classes.session}>
          <div>
            <p className={classes.device}>{deviceName(userAgent)}</p>
            <p className={classes.note}>
              {current ? 'Cet appareil' : `Dernière utilisation : ${timeAgo(lastUsedAt)}`}
            </p>
          </div>
          {current ? null : (
            <Button variant="danger" busy={revoking === id} onClick={() => onRevoke(id)}>
              Déconnecter
              <VisuallyHidden> {deviceName(userAgent)}</VisuallyHidden>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
