import { ChildBadge } from '@preau/ui/planning/child-badge';
import { formatDayLong, formatDayShort } from '@preau/domain/explain/format-fr';
import type { Day } from '@preau/domain/time/day';
import { buttonClass } from '@preau/ui/actions/button';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { PencilLine } from 'lucide-react';
import { useId } from 'react';
import { Link } from 'react-router';
import { ofName } from '../../shared/of-name.ts';
import { usePaths } from '../../shared/organisation.ts';
import type { BookedUnit, ChildDay, ChildWeek } from './child-weeks.ts';
import classes from './this-week.module.css';

type ChildWeekCardProps = {
  readonly week: ChildWeek;
  /** Which of the fixed colours, counted from 0. */
  readonly hue: number;
  readonly monday: Day;
  /** `null` until the server has told. */
  readonly today: Day | null;
};

/** The week of one child, read only, with the way to change it. */
export function ChildWeekCard({ week, hue, monday, today }: ChildWeekCardProps) {
  const { child, days } = week;
  const paths = usePaths();
  const titleId = useId();
  return (
    <article className={classes.card} aria-labelledby={titleId}>
      <header className={classes.header}>
        <ChildBadge firstName={child.firstName} hue={hue} />
        <h3 id={titleId}>
          {child.firstName}
          {child.schoolClass ? <span className={classes.class}>{child.schoolClass}</span> : null}
        </h3>
        <Link
          className={buttonClass('quiet')}
          to={paths.planning({ child: child.id, week: monday })}
        >
          <PencilLine size={20} aria-hidden="true" />
          Modifier <VisuallyHidden>la semaine {ofName(child.firstName)}</VisuallyHidden>
        </Link>
      </header>
      <ol className={classes.days} data-columns={days.length}>
        {days.map((one) => (
          <DayOf key={one.on} day={one} today={one.on === today} />
        ))}
      </ol>
    </article>
  );
}

function DayOf({ day, today }: { readonly day: ChildDay; readonly today: boolean }) {
  return (
    <li className={classes.day} aria-current={today ? 'date' : undefined}>
      <p className={classes.date}>
        <span aria-hidden="true">{formatDayShort(day.on)}</span>
        <VisuallyHidden>
          {formatDayLong(day.on)}
          {today ? ', aujourd’hui' : ''}
        </VisuallyHidden>
      </p>
      {day.units.length > 0 ? (
        <ul className={classes.units}>
          {day.units.map((unit) => (
            <Unit key={unit.key} unit={unit} />
          ))}
        </ul>
      ) : (
        <p className={classes.nothing}>{day.label || 'Rien de réservé'}</p>
      )}
    </li>
  );
}

function Unit({ unit: { label, word } }: { readonly unit: BookedUnit }) {
  return (
    <li className={classes.unit} data-pending={word !== null}>
      {label}
      {word === null ? null : <span className={classes.word}> · {word}</span>}
    </li>
  );
}
