import { formatDayLong, formatDayShort } from '@preau/domain/explain/format-fr';
import { day, isoWeekOf } from '@preau/domain/time/day';
import { fromIso, localDayOf } from '@preau/domain/time/instant';
import { IconButton } from '@preau/ui/actions/button';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { formatWeek } from '../../shared/format.ts';
import type { Planning } from './bookings.queries.ts';
import classes from './planning.module.css';
import type { Week } from './use-week.ts';
import { columnsOf } from './week.ts';

export function WeekHeader({ week }: { readonly week: Week }) {
  const { monday, presentWeek } = week;
  const number = isoWeekOf(monday).week;
  const year = monday.slice(0, 4);
  return (
    <div className={classes.weekHeader}>
      <IconButton label="Semaine précédente" onClick={week.showPrevious}>
        <ChevronLeft size={26} aria-hidden="true" />
      </IconButton>
      <div className={classes.weekTitle}>
        <h2 aria-live="polite">{formatWeek(monday)}</h2>
        <p>
          Semaine {number}
          {year === presentWeek.slice(0, 4) ? '' : `, ${year}`} ·{' '}
          <button
            type="button"
            className={classes.today}
            aria-disabled={monday === presentWeek || undefined}
            onClick={week.showPresent}
          >
            Aujourd’hui
          </button>
        </p>
      </div>
      <IconButton label="Semaine suivante" onClick={week.showNext}>
        <ChevronRight size={26} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** Names of the columns; each cell says its own date to those who listen. */
export function DayStrip({ planning }: { readonly planning: Planning }) {
  const today = localDayOf(fromIso(planning.now), planning.timeZone);
  return (
    <div className={classes.days} aria-hidden="true">
      {columnsOf(planning).map(({ on }) => {
        const [weekday, date] = formatDayShort(day(on)).split(' ');
        return (
          <div
            key={on}
            className={classes.day}
            data-today={on === today || undefined}
            title={formatDayLong(day(on))}
          >
            <span>{weekday}</span>
            <strong>{date?.split('\u00a0')[0]}</strong>
          </div>
        );
      })}
    </div>
  );
}
