import { listBookingPeriodsOptions } from '@preau/api-client/family/queries';
import { type Day, day, mondayOf } from '@preau/domain/time/day';
import { fromIso, localDayOf } from '@preau/domain/time/instant';
import { useQuery } from '@tanstack/react-query';
import {
  CalendarCheck,
  CalendarClock,
  CalendarX,
  ChevronDown,
  type LucideIcon,
  Megaphone,
} from 'lucide-react';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { useId } from 'react';
import { Link } from 'react-router';
import classes from './booking-windows.module.css';
import { type Organisation, usePaths } from './organisation.ts';
import { useMe } from './session.ts';
import { type BookingPeriod, type BookingWindow, type Turn, windowsIn } from './window-words.ts';

type BookingWindowsProps = {
  readonly organisation: Organisation;
  /** How many are told at once; the others are opened. */
  readonly most: number;
};

const fresh = 60_000;

/**
 * « Périodes de réservation »: which are open and until when, which open next. Nothing where
 * everything can be booked at any time, nor where it is not known: the days tell it too.
 */
export function BookingWindows({ organisation, most }: BookingWindowsProps) {
  const titleId = useId();
  const { timeZone } = organisation;
  const { data } = useQuery({ ...listBookingPeriodsOptions(), staleTime: fresh });
  const windows = data ? windowsIn(data, timeZone) : [];
  if (!data || windows.length === 0) return null;
  const today = localDayOf(fromIso(data.now), timeZone);
  const list = (shown: readonly BookingWindow[]) => (
    <ul className={classes.list}>
      {shown.map((window) => (
        <Window key={window.title} window={window} today={today} flow={organisation.bookingFlow} />
      ))}
    </ul>
  );
  const others = windows.slice(most);
  return (
    <section className={classes.windows} aria-labelledby={titleId}>
      <h2 id={titleId}>Périodes de réservation</h2>
      {list(windows.slice(0, most))}
      {others.length > 0 ? (
        <details className={classes.others}>
          <summary>
            {others.length > 1
              ? `Voir les ${others.length} autres périodes`
              : 'Voir l’autre période'}
            <ChevronDown size={18} aria-hidden="true" />
          </summary>
          {list(others)}
        </details>
      ) : null}
    </section>
  );
}

const icons: Readonly<Record<BookingPeriod['state'], LucideIcon>> = {
  open: CalendarCheck,
  notYet: CalendarClock,
  closed: CalendarX,
  notAnnounced: Megaphone,
};

type WindowProps = {
  readonly window: BookingWindow;
  readonly today: Day;
  readonly flow: Organisation['bookingFlow'];
};

function Window({ window, today, flow }: WindowProps) {
  const paths = usePaths();
  const { title, turns, state, period, from } = window;
  const Icon = icons[state];
  const week = mondayOf(from > today ? day(from) : today);
  return (
    <li className={classes.window} data-state={state}>
      <Icon size={20} aria-hidden="true" />
      <div>
        <strong>{title}</strong>
        {turns.map((turn) => (
          <p key={turn.sentence}>
            <Whose turn={turn} />
            {turn.sentence}
          </p>
        ))}
        {state === 'open' ? (
          <Link
            to={
              flow === 'wizard' ? paths.bookingStep('enfant', { period }) : paths.planning({ week })
            }
          >
            Réserver<VisuallyHidden>{` : ${title}`}</VisuallyHidden>
          </Link>
        ) : null}
      </div>
    </li>
  );
}

/** `Léa, Noé : `, where it is not the turn of all the children. */
function Whose({ turn }: { readonly turn: Turn }) {
  const children = useMe().data?.children ?? [];
  const own = children.filter(({ id }) => turn.childIds.includes(id));
  if (own.length === 0 || own.length === children.length) return null;
  return `${own.map(({ firstName }) => firstName).join(', ')} : `;
}
