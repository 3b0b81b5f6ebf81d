import { formatDayShort, formatInstant, ordinal } from '@preau/domain/explain/format-fr';
import { fromIso, localDayOf } from '@preau/domain/time/instant';
import { Button } from '@preau/ui/actions/button';
import { Link } from 'react-router';
import { useOrganisation, usePaths } from '../../shared/organisation.ts';
import classes from './day-panel.module.css';
import type { Giving } from './give-sheet.tsx';
import type { DaySession, OccupancyDay, Waiting } from './occupancy.queries.ts';

type WaitingListProps = {
  readonly told: OccupancyDay;
  readonly session: DaySession;
  readonly onGive: (giving: Giving) => void;
};

const howListIsKept: Readonly<Record<OccupancyDay['waitingList'], string>> = {
  none: 'Cet accueil n’a pas de liste d’attente.',
  staff: 'Personne n’attend. Vous inscrivez un enfant sur la liste depuis la fiche de sa famille.',
  online: 'Personne n’attend.',
};

/** Who waits for a place, first come first, and what can be done for them. */
export function WaitingList({ told, session, onGive }: WaitingListProps) {
  const { waiting } = session;
  return (
    <div className={classes.list}>
      <h4>Liste d’attente</h4>
      {waiting.length === 0 ? (
        <p className={classes.soft}>{howListIsKept[told.waitingList]}</p>
      ) : (
        <ol>
          {waiting.map((one) => (
            <WaitingLine
              key={one.bookingId}
              waiting={one}
              isClosed={session.closed !== null}
              mayOffer={told.waitingList !== 'none'}
              onGive={onGive}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

type WaitingLineProps = {
  readonly waiting: Waiting;
  readonly isClosed: boolean;
  readonly mayOffer: boolean;
  readonly onGive: (giving: Giving) => void;
};

function WaitingLine({ waiting, isClosed, mayOffer, onGive }: WaitingLineProps) {
  const paths = usePaths();
  const { data: organisation } = useOrganisation();
  const zone = organisation?.timeZone ?? 'Europe/Paris';
  const { child, household, rank, since, until, state } = waiting;
  const name = `${child.firstName} ${child.lastName}`;
  const sinceDay = formatDayShort(localDayOf(fromIso(since), zone));
  return (
    <li className={classes.waiting}>
      <div>
        <Link to={paths.family(household.id)} className={classes.name}>
          {name}
        </Link>
        <p className={classes.soft}>
          {[
            ...(rank === null ? [] : [ordinal(rank)]),
            ...(child.schoolClass === '' ? [] : [child.schoolClass]),
            state === 'offered'
              ? `place proposée jusqu’au ${formatInstant(fromIso(until), zone)}`
              : `depuis le ${sinceDay}`,
          ].join(' · ')}
        </p>
      </div>
      {state === 'offered' || isClosed ? null : (
        <div className={classes.gestures}>
          {mayOffer ? (
            <Button
              variant="secondary"
              aria-label={`Proposer une place à ${name}`}
              onClick={() => onGive({ gesture: 'offer', waiting })}
            >
              Proposer
            </Button>
          ) : null}
          <Button
            variant="secondary"
            aria-label={`Donner la place à ${name}`}
            onClick={() => onGive({ gesture: 'place', waiting })}
          >
            Donner la place
          </Button>
        </div>
      )}
    </li>
  );
}
