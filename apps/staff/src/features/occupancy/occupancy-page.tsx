import { LiveRegion } from '@preau/ui/feedback/live-region';
import { EmptyState } from '@preau/ui/feedback/states';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { CalendarOff } from 'lucide-react';
import { useState } from 'react';
import { LoadFailure } from '../../shared/load-failure.tsx';
import { monthTitle } from '../../shared/months.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { DayList } from './day-list.tsx';
import { DayPanel, DayPanelHint } from './day-panel.tsx';
import { DaySheet } from './day-sheet.tsx';
import { Legend } from './legend.tsx';
import { columnsOf, daysOf } from './months.ts';
import { OccupancyGrid } from './occupancy-grid.tsx';
import { OccupancyTools } from './occupancy-tools.tsx';
import classes from './occupancy-page.module.css';
import { type Occupancy, useOccupancy } from './occupancy.queries.ts';
import { sitesOf } from './rows.ts';
import { SummaryCards } from './summary-cards.tsx';
import { useOccupancyPlace } from './use-occupancy-place.ts';
import { useWide } from './use-wide.ts';

/** « Occupation »: how full each unit is on each day of a month, and who waits for a place. */
export function OccupancyPage() {
  const place = useOccupancyPlace();
  const occupancy = useOccupancy(...daysOf(place.month));
  const { data, error, isFetching, isPlaceholderData, refetch } = occupancy;
  const title = monthTitle(place.month);
  return (
    <>
      <div className={classes.head}>
        <PageTitle>Occupation</PageTitle>
        <OccupancyTools place={place} data={data} title={title} />
      </div>
      <LiveRegion message={data && !isPlaceholderData ? `Places affichées : ${title}` : ''} />
      {data ? (
        <div className={classes.stack} aria-busy={isPlaceholderData || undefined}>
          <SummaryCards summary={data.summary} />
          <Places data={data} place={place} />
        </div>
      ) : error ? (
        <LoadFailure
          title="Les places n’ont pas pu être chargées"
          error={error}
          retry={() => void refetch()}
          retrying={isFetching}
        />
      ) : (
        <PageSkeleton />
      )}
    </>
  );
}

type PlacesProps = {
  readonly data: Occupancy;
  readonly place: ReturnType<typeof useOccupancyPlace>;
};

function Places({ data, place }: PlacesProps) {
  const isWide = useWide();
  const [told, setTold] = useState('');
  const sites = sitesOf(data, place);
  const columns = columnsOf(data);
  const { opened, open } = place;
  if (sites.length === 0 || columns.length === 0) {
    return (
      <EmptyState icon={<CalendarOff size={28} />} title="Aucun accueil ce mois-ci">
        {place.facility === null && place.activity === null
          ? 'Rien n’est ouvert sur ces jours. Choisissez un autre mois.'
          : 'Rien n’est ouvert ici ce mois-ci. Choisissez un autre mois, un autre site ou une autre activité.'}
      </EmptyState>
    );
  }
  const panel = opened === null ? null : { ...opened, onTell: setTold };
  if (!isWide) {
    return (
      <>
        <LiveRegion message={told} />
        <DayList data={data} sites={sites} columns={columns} place={place} onOpen={open} />
        <Legend />
        {panel ? <DaySheet {...panel} onClose={() => open(null)} /> : null}
      </>
    );
  }
  return (
    <div className={classes.beside}>
      <LiveRegion message={told} />
      <section className={classes.card} aria-label="Places par activité et par jour">
        <OccupancyGrid data={data} sites={sites} columns={columns} opened={opened} onOpen={open} />
        <Legend />
      </section>
      <aside className={classes.aside} aria-label="Jour choisi">
        {panel ? <DayPanel key={`${panel.unitId} ${panel.on}`} {...panel} /> : <DayPanelHint />}
      </aside>
    </div>
  );
}
