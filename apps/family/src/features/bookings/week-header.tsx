import { formatDayLong, formatDayShort } from '@preau/domain/explain/format-fr';
import { day, isoWeekOf } from '@preau/domain/time/day';
import { fromIso, localDayOf } from '@preau/domain/time/instant';
import { IconButton } from '@preau/ui/actions/button';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { formatWeek } from '../../shared/format.ts';
import type { Planning } from './bookings.queries.ts';
import classes from './planning.module.css';
import type { Week } from './use-week.ts';
import { columnsOf } from './week.ts';

export function WeekHeader({ week }: { readonly week: Week }) {
  const { monday, presentWeek } = week;
  const number = isoWeekOf(monday).week;
  return (
    <div className={classes.weekHeader}>
      <IconButton label="Semaine précédente" onClick={week.showPrevious}>
        <ChevronLeft size={26} aria-hidden="true" />
      </IconButton>
      <div className={classes.weekTitle} aria-live="polite">
        <h2>{formatWeek(monday)}</h2>
        <p>
          Semaine {number} · {monday.slice(0, 4)}
          {monday === presentWeek ? <VisuallyHidden>, semaine actuelle</VisuallyHidden> : null}
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
