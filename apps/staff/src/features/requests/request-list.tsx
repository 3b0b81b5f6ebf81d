import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { Link } from 'react-router';
import inbox from '../../shared/inbox/inbox.module.css';
import { formatTimeAgo } from '../../shared/time-ago.ts';
import { Marks } from './request-marks.tsx';
import { childWords, daysWords } from './request-words.ts';
import classes from './requests.module.css';
import type { BookingRequest } from './requests.queries.ts';

type RequestListProps = {
  readonly requests: readonly BookingRequest[];
  readonly shownId: string | undefined;
  readonly addressOf: (id: string) => string;
  readonly timeZone: string;
  /** Requests answered together; absent where nothing can be answered. */
  readonly chosen?: ReadonlySet<string>;
  readonly onChoose?: (id: string, chosen: boolean) => void;
};

/** Requests, one a line: who, what, which days, until when to answer. */
export function RequestList(props: RequestListProps) {
  const { requests, shownId, addressOf, timeZone, chosen, onChoose } = props;
  return (
    <ul className={inbox.rows}>
      {requests.map((request) => (
        <li key={request.id} className={classes.line}>
          {onChoose ? (
            <label className={classes.choose}>
              <input
                type="checkbox"
                checked={chosen?.has(request.id) ?? false}
                onChange={({ currentTarget }) => onChoose(request.id, currentTarget.checked)}
              />
              <VisuallyHidden>{`Choisir ${childWords(request)}, ${request.activity.label}, ${daysWords(request.days)}`}</VisuallyHidden>
            </label>
          ) : null}
          <Link
            className={inbox.row}
            to={addressOf(request.id)}
            replace
            aria-current={request.id === shownId ? 'true' : undefined}
          >
            <span className={inbox.rowTitle}>{childWords(request)}</span>
            <span>
              {request.activity.label}, {daysWords(request.days)}
            </span>
            <span className={inbox.rowFoot}>
              <span className={inbox.soft}>{formatTimeAgo(request.requestedAt)}</span>
              <Marks request={request} timeZone={timeZone} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
