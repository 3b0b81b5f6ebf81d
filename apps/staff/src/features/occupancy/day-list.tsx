import { formatDayLong, formatDayShort } from '@preau/domain/explain/format-fr';
import { type Day, day } from '@preau/domain/time/day';
import { IconButton } from '@preau/ui/actions/button';
import { SelectField } from '@preau/ui/forms/select-field';
import { capitalised } from '@preau/ui/text/capitalised';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { bandMarks, bandOf, cellSentence } from './cell-look.ts';
import classes from './day-list.module.css';
import looks from './bands.module.css';
import type { Occupancy, OccupancyCell } from './occupancy.queries.ts';
import type { Place, Site, SiteRow } from './rows.ts';
import type { useOccupancyPlace } from './use-occupancy-place.ts';

type DayListProps = {
  readonly data: Occupancy;
  readonly sites: readonly Site[];
  readonly columns: readonly number[];
  readonly place: ReturnType<typeof useOccupancyPlace>;
  readonly onOpen: (place: Place) => void;
};

/** One day after the other, where a month has no room: the same figures, site by site. */
export function DayList({ data, sites, columns, place, onOpen }: DayListProps) {
  const days = columns.map((at) => day(data.days[at]?.on ?? ''));
  const shown = shownDay(days, place.on, day(data.summary.today));
  const column = days.indexOf(shown);
  const at = columns[column] ?? 0;
  const step = (by: number) => {
    const next = days[column + by];
    if (next !== undefined) place.showDay(next);
  };
  const holiday = data.days[at]?.holiday ?? null;
  const isOpen = (site: Site) => site.rows.some(({ cells }) => cells[at]);
  const open = sites.filter(isOpen);
  const idle = sites.filter((site) => !isOpen(site));
  return (
    <div className={classes.list}>
      <div className={classes.bar}>
        <IconButton
          label="Jour précédent"
          bordered
          aria-disabled={column <= 0 || undefined}
          onClick={() => step(-1)}
        >
          <ChevronLeft size={24} aria-hidden="true" />
        </IconButton>
        <SelectField
          label="Jour"
          value={shown}
          options={days.map((on) => ({ value: on, label: capitalised(formatDayShort(on)) }))}
          onChoose={(on) => place.showDay(day(on))}
        />
        <IconButton
          label="Jour suivant"
          bordered
          aria-disabled={column >= days.length - 1 || undefined}
          onClick={() => step(1)}
        >
          <ChevronRight size={24} aria-hidden="true" />
        </IconButton>
      </div>
      <h2 className={classes.day}>
        {capitalised(formatDayLong(shown))}
        {holiday ? <span className={classes.soft}> · {holiday}</span> : null}
      </h2>
      {open.map((site) => (
        <section key={site.id} className={classes.site} aria-label={site.name}>
          <h3>{site.name}</h3>
          <ul>
            {site.rows.map((row) => {
              const cell = row.cells[at] ?? null;
              return cell === null ? null : (
                <UnitLine
                  key={row.unitId}
                  row={row}
                  cell={cell}
                  onOpen={() => onOpen({ unitId: row.unitId, on: shown })}
                />
              );
            })}
          </ul>
        </section>
      ))}
      {idle.length > 0 ? (
        <p className={classes.soft}>
          Aucun accueil ce jour-là : {idle.map(({ name }) => name).join(', ')}.
        </p>
      ) : null}
    </div>
  );
}

/** The day of the address, else the present one or the first to come, else the last. */
function shownDay(days: readonly Day[], wanted: Day | null, today: Day): Day {
  if (wanted !== null && days.includes(wanted)) return wanted;
  return days.find((on) => on >= today) ?? days.at(-1) ?? today;
}

type UnitLineProps = {
  readonly row: SiteRow;
  readonly cell: OccupancyCell;
  readonly onOpen: () => void;
};

function UnitLine({ row, cell, onOpen }: UnitLineProps) {
  const band = bandOf(cell);
  return (
    <li>
      <button type="button" className={classes.line} aria-haspopup="dialog" onClick={onOpen}>
        <span className={classes.words}>
          <strong>{row.title}</strong>
          <span className={classes.soft}>{cellSentence(cell)}</span>
        </span>
        <span
          className={`${looks.cell} ${classes.figure}`}
          data-band={band}
          data-waits={cell.waiting > 0 || undefined}
          aria-hidden="true"
        >
          {cell.closed === null ? `${cell.taken} / ${cell.capacity}` : ''}
          <span className={looks.mark}>{bandMarks[band]}</span>
        </span>
      </button>
    </li>
  );
}
