import { Button } from '@preau/ui/actions/button';
import { Camera, FilePlus } from 'lucide-react';
import { type ChangeEvent, type DragEvent, type ReactNode, useRef, useState } from 'react';
import classes from './documents.module.css';
import { acceptedTypes } from './file-refusals.ts';

type FilePickerProps = {
  readonly onChoose: (files: readonly File[]) => void;
  /** What to know before choosing. */
  readonly hint: string;
  readonly children: ReactNode;
};

/** Files by a list, by the camera of a telephone, or dropped. */
export function FilePicker({ onChoose, hint, children }: FilePickerProps) {
  const list = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const choose = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    onChoose([...(input.files ?? [])]);
    // The same file may be chosen again, once it was taken out.
    input.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onChoose([...event.dataTransfer.files]);
  };
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className={classes.soft}>{hint}</p>
      {children}
      <div className={classes.pickers}>
        <Button
          variant="secondary"
          icon={<FilePlus size={20} aria-hidden="true" />}
          onClick={() => list.current?.click()}
        >
          Choisir des fichiers
        </Button>
        <span className={classes.camera}>
          <Button
            variant="secondary"
            icon={<Camera size={20} aria-hidden="true" />}
            onClick={() => camera.current?.click()}
          >
            Prendre une photo
          </Button>
        </span>
        <span className={classes.dropHint}>ou déposez-les ici</span>
      </div>
      <input
        ref={list}
        type="file"
        multiple
        accept={acceptedTypes}
        hidden
        aria-label="Fichiers à envoyer"
        onChange={choose}
      />
      <input
        ref={camera}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
        hidden
        aria-label="Photo à envoyer"
        onChange={choose}
      />
    </div>
  );
}
