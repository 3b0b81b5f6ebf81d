import { addDays, type Day, lastOfMonth } from '@preau/domain/time/day';
import { localDayOf } from '@preau/domain/time/instant';
import { EmptyState, ErrorState, Skeleton } from '@preau/ui/feedback/states';
import { Chip } from '@preau/ui/navigation/chip';
import { CalendarOff } from 'lucide-react';
import { useMemo, useState } from 'react';
import { deviceNow } from '../../../shared/clock.ts';
import type { Organisation } from '../../../shared/organisation.ts';
import { problemMessage } from '../../../shared/problem-messages.ts';
import { useChild } from '../use-child.ts';
import type { ServiceFilter } from '../use-service-filter.tsx';
import { ViewSwitch } from '../view-switch.tsx';
import { type DateRange, DateRangeFields } from './date-range.tsx';
import { type Pattern, servicesOf, toggled } from './pattern.ts';
import { type Period, useComingWeeks, useEndOfYear } from './period.queries.ts';
import { PeriodApply } from './period-apply.tsx';
import classes from './period.module.css';
import { WeekPattern } from './week-pattern.tsx';

type PeriodViewProps = {
  readonly organisation: Organisation;
  readonly filter: ServiceFilter;
};

/** « Réserver en vue Période » : services on weekdays, du … au …, seen before it is done. */
export function PeriodView({ organisation, filter }: PeriodViewProps) {
  const [tomorrow] = useState(() => addDays(localDayOf(deviceNow(), organisation.timeZone), 1));
  const [range, setRange] = useState<DateRange>({
    from: tomorrow,
    until: lastOfMonth(addDays(tomorrow, 7)),
  });
  const [pattern, setPattern] = useState<Pattern>([]);
  const [action, setAction] = useState<Period['action']>('add');
  const [waitWhenFull, setWaitWhenFull] = useState(false);
  const weeks = useComingWeeks(tomorrow);
  const endOfYear = useEndOfYear(range.from);
  const services = useMemo(
    () => servicesOf(weeks.plannings, filter.shows),
    [weeks.plannings, filter.shows],
  );
  const period = usePeriodOf(pattern, range, action, waitWhenFull);

  return (
    <section className={classes.view} aria-labelledby="titre-periode">
      <div className={classes.bar}>
        <h2 id="titre-periode">Réserver en vue Période</h2>
        <ViewSwitch />
      </div>
      <div className={classes.panel}>
        <div className={classes.choices}>
          <fieldset className={classes.chips}>
            <legend className={classes.legend}>Que voulez-vous faire ?</legend>
            <Chip pressed={action === 'add'} onPress={() => setAction('add')}>
              Réserver
            </Chip>
            <Chip pressed={action === 'remove'} onPress={() => setAction('remove')}>
              Annuler
            </Chip>
          </fieldset>
          {filter.control(weeks.plannings[0])}
        </div>
        <Services
          weeks={weeks}
          services={services}
          pattern={pattern}
          onToggle={(entry, excludes) => setPattern((held) => toggled(held, entry, excludes))}
        />
        <DateRangeFields
          range={range}
          coming={weeks.plannings}
          endOfYear={endOfYear}
          onChange={setRange}
        />
        <PeriodApply
          period={period}
          organisation={organisation}
          onWait={setWaitWhenFull}
          onDone={() => setPattern([])}
          hint="Cochez au moins un jour de la semaine."
        />
      </div>
    </section>
  );
}

function usePeriodOf(
  pattern: Pattern,
  { from, until }: { readonly from: Day; readonly until: Day },
  action: Period['action'],
  waitWhenFull: boolean,
): Period | null {
  return useMemo(
    () =>
      pattern.length === 0 || until < from
        ? null
        : { entries: [...pattern], from, until, action, waitWhenFull },
    [pattern, from, until, action, waitWhenFull],
  );
}

type ChildrenProps = Pick<
  React.ComponentProps<typeof WeekPattern>,
  'services' | 'pattern' | 'onToggle'
>;

type ServicesProps = ChildrenProps & { readonly weeks: ReturnType<typeof useComingWeeks> };

/** The typical week of each child, or why there is none. */
function Services({ weeks, services, pattern, onToggle }: ServicesProps) {
  if (weeks.error) {
    return (
      <ErrorState
        title="Les services n’ont pas pu être chargés"
        onRetry={() => void weeks.refetch()}
      >
        {problemMessage(weeks.error)}
      </ErrorState>
    );
  }
  if (weeks.loading) return <Loading />;
  if (services.length === 0) {
    return (
      <EmptyState icon={<CalendarOff size={28} />} title="Aucun accueil à réserver">
        Choisissez un autre service, ou contactez le service enfance.
      </EmptyState>
    );
  }
  return <Children services={services} pattern={pattern} onToggle={onToggle} />;
}

function Children({ services, pattern, onToggle }: ChildrenProps) {
  const { children } = useChild();
  return children.map((child, hue) => {
    const own = services.filter(({ childId }) => childId === child.id);
    if (own.length === 0) return null;
    return (
      <WeekPattern
        key={child.id}
        firstName={child.firstName}
        schoolClass={child.schoolClass}
        hue={hue}
        services={own}
        pattern={pattern}
        onToggle={onToggle}
      />
    );
  });
}

function Loading() {
  return (
    <div className={classes.loading} aria-busy="true">
      {[1, 2, 3, 4].map((row) => (
        <Skeleton key={row} height="2.75rem" />
      ))}
    </div>
  );
}
