import { IconButton } from '@preau/ui/actions/button';
import { formatFileSize } from '@preau/ui/text/file-size';
import { CircleAlert, Trash2 } from 'lucide-react';
import type { ChosenFile } from './document-form.ts';
import classes from './documents.module.css';
import type { Limits } from './documents.queries.ts';
import { refusalSentence } from './file-refusals.ts';
import { Thumbnail } from './thumbnail.tsx';

type ChosenFilesProps = {
  readonly files: readonly ChosenFile[];
  readonly limits: Limits;
  readonly onDrop: (id: string) => void;
};

/** The files that will be sent, each with what is wrong with it. */
export function ChosenFiles({ files, limits, onDrop }: ChosenFilesProps) {
  if (files.length === 0) return null;
  return (
    <ul className={classes.chosen} aria-label="Fichiers choisis">
      {files.map(({ id, file, refusal }) => (
        <li key={id} className={classes.chosenFile} data-refused={refusal !== null || undefined}>
          <Thumbnail file={file} />
          <div className={classes.chosenText}>
            <p className={classes.fileName}>{file.name}</p>
            <p className={classes.soft}>{formatFileSize(file.size)}</p>
          </div>
          <IconButton label={`Retirer ${file.name}`} onClick={() => onDrop(id)}>
            <Trash2 size={20} aria-hidden="true" />
          </IconButton>
          {refusal === null ? null : (
            <p className={classes.refusal}>
              <CircleAlert size={18} aria-hidden="true" />
              <span>{refusalSentence(refusal, file, limits)}</span>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
