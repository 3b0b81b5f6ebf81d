import type { Day } from '@preau/domain/time/day';
import { EmptyState } from '@preau/ui/feedback/states';
import { LegendStrip } from '@preau/ui/planning/legend-strip';
import { CalendarOff } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Organisation } from '../../../shared/organisation.ts';
import { repeatOfRow } from '../repeat-start.ts';
import type { Taps } from '../use-taps.ts';
import type { GridStore } from './grid-store.ts';
import { legendOf } from './legend-of.ts';
import { MonthGrid } from './month-grid.tsx';
import { MonthMenus, type OpenMenu } from './month-menus.tsx';
import classes from './month.module.css';
import type { Month } from './month.ts';
import { StatusLine } from './status-line.tsx';
import { useArrival } from './use-arrival.ts';
import { useGridEvents } from './use-grid-events.ts';
import { useMonthActions } from './use-month-actions.ts';
import type { MonthOnScreen } from './use-month.ts';

type MonthBoardProps = {
  readonly month: Month;
  readonly today: Day;
  readonly show: MonthOnScreen['show'];
  readonly organisation: Organisation;
  readonly taps: Taps;
  readonly grid: GridStore;
};

/** The grid with what it needs under the hand: its cursor, its menus, its status line, its legend. */
export function MonthBoard({ month, today, show, organisation, taps, grid }: MonthBoardProps) {
  const table = useRef<HTMLTableElement>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const actions = useMonthActions({ month, show, taps, openMenu: setMenu, grid });
  const events = useGridEvents(month, grid, actions);
  useArrival(month, today, table, grid);
  const legend = useMemo(() => legendOf(month), [month]);

  if (month.rows.length === 0) {
    return (
      <EmptyState icon={<CalendarOff size={28} />} title="Aucun accueil ce mois‑ci">
        Changez de mois, ou choisissez un autre service.
      </EmptyState>
    );
  }
  return (
    <>
      <MonthGrid month={month} today={today} grid={grid} table={table} events={events} />
      <StatusLine month={month} grid={grid} organisation={organisation} onRule={taps.rules} />
      <div className={classes.legend}>
        <LegendStrip keys={legend} />
      </div>
      {menu ? (
        <MonthMenus
          menu={menu}
          month={month}
          onRepeat={(row) => {
            setMenu(null);
            taps.repeat(repeatOfRow(month.planning, row.row));
          }}
          onRules={({ row, title }) => {
            setMenu(null);
            taps.rules({ activity: row.activity, title, topic: null });
          }}
          onClose={() => setMenu(null)}
        />
      ) : null}
    </>
  );
}
