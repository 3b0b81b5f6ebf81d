import { Button } from '@preau/ui/actions/button';
import { LiveRegion } from '@preau/ui/feedback/live-region';
import { useId } from 'react';
import classes from './documents.module.css';

type SendProgressProps = {
  /** How much has left, from 0 to 1. */
  readonly part: number;
  readonly onGiveUp: () => void;
};

/** How far the sending is; once everything has left, the files are looked at. */
export function SendProgress({ part, onGiveUp }: SendProgressProps) {
  const id = useId();
  const left = part >= 1;
  const words = left ? 'Vérification des fichiers…' : `Envoi : ${Math.floor(part * 100)} %`;
  return (
    <div className={classes.progress}>
      <label htmlFor={id}>{words}</label>
      {left ? <progress id={id} /> : <progress id={id} value={part} max={1} />}
      <div>
        <Button variant="secondary" onClick={onGiveUp}>
          Annuler l’envoi
        </Button>
      </div>
      <LiveRegion message={left ? words : 'Envoi en cours'} />
    </div>
  );
}
