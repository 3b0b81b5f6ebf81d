import { formatDayWithYear } from '@preau/domain/explain/format-fr';
import { day } from '@preau/domain/time/day';
import { capitalised } from '@preau/ui/text/capitalised';
import classes from './calendar-page.module.css';
import { daysWords } from './closure-words.ts';
import type { ClosureCalendar } from './closures.queries.ts';

type HolidayListProps = { readonly calendar: ClosureCalendar };

/** Days without class that nobody declares: the law and the school calendar do. */
export function HolidayList({ calendar }: HolidayListProps) {
  const { schoolHolidays, publicHolidays } = calendar;
  return (
    <div className={classes.holidays}>
      <section className={classes.panel} aria-label="Vacances scolaires">
        <h2>Vacances scolaires</h2>
        {schoolHolidays.length === 0 ? (
          <p className={classes.soft}>Les dates de cette année ne sont pas encore connues.</p>
        ) : (
          <dl>
            {schoolHolidays.map(({ from, until, name }) => (
              <div key={from}>
                <dt>{name}</dt>
                <dd className={classes.soft}>{daysWords(from, until)}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      <section className={classes.panel} aria-label="Jours fériés">
        <h2>Jours fériés</h2>
        <dl>
          {publicHolidays.map(({ on, name }) => (
            <div key={on}>
              <dt>{name}</dt>
              <dd className={classes.soft}>{capitalised(formatDayWithYear(day(on)))}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
