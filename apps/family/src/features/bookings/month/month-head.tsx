import { formatDayLong } from '@preau/domain/explain/format-fr';
import type { Day } from '@preau/domain/time/day';
import { weekdayOf } from '@preau/domain/time/day';
import { Sun } from 'lucide-react';
import { memo, useCallback, useSyncExternalStore } from 'react';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import type { GridStore } from './grid-store.ts';
import type { Month } from './month.ts';
import classes from './month.module.css';

const letters = ['L', 'M', 'M', 'J', 'V', 'S', 'D'];

type MonthHeadProps = {
  readonly month: Month;
  readonly today: Day;
  readonly grid: GridStore;
};

/** Holidays as a band, then the days: the button of a day acts on all its services. */
export const MonthHead = memo(function MonthHead({ month, today, grid }: MonthHeadProps) {
  const cursor = useSyncExternalStore(
    grid.subscribe,
    useCallback(() => {
      const at = grid.read().cursor;
      return at.row === -1 ? at.column : null;
    }, [grid]),
  );
  return (
    <thead>
      {month.bands.some(({ label }) => label !== null) ? <Bands month={month} /> : null}
      <tr>
        <td className={classes.corner}>
          <VisuallyHidden>Services</VisuallyHidden>
        </td>
        {month.columns.map(({ on, opensWeek }, at) => (
          <th
            key={on}
            scope="col"
            aria-label={formatDayLong(on)}
            className={opensWeek ? `${classes.day} ${classes.opensWeek}` : classes.day}
          >
            <button
              type="button"
              className={classes.dayButton}
              tabIndex={cursor === at ? 0 : -1}
              data-row={-1}
              data-column={at}
              data-today={on === today || undefined}
              aria-haspopup="dialog"
            >
              <VisuallyHidden>
                {`${formatDayLong(on)}${on === today ? ', aujourd’hui' : ''} : actions`}
              </VisuallyHidden>
              <span aria-hidden="true">{letters[weekdayOf(on) - 1]}</span>
              <strong aria-hidden="true">{Number(on.slice(8))}</strong>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
});

/** For the eye: each cell below says its holidays itself. */
function Bands({ month }: { readonly month: Month }) {
  return (
    <tr aria-hidden="true">
      <td className={classes.corner}>Vacances</td>
      {month.bands.map(({ label, first, span, opensWeek }) => (
        <td
          key={first}
          colSpan={span}
          className={opensWeek ? `${classes.band} ${classes.opensWeek}` : classes.band}
        >
          {label === null ? null : (
            <span className={classes.bandName}>
              <Sun size={16} />
              <span>{label}</span>
            </span>
          )}
        </td>
      ))}
    </tr>
  );
}
