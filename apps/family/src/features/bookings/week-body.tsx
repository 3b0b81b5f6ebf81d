import { Button } from '@preau/ui/actions/button';
import { EmptyState, ErrorState } from '@preau/ui/feedback/states';
import { CalendarOff } from 'lucide-react';
import { useMemo } from 'react';
import { ContactCard } from '../../shared/contact-card.tsx';
import type { Organisation } from '../../shared/organisation.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import type { Planning } from './bookings.queries.ts';
import { FamilyDays } from './family-days.tsx';
import { LatePart } from './late-part.tsx';
import classes from './planning.module.css';
import { PlanningSkeleton } from './planning-skeleton.tsx';
import { useDraft } from './use-draft.ts';
import type { Child } from './use-child.ts';
import { useNextLimit } from './use-limit.ts';
import type { ServiceFilter } from './use-service-filter.tsx';
import type { Taps } from './use-taps.ts';
import type { Week } from './use-week.ts';
import { columnsOf, sectionsOf } from './week.ts';
import { DayStrip } from './week-header.tsx';
import { WeekNotices } from './week-notices.tsx';
import { WeekSections } from './week-sections.tsx';

const loadQueue = () => import('./queue-notice.tsx');

type WeekBodyProps = {
  readonly week: Week;
  /** `null`: all of them, day by day. */
  readonly child: Child | null;
  readonly organisation: Organisation;
  readonly filter: ServiceFilter;
  readonly taps: Taps;
};

/** The cells of the week, or why there are none. */
export function WeekBody({ week, child, organisation, filter, taps }: WeekBodyProps) {
  const { data: planning, error, refetch, isFetching, dataUpdatedAt } = week.planning;
  const limit = useNextLimit(planning, dataUpdatedAt, child?.id ?? null);

  if (!planning) {
    if (!error) return <PlanningSkeleton />;
    return (
      <ErrorState
        title="La semaine n’a pas pu être chargée"
        onRetry={() => void refetch()}
        retrying={isFetching}
      >
        {problemMessage(error)}
      </ErrorState>
    );
  }
  return (
    <div
      className={classes.sections}
      style={{ '--columns': columnsOf(planning).length } as React.CSSProperties}
    >
      {child ? <DayStrip planning={planning} /> : null}
      <WeekNotices planning={planning} limit={limit} />
      {child ? (
        <ChildWeek
          planning={planning}
          child={child}
          organisation={organisation}
          filter={filter}
          taps={taps}
        />
      ) : (
        <FamilyDays planning={planning} filter={filter} taps={taps} />
      )}
      {planning.rows.some(({ queue }) => queue.length > 0) ? (
        <LatePart load={loadQueue} failed={() => null}>
          {({ QueueNotice }) => <QueueNotice planning={planning} childId={child?.id ?? null} />}
        </LatePart>
      ) : null}
    </div>
  );
}

type ChildWeekProps = Omit<WeekBodyProps, 'week'> & {
  readonly planning: Planning;
  readonly child: Child;
};

function ChildWeek({ planning, child, organisation, filter, taps }: ChildWeekProps) {
  const { draft } = useDraft();
  const sections = useMemo(
    () => sectionsOf(planning, child.id, draft, filter.shows),
    [planning, child.id, draft, filter.shows],
  );
  if (sections.length > 0) {
    return <WeekSections sections={sections} child={child} taps={taps} />;
  }
  if (filter.active) {
    return (
      <EmptyState
        icon={<CalendarOff size={28} />}
        title={`Rien cette semaine pour ${child.firstName} dans ce service`}
        action={<Button onClick={filter.clear}>Voir tous les services</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<CalendarOff size={28} />}
      title={`Aucun accueil pour ${child.firstName} cette semaine`}
    >
      <p>Si vous attendiez un accueil, son inscription n’est peut-être pas encore validée.</p>
      <div className={classes.emptyContact}>
        <ContactCard organisation={organisation} />
      </div>
    </EmptyState>
  );
}
