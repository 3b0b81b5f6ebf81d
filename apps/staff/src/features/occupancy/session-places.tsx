import { Button } from '@preau/ui/actions/button';
import { Notice } from '@preau/ui/feedback/notice';
import { useState } from 'react';
import { counted } from '../../shared/format.ts';
import { BookedList } from './booked-list.tsx';
import classes from './day-panel.module.css';
import { GiveSheet, type Giving } from './give-sheet.tsx';
import type { DaySession, OccupancyDay } from './occupancy.queries.ts';
import { partWord } from './part-words.ts';
import { PlacesSheet } from './places-sheet.tsx';
import { WaitingList } from './waiting-list.tsx';

type SessionPlacesProps = {
  readonly told: OccupancyDay;
  readonly session: DaySession;
  /** Whether its age group has to be said. */
  readonly isNamed: boolean;
  readonly onTell: (message: string) => void;
};

/** One age group that day: its places, who has one, who waits for one. */
export function SessionPlaces({ told, session, isNamed, onTell }: SessionPlacesProps) {
  const [giving, setGiving] = useState<Giving | null>(null);
  const [changing, setChanging] = useState(false);
  const { booked, requested, closed } = session;
  const tell = (message: string) => {
    setGiving(null);
    setChanging(false);
    onTell(message);
  };
  return (
    <section className={classes.session} aria-label={isNamed ? session.ageGroupLabel : 'Places'}>
      {isNamed ? <h3>{session.ageGroupLabel}</h3> : null}
      {closed === null ? null : (
        <Notice tone="warning" title={closed === '' ? 'Pas d’accueil ce jour-là' : closed}>
          {booked.length > 0
            ? 'Les réservations ci-dessous datent d’avant la fermeture.'
            : 'Personne n’y a de place.'}
        </Notice>
      )}
      <Figures session={session} />
      <WaitingList told={told} session={session} onGive={setGiving} />
      <div className={classes.actions}>
        <Button variant="secondary" onClick={() => setChanging(true)}>
          Changer la capacité
        </Button>
      </div>
      <BookedList booked={booked} requested={requested} />
      {giving ? (
        <GiveSheet
          told={told}
          session={session}
          giving={giving}
          onClose={() => setGiving(null)}
          onDone={tell}
        />
      ) : null}
      {changing ? (
        <PlacesSheet
          told={told}
          session={session}
          onClose={() => setChanging(false)}
          onDone={tell}
        />
      ) : null}
    </section>
  );
}

/** The reason the planning writes by itself, and those in the words of the staff. */
function reasonWords(reason: string | null): string {
  return reason === 'kept bookings' || reason === null ? 'réservations conservées' : reason;
}

/** How many have a place, how many are left, who waits: the figures of the cell, in words. */
function Figures({ session }: { readonly session: DaySession }) {
  const { taken, requested, waiting, pools, free } = session;
  const offered = waiting.filter(({ state }) => state === 'offered').length;
  const waits = waiting.length - offered;
  const capacity = pools.length === 0 ? 0 : Math.min(...pools.map((pool) => pool.capacity));
  return (
    <>
      <Meter capacity={capacity} free={free} />
      <p className={classes.figures}>
        <strong>
          {taken} / {capacity}
        </strong>
        <span>
          {[
            free > 0 ? counted(free, 'place libre', 'places libres') : 'complet',
            ...(requested.length > 0 ? [counted(requested.length, 'demande', 'demandes')] : []),
            ...(offered > 0 ? [counted(offered, 'proposée', 'proposées')] : []),
            ...(waits > 0 ? [`${waits} en attente`] : []),
          ].join(' · ')}
        </span>
      </p>
      {pools.map(({ part, allowance, allowanceReason }) =>
        allowance > 0 ? (
          <p key={part} className={classes.soft}>
            {pools.length > 1 ? `${partWord(part)} : ` : ''}
            {counted(allowance, 'place', 'places')} au-delà de la capacité (
            {reasonWords(allowanceReason)})
          </p>
        ) : null,
      )}
    </>
  );
}

/** A bar beside the figures, which say the same. */
function Meter({ capacity, free }: { readonly capacity: number; readonly free: number }) {
  const share = capacity === 0 ? 100 : Math.min(100, ((capacity - free) / capacity) * 100);
  return (
    <div className={classes.meter} data-full={free === 0 || undefined} aria-hidden="true">
      <svg viewBox="0 0 100 4" preserveAspectRatio="none">
        <rect width={share} height="4" />
      </svg>
    </div>
  );
}
