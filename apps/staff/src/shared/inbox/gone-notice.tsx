import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';

/** The request one was reading no longer waits: nobody answers another one instead of it. */
export function GoneNotice({ onNext }: { readonly onNext: () => void }) {
  return (
    <Notice
      title="Cette demande n’attend plus"
      actions={
        <Button variant="secondary" onClick={onNext}>
          Voir la suivante
        </Button>
      }
    >
      Une autre personne y a répondu, ou la famille l’a retirée.
    </Notice>
  );
}
