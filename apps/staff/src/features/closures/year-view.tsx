import { addDays, type Day, day, eachDay, lastOfMonth, weekdayOf } from '@preau/domain/time/day';
import { monthTitle } from '../../shared/months.ts';
import classes from './year-view.module.css';
import type { ClosureCalendar } from './closures.queries.ts';

type YearViewProps = { readonly calendar: ClosureCalendar };

/** What a day of the year is, in the order in which one hides another. */
type Kind = 'closed' | 'partly' | 'public' | 'school' | 'weekend' | 'open';

const words: Readonly<Record<Exclude<Kind, 'open' | 'weekend'>, string>> = {
  closed: 'fermé',
  partly: 'fermé pour une partie',
  public: 'férié',
  school: 'vacances',
};

/**
 * The twelve months at a glance. Decorative for those who listen: the lists beside say all of it,
 * day by day.
 */
export function YearView({ calendar }: YearViewProps) {
  const months = monthsOf(day(calendar.from));
  return (
    <section className={classes.panel} aria-label="Vue de l’année">
      <h2>L’année</h2>
      <div className={classes.months} aria-hidden="true">
        {months.map((first) => (
          <MonthView key={first} first={first} calendar={calendar} />
        ))}
      </div>
      <ul className={classes.legend}>
        {Object.entries(words).map(([kind, word]) => (
          <li key={kind}>
            <span className={classes.day} data-kind={kind} aria-hidden="true" />
            {word}
          </li>
        ))}
      </ul>
    </section>
  );
}

function MonthView({ first, calendar }: YearViewProps & { readonly first: Day }) {
  const days = eachDay(first, lastOfMonth(first));
  return (
    <div>
      <p className={classes.name}>{monthTitle(first.slice(0, 7))}</p>
      <div className={classes.grid}>
        {Array.from({ length: weekdayOf(first) - 1 }, (_, at) => (
          <span key={`before-${at}`} />
        ))}
        {days.map((on) => (
          <span
            key={on}
            className={classes.day}
            data-kind={kindOf(on, calendar)}
            data-today={on === calendar.today || undefined}
          >
            {Number(on.slice(8))}
          </span>
        ))}
      </div>
    </div>
  );
}

function monthsOf(from: Day): Day[] {
  const months: Day[] = [];
  for (let first = from; months.length < 12; first = addDays(lastOfMonth(first), 1)) {
    months.push(first);
  }
  return months;
}

function kindOf(on: Day, { closures, publicHolidays, schoolHolidays }: ClosureCalendar): Kind {
  const closing = closures.filter(({ from, until }) => from <= on && on <= until);
  const isWhole = closing.some(({ facility, activity }) => facility === null && activity === null);
  if (isWhole) return 'closed';
  if (closing.length > 0) return 'partly';
  if (publicHolidays.some((holiday) => holiday.on === on)) return 'public';
  if (schoolHolidays.some(({ from, until }) => from <= on && on <= until)) return 'school';
  return weekdayOf(on) >= 6 ? 'weekend' : 'open';
}
