import { Tag } from '@preau/ui/feedback/tag';
import { Tag as TagIcon } from 'lucide-react';
import { Link } from 'react-router';
import inbox from '../../../shared/inbox/inbox.module.css';
import { formatTimeAgo } from '../../../shared/time-ago.ts';
import { DueTag } from '../due-tag.tsx';
import { childWords, nearness } from '../request-words.ts';
import { stateWords } from './enrolment-words.ts';
import type { EnrolmentRequest } from './enrolments.queries.ts';

type EnrolmentListProps = {
  readonly requests: readonly EnrolmentRequest[];
  readonly shownId: string | undefined;
  readonly addressOf: (id: string) => string;
  readonly timeZone: string;
};

/** Requests for enrolments, one a line: who, in what, until when to answer. */
export function EnrolmentList({ requests, shownId, addressOf, timeZone }: EnrolmentListProps) {
  return (
    <ul className={inbox.rows}>
      {requests.map((request) => (
        <li key={request.id}>
          <Link
            className={inbox.row}
            to={addressOf(request.id)}
            replace
            aria-current={request.id === shownId ? 'true' : undefined}
          >
            <span className={inbox.rowTitle}>{childWords(request)}</span>
            <span>
              {request.activity.label}, {request.schoolYear}
            </span>
            <span className={inbox.rowFoot}>
              <span className={inbox.soft}>
                {request.requestedAt ? formatTimeAgo(request.requestedAt) : ''}
              </span>
              {request.state === 'requested' ? (
                <DueTag due={nearness(request.answerDueAt)} timeZone={timeZone} />
              ) : (
                <Tag icon={<TagIcon size={16} />}>{stateWords[request.state]}</Tag>
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
