import { formatDayWithYear, formatInstant } from '@preau/domain/explain/format-fr';
import { day } from '@preau/domain/time/day';
import { fromIso } from '@preau/domain/time/instant';
import { Button, buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Tag } from '@preau/ui/feedback/tag';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { formatFileSize } from '@preau/ui/text/file-size';
import { Download, FileText, Image } from 'lucide-react';
import { useId } from 'react';
import { Link } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import { stateLooks } from './document-states.tsx';
import classes from './documents.module.css';
import type { FamilyDocument } from './documents.queries.ts';

type DocumentCardProps = {
  readonly document: FamilyDocument;
  readonly timeZone: string;
  readonly onWithdraw: () => void;
};

/** One document: what it is, what became of it, its files. */
export function DocumentCard({ document, timeZone, onWithdraw }: DocumentCardProps) {
  const titleId = useId();
  const { kind, child, note, state, files } = document;
  const { word, tone, icon } = stateLooks[state];
  return (
    <li>
      <article className={classes.card} aria-labelledby={titleId}>
        <header className={classes.cardHead}>
          <h3 id={titleId} className={classes.cardTitle}>
            {kind.label}
            {child ? <span className={classes.about}>{child.firstName}</span> : null}
          </h3>
          <Tag tone={tone} icon={icon}>
            {word}
          </Tag>
        </header>
        <p className={classes.soft}>{historyOf(document, timeZone)}</p>
        {document.expiresOn ? (
          <p className={classes.soft}>
            Valable jusqu’au {formatDayWithYear(day(document.expiresOn))}.
          </p>
        ) : null}
        {document.reason ? <RefusalReason document={document} /> : null}
        {note ? <p className={classes.note}>{note}</p> : null}
        {files.length > 0 ? <FileLinks document={document} /> : null}
        {state === 'sent' ? (
          <div>
            <Button variant="secondary" onClick={onWithdraw}>
              Retirer
              <VisuallyHidden>{` « ${kind.label} »`}</VisuallyHidden>
            </Button>
          </div>
        ) : null}
      </article>
    </li>
  );
}

/** « Envoyé par Claire le lundi 16 novembre à 9 h · accepté le mardi 17 novembre à 10 h 30 ». */
function historyOf({ sentBy, sentAt, state, decidedAt }: FamilyDocument, timeZone: string): string {
  const at = (iso: string) => `le ${formatInstant(fromIso(iso), timeZone)}`;
  const who = sentBy.you ? 'vous' : (sentBy.firstName ?? 'votre foyer');
  const sent = `Envoyé par ${who} ${at(sentAt)}`;
  return state === 'sent' || decidedAt === null
    ? sent
    : `${sent} · ${stateLooks[state].word.toLowerCase()} ${at(decidedAt)}`;
}

function RefusalReason({
  document: { reason, kind, child },
}: {
  readonly document: FamilyDocument;
}) {
  const paths = usePaths();
  const known = new URLSearchParams({
    document: kind.code,
    ...(child && { enfant: child.id }),
  });
  return (
    <Notice
      tone="error"
      title="Pourquoi il est refusé"
      actions={
        <Link className={buttonClass('secondary')} to={`${paths.sendDocument}?${known}`}>
          Envoyer un autre document
        </Link>
      }
    >
      <p className={classes.written}>{reason}</p>
    </Notice>
  );
}

function FileLinks({ document: { id, files } }: { readonly document: FamilyDocument }) {
  return (
    <ul className={classes.files}>
      {files.map((file) => (
        <li key={file.id}>
          <a
            className={classes.file}
            href={`/api/family/documents/${id}/files/${file.id}`}
            download={file.name}
          >
            {file.mediaType === 'application/pdf' ? (
              <FileText size={22} aria-hidden="true" />
            ) : (
              <Image size={22} aria-hidden="true" />
            )}
            <span className={classes.fileName}>
              <VisuallyHidden>Télécharger </VisuallyHidden>
              {file.name}
            </span>
            <span className={classes.soft}>{formatFileSize(file.sizeBytes)}</span>
            <Download size={18} aria-hidden="true" />
          </a>
        </li>
      ))}
    </ul>
  );
}
