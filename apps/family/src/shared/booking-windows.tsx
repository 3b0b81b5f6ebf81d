import { listBookingPeriodsOptions } from '@preau/api-client/family/queries';
import { day, mondayOf } from '@preau/domain/time/day';
import { fromIso, localDayOf } from '@preau/domain/time/instant';
import { useQuery } from '@tanstack/react-query';
import { CalendarCheck, CalendarClock, CalendarX, type LucideIcon, Megaphone } from 'lucide-react';
import { useId } from 'react';
import { Link } from 'react-router';
import classes from './booking-windows.module.css';
import { type Organisation, usePaths } from './organisation.ts';
import { useMe } from './session.ts';
import { type BookingPeriod, type BookingWindow, windowsIn } from './window-words.ts';

type BookingWindowsProps = { readonly organisation: Organisation };

const fresh = 60_000;

/**
 * « Périodes de réservation »: which are open and until when, which open next. Nothing where
 * everything can be booked at any time, nor where it is not known: the days tell it too.
 */
export function BookingWindows({ organisation }: BookingWindowsProps) {
  const titleId = useId();
  const { data } = useQuery({ ...listBookingPeriodsOptions(), staleTime: fresh });
  const windows = data ? windowsIn(data, organisation.timeZone) : [];
  if (!data || windows.length === 0) return null;
  const today = localDayOf(fromIso(data.now), organisation.timeZone);
  return (
    <section className={classes.windows} aria-labelledby={titleId}>
      <h2 id={titleId}>Périodes de réservation</h2>
      <ul className={classes.list}>
        {windows.map((window) => (
          <Window
            key={window.key}
            window={window}
            from={window.from > today ? window.from : today}
          />
        ))}
      </ul>
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
  /** First day of it that is not past. */
  readonly from: string;
};

function Window({ window, from }: WindowProps) {
  const paths = usePaths();
  const { title, sentence, state } = window;
  const Icon = icons[state];
  const whose = useWhose(window);
  return (
    <li className={classes.window} data-state={state}>
      <Icon size={20} aria-hidden="true" />
      <p>
        <strong>
          {title}
          {whose}
        </strong>{' '}
        {sentence}{' '}
        {state === 'open' ? (
          <Link to={paths.planning({ week: mondayOf(day(from)) })}>Réserver</Link>
        ) : null}
      </p>
    </li>
  );
}

/** ` (Léa)`, where it is not the turn of all the children. */
function useWhose({ childIds }: BookingWindow): string {
  const children = useMe().data?.children ?? [];
  const own = children.filter(({ id }) => childIds.includes(id));
  if (own.length === 0 || own.length === children.length) return '';
  return ` (${own.map(({ firstName }) => firstName).join(', ')})`;
}
