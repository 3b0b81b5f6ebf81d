import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { Field } from '@preau/ui/forms/field';
import { Sheet } from '@preau/ui/overlays/sheet';
import { useState } from 'react';
import { counted } from '../../shared/format.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import classes from './day-panel.module.css';
import { type DaySession, type OccupancyDay, useChangePlaces } from './occupancy.queries.ts';
import { partWord } from './part-words.ts';
import { type PlacesRead, readPlaces, type WrittenPlaces, writtenPlaces } from './places-draft.ts';

type PlacesSheetProps = {
  readonly told: OccupancyDay;
  readonly session: DaySession;
  readonly onClose: () => void;
  readonly onDone: (message: string) => void;
};

/** The places of that day, part by part; what is held already is said beside, and kept. */
export function PlacesSheet({ told, session, onClose, onDone }: PlacesSheetProps) {
  const change = useChangePlaces();
  const [written, setWritten] = useState(() => writtenPlaces(session.pools));
  const [reason, setReason] = useState(() => reasonOf(session));
  const [isChecked, setIsChecked] = useState(false);
  const read = readPlaces(session.pools, written);
  const { beyond, needsReason } = read;
  const isSilent = needsReason && reason.trim() === '';
  const submit = () => {
    setIsChecked(true);
    if (read.isUnreadable || isSilent || change.isPending) return;
    const pools = read.pools.map(({ part, capacity, allowance }) => ({
      part,
      capacity: capacity ?? 0,
      allowance: allowance ?? 0,
    }));
    const body = {
      facilityId: told.facility.id,
      ageGroup: session.ageGroup,
      on: told.on,
      pools,
      reason: needsReason ? reason.trim() : null,
      keepBookings: beyond > 0,
    };
    change.mutate({ body }, { onSuccess: () => onDone('Capacité enregistrée.') });
  };
  return (
    <Sheet
      title="Changer la capacité de ce jour"
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Annuler
          </Button>
          <Button busy={change.isPending} onClick={submit}>
            {beyond > 0 ? 'Enregistrer et garder les réservations' : 'Enregistrer'}
          </Button>
        </>
      }
    >
      {change.error ? (
        <Notice tone="error" announced>
          {problemMessage(change.error)}
        </Notice>
      ) : null}
      <PoolFields read={read} written={written} isChecked={isChecked} onWrite={setWritten} />
      {needsReason ? (
        <Field
          label="Pourquoi des places en plus ?"
          value={reason}
          maxLength={500}
          error={isChecked && isSilent ? 'Indiquez pourquoi.' : undefined}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      ) : null}
      <Consequences beyond={beyond} />
    </Sheet>
  );
}

/** Why there are places beyond the capacity, as it was said. */
function reasonOf({ pools }: DaySession): string {
  return pools.find(({ allowance }) => allowance > 0)?.allowanceReason ?? '';
}

type PoolFieldsProps = {
  readonly read: PlacesRead;
  readonly written: readonly WrittenPlaces[];
  readonly isChecked: boolean;
  readonly onWrite: (written: WrittenPlaces[]) => void;
};

function PoolFields({ read, written, isChecked, onWrite }: PoolFieldsProps) {
  const write = (at: number, more: Partial<WrittenPlaces>) =>
    onWrite(written.map((one, index) => (index === at ? { ...one, ...more } : one)));
  const errorOf = (places: number | null) =>
    isChecked && places === null ? 'Un nombre de places.' : undefined;
  return read.pools.map(({ part, taken, capacity, allowance }, at) => (
    <fieldset key={part} className={classes.pool}>
      <legend>
        {partWord(part)}{' '}
        <span className={classes.soft}>· {counted(taken, 'place prise', 'places prises')}</span>
      </legend>
      <Field
        label="Capacité"
        inputMode="numeric"
        value={written[at]?.capacity ?? ''}
        error={errorOf(capacity)}
        onChange={({ currentTarget }) => write(at, { capacity: currentTarget.value })}
      />
      <Field
        label="Places en plus"
        inputMode="numeric"
        value={written[at]?.allowance ?? ''}
        error={errorOf(allowance)}
        onChange={({ currentTarget }) => write(at, { allowance: currentTarget.value })}
      />
    </fieldset>
  ));
}

function Consequences({ beyond }: { readonly beyond: number }) {
  return (
    <>
      {beyond > 0 ? (
        <Notice
          tone="warning"
          title={`${counted(beyond, 'réservation dépasse', 'réservations dépassent')} ces places`}
        >
          Elles sont gardées : aucune n’est annulée. Plus personne ne peut réserver ce jour-là tant
          qu’il est dépassé.
        </Notice>
      ) : null}
      <p className={classes.soft}>
        Ces places sont celles de tous les accueils de ce groupe à ce moment de la journée. Celles
        qui se libèrent sont proposées à la liste d’attente, si les familles s’y inscrivent
        elles-mêmes.
      </p>
    </>
  );
}
