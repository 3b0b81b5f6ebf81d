import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Sheet } from '@preau/ui/overlays/sheet';
import { counted } from '../../shared/format.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { daysWords, scopeWords } from './closure-words.ts';
import { type Closure, useRemoveClosure } from './closures.queries.ts';

type RemoveSheetProps = {
  readonly closure: Closure;
  readonly onClose: () => void;
  readonly onDone: (message: string) => void;
};

/** Opens closed days again, once one has read that bookings do not come back by themselves. */
export function RemoveSheet({ closure, onClose, onDone }: RemoveSheetProps) {
  const remove = useRemoveClosure();
  const { id, label, from, until, cancelled } = closure;
  const submit = () =>
    remove.mutate(
      { path: { id } },
      {
        onSuccess: () =>
          onDone(`Fermeture « ${label} » retirée : ces jours sont de nouveau ouverts.`),
      },
    );
  return (
    <Sheet
      title={`Retirer la fermeture « ${label} »`}
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Garder la fermeture
          </Button>
          <Button variant="danger" busy={remove.isPending} onClick={submit}>
            Retirer la fermeture
          </Button>
        </>
      }
    >
      {remove.error ? (
        <Notice tone="error" announced>
          {problemMessage(remove.error)}
        </Notice>
      ) : null}
      <p>
        {daysWords(from, until)} · {scopeWords(closure)}
      </p>
      {cancelled > 0 ? (
        <Notice tone="warning" title="Les réservations ne reviennent pas d’elles-mêmes">
          {counted(cancelled, 'réservation a été annulée', 'réservations ont été annulées')} par
          cette fermeture. Les familles devront réserver à nouveau : prévenez-les si besoin.
        </Notice>
      ) : (
        <p>Les accueils de ces jours seront de nouveau ouverts à la réservation.</p>
      )}
    </Sheet>
  );
}
