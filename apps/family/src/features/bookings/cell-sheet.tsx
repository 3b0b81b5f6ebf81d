import { formatClock, formatDayLong } from '@preau/domain/explain/format-fr';
import { formatEuros } from '@preau/domain/money/cents';
import { Button } from '@preau/ui/actions/button';
import { Sheet } from '@preau/ui/overlays/sheet';
import { ContactCard } from '../../shared/contact-card.tsx';
import { capitalised } from '@preau/ui/text/capitalised';
import { explainContext, type Organisation } from '../../shared/organisation.ts';
import classes from './planning.module.css';
import { isAboutPrice, sentencesOf } from './sentences.ts';
import type { Cell } from './cell.ts';

type CellSheetProps = {
  readonly cell: Cell;
  /** Of the service, as it is read on the planning. */
  readonly title: string;
  readonly firstName: string;
  readonly organisation: Organisation;
  /** Joins the waiting list, where the day has one. */
  readonly onWait: () => void;
  readonly onClose: () => void;
};

/**
 * Why a day cannot be changed here, whom to contact and when; the detail of a booking; or, of a full
 * day, its waiting list.
 */
export function CellSheet(props: CellSheetProps) {
  const { cell, title, firstName, organisation, onWait, onClose } = props;
  const context = explainContext(organisation);
  const why = sentencesOf(
    cell.reasons.filter((reason) => !isAboutPrice(reason)),
    context,
  );
  const prices = sentencesOf(cell.reasons.filter(isAboutPrice), context);
  const waits = cell.view.tap === 'wait';
  const staffCanHelp = cell.sessionId !== null && !waits;
  return (
    <Sheet
      title={capitalised(formatDayLong(cell.on))}
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {waits ? 'Retour' : 'Fermer'}
          </Button>
          {waits ? <Button onClick={onWait}>Mettre en liste d’attente</Button> : null}
        </>
      }
    >
      <div>
        <p className={classes.sheetLead}>
          {title} · {firstName}
        </p>
        <p className={classes.sheetState}>
          <strong>{cell.word ?? cell.view.word}</strong>
          {cell.sessionId === null ? null : (
            <>
              {' '}
              · {formatClock(cell.startsAt)} – {formatClock(cell.endsAt)} ·{' '}
              {formatEuros(cell.unitCents)}
            </>
          )}
        </p>
      </div>
      <div className={classes.sentences}>
        {why.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {waits ? (
          <p>
            Les places qui se libèrent sont proposées dans l’ordre des demandes. Vous recevrez un
            e‑mail et aurez un délai pour répondre. Rien n’est facturé tant que {firstName} attend.
          </p>
        ) : null}
        {prices.map((sentence) => (
          <p key={sentence} className={classes.muted}>
            {sentence}
          </p>
        ))}
      </div>
      {staffCanHelp ? <ContactCard organisation={organisation} /> : null}
    </Sheet>
  );
}
