import { formatClock, formatDayLong, formatDayShort } from '@preau/domain/explain/format-fr';
import type { Cents } from '@preau/domain/money/cents';
import { formatEuros } from '@preau/domain/money/cents';
import type { Day } from '@preau/domain/time/day';
import { ChildBadge } from '@preau/ui/planning/child-badge';
import { PlanningCell } from '@preau/ui/planning/planning-cell';
import type { CSSProperties } from 'react';
import type { Planning, PlanningRow } from './bookings.queries.ts';
import classes from './bookings-panel.module.css';
import { type Cell, cellOf, type Changes, rowsOf, titleOf } from './changes.ts';

type WeekGridProps = {
  readonly planning: Planning;
  readonly columns: readonly Day[];
  readonly changes: Changes;
  readonly onTap: (cell: Cell) => void;
  /** The keyboard or the mouse is on it. */
  readonly onReach: (cell: Cell) => void;
};

/** Child by child, service by service, the days of the week side by side. */
export function WeekGrid({ planning, columns, changes, onTap, onReach }: WeekGridProps) {
  const style = { '--columns': columns.length } as CSSProperties;
  return planning.children.map((child, hue) => {
    const rows = rowsOf(planning, child.id);
    if (rows.length === 0) return null;
    return (
      <section key={child.id} className={classes.child} aria-label={child.firstName} style={style}>
        <h3 className={classes.childHead}>
          <ChildBadge firstName={child.firstName} hue={hue} />
          <span>
            {child.firstName} <span className={classes.soft}>{child.schoolClass}</span>
          </span>
        </h3>
        <div className={classes.days} aria-hidden="true">
          <span />
          <div className={classes.frame}>
            <div className={classes.cells} data-head>
              {columns.map((on) => (
                <span key={on}>{formatDayShort(on)}</span>
              ))}
            </div>
          </div>
        </div>
        {rows.map((row) => (
          <UnitRow
            key={row.unit}
            row={row}
            cells={columns.map((on) => cellOf(planning, row, on, changes))}
            onTap={onTap}
            onReach={onReach}
          />
        ))}
      </section>
    );
  });
}

type UnitRowProps = Pick<WeekGridProps, 'onTap' | 'onReach'> & {
  readonly row: PlanningRow;
  readonly cells: readonly Cell[];
};

function UnitRow({ row, cells, onTap, onReach }: UnitRowProps) {
  const prices = new Set(row.unitCents);
  const [price] = prices;
  const title = titleOf(row);
  return (
    <div className={classes.row}>
      <p className={classes.unit}>
        <strong>{title}</strong>
        <span className={classes.small}>
          {row.facility} · {formatClock(row.startsAt)} – {formatClock(row.endsAt)}
          {prices.size === 1 && price !== undefined ? ` · ${formatEuros(price as Cents)}` : ''}
        </span>
      </p>
      <div className={classes.frame}>
        <fieldset className={classes.cells} aria-label={`${title}, ${cells[0]?.firstName}`}>
          {cells.map((cell) => (
            <span key={cell.on} onFocus={() => onReach(cell)} style={{ display: 'grid' }}>
              <PlanningCell
                view={cell.view}
                name={nameOf(cell)}
                day={formatDayShort(cell.on)}
                word={cell.word}
                onTap={() => onTap(cell)}
              />
            </span>
          ))}
        </fieldset>
      </div>
    </div>
  );
}

/** Service, child, full date and price, in this order: the state's word is said after them. */
export function nameOf({ unitLabel, firstName, on, sessionId, unitCents }: Cell): string {
  const price = sessionId === null ? [] : [formatEuros(unitCents)];
  return [unitLabel, firstName, formatDayLong(on), ...price].join(', ');
}
