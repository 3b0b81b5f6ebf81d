import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Sheet } from '@preau/ui/overlays/sheet';
import type { ReactNode } from 'react';
import { LatePart } from './late-part.tsx';

type LateSheetProps<Part> = {
  readonly load: () => Promise<Part>;
  readonly children: (part: Part) => ReactNode;
  readonly onClose: () => void;
};

/** A sheet fetched when it is first opened. */
export function LateSheet<Part>({ load, children, onClose }: LateSheetProps<Part>) {
  return (
    <LatePart load={load} failed={notLoaded(onClose)}>
      {children}
    </LatePart>
  );
}

const notLoaded = (close: () => void) => (retry: () => void) => (
  <Sheet
    title="Un instant…"
    onClose={close}
    actions={
      <>
        <Button variant="secondary" onClick={close}>
          Retour
        </Button>
        <Button onClick={retry}>Réessayer</Button>
      </>
    }
  >
    <Notice tone="warning">
      Cette partie de la page n’a pas pu être chargée. Vérifiez le réseau : ce que vous avez choisi
      est gardé.
    </Notice>
  </Sheet>
);
