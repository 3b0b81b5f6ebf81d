import type { BookingState } from '@preau/domain/bookings/states';
import { Link } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import classes from './day-panel.module.css';
import type { DaySession } from './occupancy.queries.ts';

type Somebody = DaySession['booked'][number];
type BookedListProps = {
  readonly booked: readonly Somebody[];
  readonly requested: readonly Somebody[];
};

/** What is said beside a name; who is simply booked needs no word. */
const stateWords: Readonly<Partial<Record<BookingState, string>>> = {
  requested: 'demande à traiter',
  awaitingPayment: 'paiement attendu',
  cancellationRequested: 'annulation demandée',
  absenceDeclared: 'absence signalée',
  attended: 'présent',
  absentExcused: 'absent, excusé',
  absentUnexcused: 'absent',
};

/** Who has a place, behind one line: the list may be long. */
export function BookedList({ booked, requested }: BookedListProps) {
  const all = [...requested, ...booked];
  if (all.length === 0) return null;
  return (
    <details className={classes.booked}>
      <summary>{all.length === 1 ? 'Voir l’enfant' : `Voir les ${all.length} enfants`}</summary>
      <ul>
        {all.map((one) => (
          <BookedLine key={one.bookingId} one={one} />
        ))}
      </ul>
    </details>
  );
}

function BookedLine({ one: { child, household, state } }: { readonly one: Somebody }) {
  const paths = usePaths();
  const words = [child.schoolClass, stateWords[state] ?? ''].filter(Boolean).join(' · ');
  return (
    <li>
      <Link to={paths.family(household.id)} className={classes.name}>
        {child.firstName} {child.lastName}
      </Link>
      {words === '' ? null : <span className={classes.soft}> · {words}</span>}
    </li>
  );
}
