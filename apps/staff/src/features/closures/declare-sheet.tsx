import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Sheet } from '@preau/ui/overlays/sheet';
import { counted } from '../../shared/format.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { ClosureFields } from './closure-fields.tsx';
import type { ClosureCalendar } from './closures.queries.ts';
import { ImpactNotice } from './impact-notice.tsx';
import { useDeclaring } from './use-declaring.ts';

type DeclareSheetProps = {
  readonly calendar: ClosureCalendar;
  readonly onClose: () => void;
  readonly onDone: (message: string) => void;
};

/** Which days, where and why; then what it would cancel; only then is it done. */
export function DeclareSheet({ calendar, onClose, onDone }: DeclareSheetProps) {
  const declaring = useDeclaring(calendar, (label, cancelled) =>
    onDone(doneWords(label, cancelled)),
  );
  const { draft, errors, impact, error } = declaring;
  return (
    <Sheet
      title="Déclarer une fermeture"
      onClose={onClose}
      actions={
        impact === null ? (
          <>
            <Button variant="secondary" onClick={onClose}>
              Annuler
            </Button>
            <Button busy={declaring.isShowing} onClick={declaring.show}>
              Voir les conséquences
            </Button>
          </>
        ) : (
          <>
            <Button variant="secondary" onClick={declaring.rewrite}>
              Modifier
            </Button>
            <Button variant="danger" busy={declaring.isDeclaring} onClick={declaring.submit}>
              {impact.cancelled === 0
                ? 'Fermer ces jours'
                : `Fermer et annuler ${counted(impact.cancelled, 'réservation', 'réservations')}`}
            </Button>
          </>
        )
      }
    >
      {error ? (
        <Notice tone="error" announced>
          {problemMessage(error)}
        </Notice>
      ) : null}
      {impact === null ? (
        <ClosureFields
          calendar={calendar}
          draft={draft}
          errors={errors}
          onWrite={declaring.write}
        />
      ) : (
        <ImpactNotice impact={impact} draft={draft} calendar={calendar} />
      )}
    </Sheet>
  );
}

function doneWords(label: string, cancelled: number): string {
  const told =
    cancelled === 0
      ? 'Rien n’était réservé ces jours-là.'
      : `${counted(cancelled, 'réservation annulée : la famille est prévenue', 'réservations annulées : les familles sont prévenues')}.`;
  return `Fermeture « ${label} » déclarée. ${told}`;
}
