import { Button, buttonClass } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { formatFileSize } from '@preau/ui/text/file-size';
import { Download, ExternalLink, FileText, ZoomIn } from 'lucide-react';
import { useState } from 'react';
import { problemMessage } from '../../shared/problem-messages.ts';
import type { InboxFile } from './documents.queries.ts';
import inbox from '../../shared/inbox/inbox.module.css';
import classes from './files.module.css';

type FilePreviewProps = {
  readonly documentId: string;
  readonly file: InboxFile;
  /** Its place among the files, from 1, and how many there are. */
  readonly place: number;
  readonly count: number;
};

/** A file as the office looks at it: a photo in the page, a PDF in a tab of its own. */
export function FilePreview({ documentId, file, place, count }: FilePreviewProps) {
  const address = `/api/staff/documents/${documentId}/files/${file.id}`;
  const isPhoto = file.mediaType !== 'application/pdf';
  const [large, setLarge] = useState(false);
  return (
    <li className={classes.file}>
      <div className={classes.fileHead}>
        <FileText size={22} aria-hidden="true" />
        <p className={classes.fileName}>
          <VisuallyHidden>{`Fichier ${place} sur ${count} : `}</VisuallyHidden>
          {file.name} <span className={inbox.soft}>{formatFileSize(file.sizeBytes)}</span>
        </p>
        <span className={classes.fileActions}>
          {isPhoto ? (
            <Button
              variant="secondary"
              aria-pressed={large}
              icon={<ZoomIn size={20} aria-hidden="true" />}
              onClick={() => setLarge(!large)}
            >
              Agrandir
              <VisuallyHidden>{` ${file.name}`}</VisuallyHidden>
            </Button>
          ) : (
            <OpenPdf address={address} name={file.name} />
          )}
          <a className={buttonClass('quiet')} href={address} download={file.name}>
            <Download size={20} aria-hidden="true" />
            Télécharger
            <VisuallyHidden>{` ${file.name}`}</VisuallyHidden>
          </a>
        </span>
      </div>
      {isPhoto ? <Photo address={address} name={file.name} large={large} /> : null}
    </li>
  );
}

type PhotoProps = { readonly address: string; readonly name: string; readonly large: boolean };

/** In its frame, or as large as it is: one then moves about in it. */
function Photo({ address, name, large }: PhotoProps) {
  const [failed, setFailed] = useState(false);
  return failed ? (
    <Notice tone="warning">Cette photo n’a pas pu être affichée. Téléchargez-la.</Notice>
  ) : (
    <div className={classes.frame}>
      <img
        className={classes.photo}
        data-large={large || undefined}
        src={address}
        alt={`Contenu de ${name}`}
        loading="lazy"
        onError={() => setFailed(true)}
      />
    </div>
  );
}

const keptOpenMs = 60_000;

/** The PDF is fetched, then shown by the browser's own reader, which is given nothing else. */
function OpenPdf({ address, name }: { readonly address: string; readonly name: string }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const open = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const response = await fetch(address);
      if (!response.ok) throw await response.json();
      // The type is ours, whatever the file is made of: nothing in it becomes a page.
      const pdf = new Blob([await response.arrayBuffer()], { type: 'application/pdf' });
      const place = URL.createObjectURL(pdf);
      window.open(place, '_blank', 'noopener');
      setTimeout(() => URL.revokeObjectURL(place), keptOpenMs);
    } catch (error) {
      setProblem(problemMessage(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        variant="secondary"
        busy={busy}
        icon={<ExternalLink size={20} aria-hidden="true" />}
        onClick={() => void open()}
      >
        Ouvrir
        <VisuallyHidden>{` ${name} dans un nouvel onglet`}</VisuallyHidden>
      </Button>
      {problem ? (
        <Notice tone="error" announced>
          {problem}
        </Notice>
      ) : null}
    </>
  );
}
