import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Field } from '@preau/ui/forms/field';
import { Sheet } from '@preau/ui/overlays/sheet';
import { useState } from 'react';
import { problemMessage } from '../../shared/problem-messages.ts';
import {
  type DaySession,
  type OccupancyDay,
  useGiving,
  type Waiting,
} from './occupancy.queries.ts';

/** What the staff is about to do for somebody who waits. */
export type Giving = { readonly gesture: 'offer' | 'place'; readonly waiting: Waiting };

type GiveSheetProps = {
  readonly told: OccupancyDay;
  readonly session: DaySession;
  readonly giving: Giving;
  readonly onClose: () => void;
  readonly onDone: (message: string) => void;
};

/**
 * What follows is said first: who is told, for how long a place is offered. Whoever comes before
 * their turn, or beyond the places, comes so for a reason.
 */
export function GiveSheet({ told, session, giving, onClose, onDone }: GiveSheetProps) {
  const { gesture, waiting } = giving;
  const { offer, place } = useGiving();
  const call = gesture === 'offer' ? offer : place;
  const [note, setNote] = useState('');
  const [room, setRoom] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const name = waiting.child.firstName;
  const isAhead = (waiting.rank ?? 1) > 1;
  const isFull = session.free === 0;
  const missingNote = isAhead && note.trim() === '';
  const missingRoom = isFull && room.trim() === '';
  const submit = () => {
    setIsChecked(true);
    if (missingNote || missingRoom || call.isPending) return;
    const body = { note: isAhead ? note.trim() : null, extraPlace: isFull ? room.trim() : null };
    call.mutate(
      { path: { id: waiting.bookingId }, body },
      { onSuccess: () => onDone(doneWords(gesture, name)) },
    );
  };
  return (
    <Sheet
      title={gesture === 'offer' ? `Proposer une place à ${name}` : `Donner la place à ${name}`}
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Annuler
          </Button>
          <Button busy={call.isPending} onClick={submit}>
            {gesture === 'offer' ? 'Proposer la place' : 'Donner la place'}
          </Button>
        </>
      }
    >
      {call.error ? (
        <Notice tone="error" announced>
          {problemMessage(call.error)}
        </Notice>
      ) : null}
      <p>
        {gesture === 'offer'
          ? `Le foyer « ${waiting.household.name} » a ${told.offerHours ?? 0} h pour répondre, jusqu’à la date limite de réservation au plus tard. La place lui est gardée d’ici là.`
          : `La réservation est faite tout de suite, sans que le foyer « ${waiting.household.name} » ait à répondre.`}{' '}
        Ses responsables sont prévenus par e‑mail.
      </p>
      {isAhead ? (
        <Field
          label="Pourquoi cet enfant avant les autres ?"
          hint={`${name} est ${waiting.rank}ᵉ sur la liste. Ce motif reste dans l’historique, pour le service.`}
          value={note}
          maxLength={500}
          error={isChecked && missingNote ? 'Indiquez pourquoi.' : undefined}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
      ) : null}
      {isFull ? (
        <Field
          label="Pourquoi une place de plus ?"
          hint="Ce jour est complet : une place est ajoutée au-delà de la capacité, avec ce motif."
          value={room}
          maxLength={500}
          error={isChecked && missingRoom ? 'Indiquez pourquoi.' : undefined}
          onChange={({ currentTarget }) => setRoom(currentTarget.value)}
        />
      ) : null}
    </Sheet>
  );
}

function doneWords(gesture: Giving['gesture'], name: string): string {
  return gesture === 'offer' ? `Place proposée à ${name}.` : `Place donnée à ${name}.`;
}
