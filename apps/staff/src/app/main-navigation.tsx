import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { CountBadge } from '@preau/ui/navigation/count-badge';
import {
  CalendarCheck,
  CalendarDays,
  Ellipsis,
  Inbox,
  Newspaper,
  Settings,
  TableProperties,
  Users,
} from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useRequestCounts } from '../shared/inbox/request-counts.ts';
import { usePaths } from '../shared/organisation.ts';
import { administers, type Me, seesFamilies } from '../shared/session.ts';
import classes from './main-navigation.module.css';

type Entry = {
  readonly to: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** What waits there. */
  readonly count?: number;
  /** Of those, the ones whose answer is late. */
  readonly late?: number;
};

/** The page of an entry, or one below it. */
const isWithin = (pathname: string, to: string) => pathname === to || pathname.startsWith(`${to}/`);

/**
 * At the foot of a phone, in the header of a tablet, at the side of a desk. A phone has room for
 * five entries: the rest opens above them.
 */
export function MainNavigation({ me }: { readonly me: Me }) {
  const { pathname } = useLocation();
  const { first, more } = useEntries(me);
  // Where the list was opened: another page closes it.
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const listId = useId();
  const isOpen = openedAt === pathname;
  const isMore = more.some(({ to }) => isWithin(pathname, to));
  const button = useRef<HTMLButtonElement>(null);
  const close = () => setOpenedAt(null);
  useEffect(() => {
    if (!isOpen) return;
    const closeOnEscape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpenedAt(null);
      button.current?.focus();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [isOpen]);
  return (
    <nav className={classes.navigation} aria-label="Navigation principale">
      {first.map((entry) => (
        <EntryLink key={entry.to} entry={entry} pathname={pathname} />
      ))}
      {more.length > 0 ? (
        <>
          <button
            ref={button}
            type="button"
            className={`${classes.entry} ${classes.moreButton}`}
            aria-expanded={isOpen}
            aria-controls={listId}
            data-current={isMore || undefined}
            onClick={() => setOpenedAt(isOpen ? null : pathname)}
          >
            <span aria-hidden="true" className={classes.icon}>
              <Ellipsis size={22} />
            </span>
            Plus
          </button>
          <div id={listId} className={classes.more} data-open={isOpen || undefined}>
            {more.map((entry) => (
              <EntryLink key={entry.to} entry={entry} pathname={pathname} onFollow={close} />
            ))}
          </div>
        </>
      ) : null}
    </nav>
  );
}

type Entries = { readonly first: readonly Entry[]; readonly more: readonly Entry[] };

/** What this person may open; the server decides all the same. */
function useEntries(me: Me): Entries {
  const paths = usePaths();
  const isOffice = seesFamilies(me);
  const counts = useRequestCounts(isOffice);
  const waiting = (counts?.bookings ?? 0) + (counts?.enrolments ?? 0) + (counts?.documents ?? 0);
  const today = { to: paths.today(), label: 'Aujourd’hui', icon: <CalendarCheck size={22} /> };
  const settings = administers(me)
    ? [{ to: paths.settings, label: 'Réglages', icon: <Settings size={22} /> }]
    : [];
  if (!isOffice) return { first: [today, ...settings], more: [] };
  return {
    first: [
      today,
      {
        to: paths.inbox,
        label: 'Demandes',
        icon: <Inbox size={22} />,
        count: waiting,
        late: counts?.overdue ?? 0,
      },
      { to: paths.occupancy, label: 'Occupation', icon: <TableProperties size={22} /> },
      { to: paths.families(), label: 'Familles', icon: <Users size={22} /> },
    ],
    more: [
      { to: paths.calendar, label: 'Calendrier', icon: <CalendarDays size={22} /> },
      { to: paths.news, label: 'Actualités', icon: <Newspaper size={22} /> },
      ...settings,
    ],
  };
}

type EntryLinkProps = {
  readonly entry: Entry;
  readonly pathname: string;
  readonly onFollow?: () => void;
};

function EntryLink({ entry, pathname, onFollow }: EntryLinkProps) {
  const { to, label, icon, count = 0, late = 0 } = entry;
  return (
    <Link
      to={to}
      className={classes.entry}
      onClick={onFollow}
      aria-current={isWithin(pathname, to) ? 'page' : undefined}
    >
      <span aria-hidden="true" className={classes.icon}>
        {icon}
      </span>
      {label}
      <span className={classes.count}>
        <CountBadge count={count} />
      </span>
      {count > 0 ? <VisuallyHidden>{`, ${count} à traiter`}</VisuallyHidden> : null}
      {late > 0 ? <span className={classes.late}>{`${late} en retard`}</span> : null}
    </Link>
  );
}
