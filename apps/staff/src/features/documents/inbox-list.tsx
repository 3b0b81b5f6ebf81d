import { Tag } from '@preau/ui/feedback/tag';
import { fromIso } from '@preau/domain/time/instant';
import { Clock, Paperclip } from 'lucide-react';
import { Link } from 'react-router';
import { deviceNow } from '../../shared/clock.ts';
import { counted } from '../../shared/format.ts';
import { formatTimeAgo } from '../../shared/time-ago.ts';
import type { InboxDocument } from './documents.queries.ts';
import classes from '../../shared/inbox/inbox.module.css';

/** A family should not wait longer for its answer. */
const longWaitMs = 7 * 24 * 60 * 60 * 1_000;

type InboxListProps = {
  readonly documents: readonly InboxDocument[];
  readonly shownId: string | undefined;
  readonly addressOf: (id: string) => string;
};

/** Requests, one a line: who, what, since when. */
export function InboxList({ documents, shownId, addressOf }: InboxListProps) {
  return (
    <ul className={classes.rows}>
      {documents.map((document) => (
        <li key={document.id}>
          <Link
            className={classes.row}
            to={addressOf(document.id)}
            replace
            aria-current={document.id === shownId ? 'true' : undefined}
          >
            <span className={classes.rowTitle}>{document.kind.label}</span>
            <span>{whoOf(document)}</span>
            <span className={classes.rowFoot}>
              <span className={classes.attached}>
                <Paperclip size={16} aria-hidden="true" />
                {counted(document.files.length, 'fichier', 'fichiers')}
              </span>
              <Age document={document} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function whoOf({ household, child }: InboxDocument): string {
  return child ? `${child.lastName} ${child.firstName}, ${child.schoolClass}` : household.name;
}

function Age({ document: { state, sentAt } }: { readonly document: InboxDocument }) {
  const words = formatTimeAgo(sentAt);
  const isLong = state === 'sent' && deviceNow() - fromIso(sentAt) > longWaitMs;
  return isLong ? (
    <Tag tone="warning" icon={<Clock size={16} />}>
      {words}
    </Tag>
  ) : (
    <span className={classes.soft}>{words}</span>
  );
}
