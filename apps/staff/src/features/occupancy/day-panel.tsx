import { formatDayLong } from '@preau/domain/explain/format-fr';
import type { Day } from '@preau/domain/time/day';
import { Notice } from '@preau/ui/feedback/notice';
import { EmptyState, Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { capitalised } from '@preau/ui/text/capitalised';
import { MousePointerClick } from 'lucide-react';
import { useState } from 'react';
import { LoadFailure } from '../../shared/load-failure.tsx';
import classes from './day-panel.module.css';
import { useOccupancyDay } from './occupancy.queries.ts';
import { rowTitle } from './rows.ts';
import { SessionPlaces } from './session-places.tsx';

export type DayPanelProps = {
  readonly unitId: string;
  readonly on: Day;
  /** What was just done, for those who listen. */
  readonly onTell: (message: string) => void;
};

/** What a unit holds on a day, beside the grid. */
export function DayPanel(props: DayPanelProps) {
  const { data } = useOccupancyDay(props.unitId, props.on);
  return (
    <div className={classes.panel}>
      <div>
        <h2>
          {capitalised(formatDayLong(props.on))}
          {data ? ` · ${rowTitle(data)}` : ''}
        </h2>
        {data ? <p className={classes.soft}>{data.facility.name}</p> : null}
      </div>
      <DayContent {...props} />
    </div>
  );
}

/** The same without its title: a sheet has its own. */
export function DayContent({ unitId, on, onTell }: DayPanelProps) {
  const { data, error, isFetching, refetch } = useOccupancyDay(unitId, on);
  const [done, setDone] = useState('');
  if (!data) {
    return error ? (
      <LoadFailure
        title="Ce jour n’a pas pu être chargé"
        error={error}
        retry={() => void refetch()}
        retrying={isFetching}
      />
    ) : (
      <div aria-busy="true" className={classes.panel}>
        <VisuallyHidden>Chargement…</VisuallyHidden>
        <Skeleton height="1rem" />
        <Skeleton height="2.75rem" />
        <Skeleton height="2.75rem" />
      </div>
    );
  }
  const tell = (message: string) => {
    setDone(message);
    onTell(message);
  };
  return (
    <>
      {done === '' ? null : <Notice tone="success">{done}</Notice>}
      {data.sessions.map((session) => (
        <SessionPlaces
          key={session.id}
          told={data}
          session={session}
          isNamed={data.sessions.length > 1}
          onTell={tell}
        />
      ))}
    </>
  );
}

/** Where nothing is chosen yet. */
export function DayPanelHint() {
  return (
    <EmptyState icon={<MousePointerClick size={28} />} title="Choisissez un jour">
      Ouvrez une case pour voir qui a une place, qui en attend une, et combien il en reste.
    </EmptyState>
  );
}
