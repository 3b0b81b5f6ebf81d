import { fromIso, localDayOf } from '@preau/domain/time/instant';
import { ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { useId } from 'react';
import { deviceNow } from '../../shared/clock.ts';
import { formatWeek } from '../../shared/format.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { weekToOpen } from '../../shared/week-to-open.ts';
import { ChildWeekCard } from './child-week-card.tsx';
import { childWeeks } from './child-weeks.ts';
import { useHomeWeek } from './home.queries.ts';
import classes from './this-week.module.css';

/** « Cette semaine »: where each child is expected, day by day. Changed on the planning. */
export function ThisWeek({ timeZone }: { readonly timeZone: string }) {
  const titleId = useId();
  const guessed = weekToOpen(deviceNow(), timeZone);
  const first = useHomeWeek(guessed);
  // The device guesses the week, the server's clock settles it.
  const told = first.data ? fromIso(first.data.now) : null;
  const monday = told === null ? guessed : weekToOpen(told, timeZone);
  const week = useHomeWeek(monday);
  const today = told === null ? null : localDayOf(told, timeZone);
  const comes = today !== null && monday > today;
  return (
    <section className={classes.section} aria-labelledby={titleId}>
      <h2 id={titleId}>
        {comes ? 'La semaine prochaine' : 'Cette semaine'}
        <span className={classes.dates}>{formatWeek(monday)}</span>
      </h2>
      {week.data ? (
        childWeeks(week.data).map((childWeek, index) => (
          <ChildWeekCard
            key={childWeek.child.id}
            week={childWeek}
            hue={index}
            monday={monday}
            today={today}
          />
        ))
      ) : week.error ? (
        <ErrorState
          title="La semaine n’a pas pu être chargée"
          onRetry={() => void week.refetch()}
          retrying={week.isFetching}
        >
          {problemMessage(week.error)}
        </ErrorState>
      ) : (
        <div aria-busy="true">
          <VisuallyHidden>Chargement…</VisuallyHidden>
          <Skeleton height="14rem" />
        </div>
      )}
    </section>
  );
}
