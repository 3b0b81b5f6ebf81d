import { ErrorState } from '@preau/ui/feedback/states';
import { useMemo, useState } from 'react';
import type { Organisation } from '../../../shared/organisation.ts';
import { problemMessage } from '../../../shared/problem-messages.ts';
import type { Planning } from '../bookings.queries.ts';
import type { ServiceFilter } from '../use-service-filter.tsx';
import type { Taps } from '../use-taps.ts';
import { ViewSwitch } from '../view-switch.tsx';
import { WeekNotices } from '../week-notices.tsx';
import { useNextLimit } from '../use-limit.ts';
import { createGridStore, type GridStore } from './grid-store.ts';
import { MonthBoard } from './month-board.tsx';
import { MonthHeader } from './month-header.tsx';
import { MonthTools } from './month-tools.tsx';
import { MonthSkeleton } from './month-skeleton.tsx';
import classes from './month.module.css';
import { monthOf } from './month.ts';
import { type MonthOnScreen, useMonth } from './use-month.ts';

type MonthViewProps = {
  readonly organisation: Organisation;
  readonly filter: ServiceFilter;
  readonly taps: Taps;
};

/** The month of the whole household, for a screen with room. */
export function MonthView({ organisation, filter, taps }: MonthViewProps) {
  const shown = useMonth(organisation.timeZone);
  const [grid] = useState(createGridStore);
  const { data: planning, error, refetch, isFetching } = shown.planning;
  return (
    <section className={classes.view} aria-label="Planning du mois">
      <div className={classes.bar}>
        <MonthHeader shown={shown} />
        <ViewSwitch />
      </div>
      <div className={classes.panel}>
        <div className={classes.tools}>
          {filter.control(planning)}
          {planning ? (
            <MonthTools planning={planning} shows={filter.shows} grid={grid} taps={taps} />
          ) : null}
        </div>
        {planning ? (
          <MonthOf
            planning={planning}
            shown={shown}
            organisation={organisation}
            filter={filter}
            taps={taps}
            grid={grid}
          />
        ) : error ? (
          <ErrorState
            title="Le mois n’a pas pu être chargé"
            onRetry={() => void refetch()}
            retrying={isFetching}
          >
            {problemMessage(error)}
          </ErrorState>
        ) : (
          <MonthSkeleton />
        )}
      </div>
    </section>
  );
}

type MonthOfProps = MonthViewProps & {
  readonly planning: Planning;
  readonly shown: MonthOnScreen;
  readonly grid: GridStore;
};

function MonthOf({ planning, shown, organisation, filter, taps, grid }: MonthOfProps) {
  const limit = useNextLimit(planning, shown.planning.dataUpdatedAt, null);
  const month = useMemo(() => monthOf(planning, filter.shows), [planning, filter.shows]);
  return (
    <>
      <WeekNotices planning={planning} limit={limit} holidays={false} />
      <MonthBoard
        month={month}
        today={shown.today}
        show={shown.show}
        organisation={organisation}
        taps={taps}
        grid={grid}
      />
    </>
  );
}
