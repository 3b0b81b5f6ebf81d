import { Button, buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Skeleton } from '@preau/ui/feedback/states';
import { Tag } from '@preau/ui/feedback/tag';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { CalendarX, CircleAlert, Upload } from 'lucide-react';
import { useId } from 'react';
import { Link } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import { documentMessage } from './document-problems.ts';
import { stateLooks } from './document-states.tsx';
import classes from './documents.module.css';
import { useExpectedDocuments } from './documents.queries.ts';
import {
  blocksWords,
  type ExpectedDocument,
  type ExpectedGroup,
  groupsOf,
  isToSend,
  validityWords,
} from './expected-words.ts';

const looks = {
  ...stateLooks,
  expected: { word: 'À envoyer', tone: 'warning', icon: <CircleAlert size={16} /> },
  expired: { word: 'Expiré', tone: 'danger', icon: <CalendarX size={16} /> },
} as const;

/** What the service expects, of the household and of each child, and what it blocks meanwhile. */
export function ExpectedDocuments() {
  const titleId = useId();
  const { data, error, isFetching, refetch } = useExpectedDocuments();
  if (!data) {
    return error ? (
      <Notice
        tone="error"
        announced
        title="Les documents attendus n’ont pas pu être chargés"
        actions={
          <Button variant="secondary" busy={isFetching} onClick={() => void refetch()}>
            Réessayer
          </Button>
        }
      >
        {documentMessage(error)}
      </Notice>
    ) : (
      <Skeleton height="6rem" />
    );
  }
  if (data.items.length === 0) return null;
  const left = data.items.filter(isToSend).length;
  return (
    <section className={classes.expected} aria-labelledby={titleId}>
      <h2 id={titleId}>Documents attendus{left > 0 ? ` (${left})` : ''}</h2>
      {left === 0 ? <p>Tout ce qui est demandé est envoyé.</p> : null}
      {groupsOf(data.items).map((group) => (
        <Group key={group.key} group={group} />
      ))}
    </section>
  );
}

function Group({ group }: { readonly group: ExpectedGroup }) {
  const titleId = useId();
  return (
    <section className={classes.expectedGroup} aria-labelledby={titleId}>
      <h3 id={titleId}>{group.title}</h3>
      <ul className={classes.expectedList}>
        {group.items.map((document) => (
          <Expected key={document.code} document={document} childId={group.childId} />
        ))}
      </ul>
    </section>
  );
}

type ExpectedProps = { readonly document: ExpectedDocument; readonly childId: string | null };

function Expected({ document, childId }: ExpectedProps) {
  const paths = usePaths();
  const { code, label, child, state, reason } = document;
  const { word, tone, icon } = looks[state];
  const validity = validityWords(document);
  const known = new URLSearchParams({
    document: code,
    ...(childId !== null && { enfant: childId }),
  });
  return (
    <li className={classes.expectedItem}>
      <div className={classes.cardHead}>
        <strong>{label}</strong>
        <Tag tone={tone} icon={icon}>
          {word}
        </Tag>
      </div>
      <p className={classes.soft}>{blocksWords(document)}</p>
      {validity ? <p className={classes.soft}>{validity}</p> : null}
      {reason ? <p className={classes.written}>Refusé : {reason}</p> : null}
      {isToSend(document) ? (
        <Link
          className={buttonClass(document.blocking ? 'primary' : 'secondary')}
          to={`${paths.sendDocument}?${known}`}
        >
          <Upload size={20} aria-hidden="true" />
          Envoyer
          <VisuallyHidden>{` « ${label} »${child ? ` pour ${child.firstName}` : ''}`}</VisuallyHidden>
        </Link>
      ) : null}
    </li>
  );
}
