import { formatDayLong } from '@preau/domain/explain/format-fr';
import { day, weekdayOf } from '@preau/domain/time/day';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { memo } from 'react';
import { bandMarks, bandOf, cellSentence } from './cell-look.ts';
import type { Cell } from './grid-moves.ts';
import { useGridEvents } from './use-grid-events.ts';
import { weekdayLetters } from './months.ts';
import type { Occupancy, OccupancyCell } from './occupancy.queries.ts';
import classes from './occupancy-grid.module.css';
import looks from './bands.module.css';
import { type Place, type Site, type SiteRow, usualCapacity } from './rows.ts';

type OccupancyGridProps = {
  readonly data: Occupancy;
  readonly sites: readonly Site[];
  /** Positions of the days shown. */
  readonly columns: readonly number[];
  readonly opened: Place | null;
  readonly onOpen: (place: Place) => void;
};

/**
 * Activity by day, the number of places taken in each cell. One stop of the tab key; arrows move, Home
 * and End go to the ends of a row, with Ctrl to those of the grid; Enter tells what a day holds.
 */
export function OccupancyGrid({ data, sites, columns, opened, onOpen }: OccupancyGridProps) {
  const days = columns.map((at) => day(data.days[at]?.on ?? ''));
  const rows = sites.flatMap((site) => site.rows);
  const openCell = ({ row: at, column }: Cell) => {
    const row = rows[at];
    const on = days[column];
    const index = columns[column];
    if (!row || on === undefined || index === undefined || !row.cells[index]) return;
    onOpen({ unitId: row.unitId, on });
  };
  const { table, reached, events } = useGridEvents(rows.length, columns.length, openCell);
  const positions = new Map(rows.map((row, index) => [row.unitId, index]));
  return (
    <div className={classes.scroll}>
      <table
        ref={table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a grid, with all its keys
        role="grid"
        aria-label="Places prises par accueil et par jour"
        className={classes.grid}
        {...events}
      >
        <DayHeads data={data} columns={columns} />
        {sites.map((site) => (
          <tbody key={site.id}>
            <tr>
              <th className={classes.site} scope="rowgroup" colSpan={columns.length + 1}>
                {site.name}
              </th>
            </tr>
            {site.rows.map((row) => {
              const index = positions.get(row.unitId) ?? 0;
              return (
                <UnitRow
                  key={row.unitId}
                  row={row}
                  site={site.name}
                  index={index}
                  data={data}
                  columns={columns}
                  reached={reached.row === index ? reached.column : null}
                  openedOn={opened?.unitId === row.unitId ? opened.on : null}
                />
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function DayHeads({ data, columns }: Pick<OccupancyGridProps, 'data' | 'columns'>) {
  return (
    <thead>
      <tr>
        <th scope="col" className={classes.corner}>
          Accueil
        </th>
        {columns.map((index) => {
          const { on, holiday } = data.days[index] ?? { on: '', holiday: null };
          const weekday = weekdayOf(day(on));
          return (
            <th
              key={on}
              scope="col"
              className={classes.day}
              data-monday={weekday === 1 || undefined}
              data-today={on === data.summary.today || undefined}
              data-holiday={holiday !== null || undefined}
              title={holiday ?? undefined}
            >
              <VisuallyHidden>
                {formatDayLong(day(on))}
                {holiday === null ? '' : `, ${holiday}`}
              </VisuallyHidden>
              <span aria-hidden="true">{weekdayLetters[weekday - 1]}</span>
              <strong aria-hidden="true">{Number(on.slice(8))}</strong>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

type UnitRowProps = {
  readonly row: SiteRow;
  readonly site: string;
  readonly index: number;
  readonly data: Occupancy;
  readonly columns: readonly number[];
  /** The column that Tab reaches, where it is in this row. */
  readonly reached: number | null;
  readonly openedOn: string | null;
};

const UnitRow = memo(function UnitRow(props: UnitRowProps) {
  const { row, site, index, data, columns, reached, openedOn } = props;
  const { title } = row;
  const capacity = usualCapacity(row);
  return (
    <tr>
      <th scope="row" className={classes.unit}>
        {title} {capacity === null ? null : <span className={classes.soft}>{capacity} pl.</span>}
      </th>
      {columns.map((at, column) => {
        const on = data.days[at]?.on ?? '';
        const cell = row.cells[at] ?? null;
        return (
          <GridCell
            key={on}
            cell={cell}
            name={`${title}, ${site}, ${formatDayLong(day(on))}`}
            isMonday={weekdayOf(day(on)) === 1}
            row={index}
            column={column}
            isReached={reached === column}
            isOpened={openedOn === on}
          />
        );
      })}
    </tr>
  );
});

type GridCellProps = {
  readonly cell: OccupancyCell | null;
  readonly name: string;
  readonly isMonday: boolean;
  readonly row: number;
  readonly column: number;
  readonly isReached: boolean;
  readonly isOpened: boolean;
};

function GridCell(props: GridCellProps) {
  const { cell, name, isMonday, row, column, isReached, isOpened } = props;
  const band = bandOf(cell);
  const sentence = cellSentence(cell);
  return (
    <td data-monday={isMonday || undefined}>
      <button
        type="button"
        className={`${looks.cell} ${classes.cell}`}
        tabIndex={isReached ? 0 : -1}
        data-row={row}
        data-column={column}
        data-band={band}
        data-waits={(cell?.waiting ?? 0) > 0 || undefined}
        aria-label={`${name} : ${sentence}`}
        aria-current={isOpened ? 'true' : undefined}
        aria-disabled={cell === null || undefined}
        title={sentence}
      >
        {cell !== null && (cell.closed === null || cell.taken > 0) ? cell.taken : ''}
        <span className={looks.mark} aria-hidden="true">
          {bandMarks[band]}
        </span>
      </button>
    </td>
  );
}
