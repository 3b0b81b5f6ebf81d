import { LiveRegion } from '@preau/ui/feedback/live-region';
import { EmptyState, Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { Panel } from '@preau/ui/shell/panel';
import { CalendarOff } from 'lucide-react';
import { useState } from 'react';
import { counted } from '../../shared/format.ts';
import { LoadFailure } from '../../shared/load-failure.tsx';
import { useMe } from '../../shared/session.ts';
import { useWeek } from './bookings.queries.ts';
import classes from './bookings-panel.module.css';
import { BookingSheet } from './booking-sheet.tsx';
import { type Cell, type Changes, columnsOf, sameCell, tapped } from './changes.ts';
import { CellLine } from './cell-line.tsx';
import { ChangesBar } from './changes-bar.tsx';
import { HistorySheet } from './history-sheet.tsx';
import { useHeldChanges } from './held-changes.ts';
import { useShownWeek, WeekBar } from './week-bar.tsx';
import { WeekGrid } from './week-grid.tsx';

/** The week of a household: booking and cancelling for it, past the limit too. */
export function BookingsPanel({ householdId }: { readonly householdId: string }) {
  const { data: me } = useMe();
  const { monday, present, show } = useShownWeek(householdId);
  const week = useWeek(householdId, monday);
  const [changes, setChanges] = useHeldChanges(householdId, me?.account.id ?? '');
  const [reached, setReached] = useState<Cell | null>(null);
  // As it stands now: a booking just recorded is told as such.
  const current = week.data && reached ? sameCell(week.data, reached, changes) : null;
  const [told, setTold] = useState<string | null>(null);
  const [checking, setChecking] = useState(false);

  const tap = (cell: Cell) => {
    setReached(cell);
    if (!week.data) return;
    const next = tapped(changes, week.data, cell);
    if (next === changes || cell.view.tap === 'explain' || cell.view.tap === 'detail') {
      if (cell.bookingId !== null) setTold(cell.bookingId);
    } else setChanges(next);
  };

  return (
    <Panel title="Réservations">
      <div className={classes.body}>
        <WeekBar monday={monday} present={present} onShow={show} />
        <WeekSection week={week} changes={changes} onTap={tap} onReach={setReached} />
        <LiveRegion
          message={
            changes.size === 0
              ? ''
              : counted(changes.size, 'changement à enregistrer', 'changements à enregistrer')
          }
        />
        <div className={classes.foot}>
          <CellLine cell={current} onTell={setTold} />
          {changes.size > 0 ? (
            <ChangesBar
              householdId={householdId}
              changes={[...changes.values()]}
              onClear={() => setChanges(new Map())}
              onCheck={() => setChecking(true)}
            />
          ) : null}
        </div>
      </div>
      {checking ? (
        <BookingSheet
          householdId={householdId}
          changes={[...changes.values()]}
          onClose={() => setChecking(false)}
          onBooked={() => setChanges(new Map())}
        />
      ) : null}
      {told === null ? null : <HistorySheet bookingId={told} onClose={() => setTold(null)} />}
    </Panel>
  );
}

type WeekSectionProps = {
  readonly week: ReturnType<typeof useWeek>;
  readonly changes: Changes;
  readonly onTap: (cell: Cell) => void;
  readonly onReach: (cell: Cell) => void;
};

function WeekSection({ week, changes, onTap, onReach }: WeekSectionProps) {
  const { data, error, isPlaceholderData, isFetching, refetch } = week;
  if (!data) {
    return error ? (
      <LoadFailure
        title="Le planning n’a pas pu être chargé"
        error={error}
        retry={() => void refetch()}
        retrying={isFetching}
      />
    ) : (
      <div aria-busy="true" className={classes.week}>
        <VisuallyHidden>Chargement…</VisuallyHidden>
        <Skeleton height="3.5rem" />
        <Skeleton height="3.5rem" />
        <Skeleton height="3.5rem" />
      </div>
    );
  }
  if (data.rows.every(({ on }) => on.length === 0)) {
    return (
      <EmptyState icon={<CalendarOff size={28} />} title="Rien à réserver cette semaine">
        Les enfants ne sont inscrits à aucun accueil ouvert ces jours-là.
      </EmptyState>
    );
  }
  return (
    <div aria-busy={isPlaceholderData || undefined} className={classes.week}>
      <WeekGrid
        planning={data}
        columns={columnsOf(data)}
        changes={changes}
        onTap={onTap}
        onReach={onReach}
      />
    </div>
  );
}
