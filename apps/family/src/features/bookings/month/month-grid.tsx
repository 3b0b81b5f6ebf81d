import type { Day } from '@preau/domain/time/day';
import { ChildBadge } from '@preau/ui/planning/child-badge';
import type { RefObject } from 'react';
import { formatMonth } from '../../../shared/format.ts';
import type { GridStore } from './grid-store.ts';
import { MonthHead } from './month-head.tsx';
import { MonthRow } from './month-row.tsx';
import classes from './month.module.css';
import type { Month, MonthColumn } from './month.ts';
import type { GridEvents } from './use-grid-events.ts';

type MonthGridProps = {
  readonly month: Month;
  readonly today: Day;
  readonly grid: GridStore;
  readonly table: RefObject<HTMLTableElement | null>;
  readonly events: GridEvents;
};

/** The household's month: columns are days, rows are services, child after child. */
export function MonthGrid({ month, today, grid, table, events }: MonthGridProps) {
  const [first] = month.columns;
  return (
    <div className={classes.scroll}>
      <table
        ref={table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a grid, with all its keys
        role="grid"
        className={classes.grid}
        aria-label={`Planning de ${first ? formatMonth(first.on) : ''}`}
        aria-multiselectable="true"
        {...events}
      >
        <Widths columns={month.columns} />
        <MonthHead month={month} today={today} grid={grid} />
        {month.groups.map(({ child, facilities, rows }, at) => (
          <tbody key={child.id}>
            <tr>
              <th scope="rowgroup" colSpan={month.columns.length + 1} className={classes.child}>
                <span className={classes.childName}>
                  <ChildBadge firstName={child.firstName} hue={at} />
                  <strong>{child.firstName}</strong>
                  <span className={classes.childDetail}>
                    {[child.schoolClass, ...facilities].filter(Boolean).join(' · ')}
                  </span>
                </span>
              </th>
            </tr>
            {rows.map((row) => (
              <MonthRow key={row.key} month={month} row={row} grid={grid} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** Of the whole width: the names of the services, and the gap before each week. */
const namesPercent = 19.5;
const gapPercent = 0.8;

/** Cells of one width, whether a gap stands before them or not. */
function Widths({ columns }: { readonly columns: readonly MonthColumn[] }) {
  const gaps = columns.filter(({ opensWeek }) => opensWeek).length * gapPercent;
  const cell = (100 - namesPercent - gaps) / columns.length;
  return (
    <colgroup>
      <col style={{ width: `${namesPercent}%` }} />
      {columns.map(({ on, opensWeek }) => (
        <col key={on} style={{ width: `${opensWeek ? cell + gapPercent : cell}%` }} />
      ))}
    </colgroup>
  );
}
