import type { BookResponse } from '@preau/api-client/staff';
import { problemCodeOf } from '@preau/api-client/failure';
import type { Cents } from '@preau/domain/money/cents';
import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { TextAreaField } from '@preau/ui/forms/text-area-field';
import { Sheet } from '@preau/ui/overlays/sheet';
import { useState } from 'react';
import { counted, formatSigned } from '../../shared/format.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { type Change, type Preview, useBook, usePreview } from './bookings.queries.ts';
import classes from './bookings-panel.module.css';
import { isDoable, PreviewLines } from './preview-lines.tsx';

type BookingSheetProps = {
  readonly householdId: string;
  readonly changes: readonly Change[];
  readonly onClose: () => void;
  readonly onBooked: () => void;
};

/** The consequence first, then the decision, then the receipt. */
export function BookingSheet({ householdId, changes, onClose, onBooked }: BookingSheetProps) {
  // As they were when one asked to check: they are empty once recorded.
  const [asked] = useState(changes);
  const preview = usePreview(householdId, asked);
  const booking = useBook(householdId);
  const [note, setNote] = useState('');
  const [key, setKey] = useState(() => crypto.randomUUID());
  if (booking.data) return <Receipt confirmation={booking.data} onClose={onClose} />;

  const shown = preview.isPlaceholderData ? undefined : preview.data;
  const count = shown?.lines.filter(isDoable).length ?? 0;
  const record = (decided: Preview) =>
    booking.mutate(
      {
        changes: asked,
        note: note.trim() === '' ? null : note.trim(),
        totalCents: decided.totalCents,
        key,
      },
      {
        onSuccess: onBooked,
        onError: (error) => {
          // Another total is another decision, not the same one sent again.
          if (problemCodeOf(error) !== 'quote-changed') return;
          setKey(crypto.randomUUID());
          void preview.refetch();
        },
      },
    );
  return (
    <Sheet
      title="Vérifier avant d’enregistrer"
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Revenir au planning
          </Button>
          <Button
            busy={booking.isPending}
            aria-disabled={count === 0 || preview.isFetching || undefined}
            onClick={() => {
              if (shown && count > 0 && !preview.isFetching) record(shown);
            }}
          >
            {count === 0
              ? 'Rien à enregistrer'
              : `Enregistrer ${counted(count, 'changement', 'changements')}`}
          </Button>
        </>
      }
    >
      {booking.error ? (
        <Notice tone="error" announced>
          {problemMessage(booking.error)}
        </Notice>
      ) : null}
      <Decision preview={preview} shown={shown} note={note} onNote={setNote} />
    </Sheet>
  );
}

type DecisionProps = {
  readonly preview: ReturnType<typeof usePreview>;
  /** `undefined` while the amount is not that of these changes. */
  readonly shown: Preview | undefined;
  readonly note: string;
  readonly onNote: (note: string) => void;
};

/** What is to be decided: the lines, what they cost, and a note for the colleagues. */
function Decision({ preview, shown, note, onNote }: DecisionProps) {
  if (shown) {
    return (
      <>
        <PreviewLines lines={shown.lines} isDone={isDoable} />
        <Total cents={shown.totalCents} />
        <TextAreaField
          label="Note (facultatif)"
          hint="Gardée dans l’historique, pour le service seulement."
          maxLength={500}
          rows={2}
          value={note}
          onChange={({ currentTarget: { value } }) => onNote(value)}
        />
      </>
    );
  }
  return preview.error ? (
    <ErrorState
      title="Le montant n’a pas pu être calculé"
      onRetry={() => void preview.refetch()}
      retrying={preview.isFetching}
    >
      {problemMessage(preview.error)}
    </ErrorState>
  ) : (
    <div aria-busy="true">
      <VisuallyHidden>Calcul du montant…</VisuallyHidden>
      <Skeleton height="4rem" />
    </div>
  );
}

function Total({ cents }: { readonly cents: number }) {
  return (
    <p className={classes.total}>
      <span>Sur la prochaine facture</span>
      <span className={classes.amount}>{formatSigned(cents as Cents)}</span>
    </p>
  );
}

type ReceiptProps = { readonly confirmation: BookResponse; readonly onClose: () => void };

/** What was done, what was not, and that the parents are told. */
function Receipt({ confirmation, onClose }: ReceiptProps) {
  const { lines, totalCents } = confirmation;
  const missed = lines.filter(({ result }) => result === 'notDone').length;
  return (
    <Sheet
      title={missed === 0 ? 'C’est enregistré' : 'Enregistré en partie'}
      onClose={onClose}
      actions={<Button onClick={onClose}>Fermer</Button>}
    >
      <Notice tone={missed === 0 ? 'success' : 'warning'} announced>
        {missed === 0
          ? 'Les responsables de la famille reçoivent le détail par e‑mail.'
          : `${counted(missed, 'changement n’a pas pu être fait', 'changements n’ont pas pu être faits')} : voyez pourquoi ci-dessous.`}
      </Notice>
      <PreviewLines
        lines={lines}
        isDone={(line) => !('result' in line) || line.result !== 'notDone'}
      />
      <Total cents={totalCents} />
    </Sheet>
  );
}
