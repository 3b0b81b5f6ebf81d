import { EmptyState, ErrorState } from '@preau/ui/feedback/states';
import { CalendarOff } from 'lucide-react';
import { useMemo } from 'react';
import { ContactCard } from '../../shared/contact-card.tsx';
import type { Organisation } from '../../shared/organisation.ts';
import { problemMessage } from '../../shared/problem-messages.ts';
import { useDraft } from './use-draft.ts';
import classes from './planning.module.css';
import { PlanningSkeleton } from './planning-skeleton.tsx';
import type { Child } from './use-child.ts';
import { useNextLimit } from './use-limit.ts';
import type { Taps } from './use-taps.ts';
import type { Week } from './use-week.ts';
import { columnsOf, sectionsOf } from './week.ts';
import { DayStrip } from './week-header.tsx';
import { WeekNotices } from './week-notices.tsx';
import { WeekSections } from './week-sections.tsx';

type WeekBodyProps = {
  readonly week: Week;
  readonly child: Child;
  readonly organisation: Organisation;
  readonly taps: Taps;
};

/** The cells of the week, or why there are none. */
export function WeekBody({ week, child, organisation, taps }: WeekBodyProps) {
  const { draft } = useDraft();
  const { data: planning, error, refetch, isFetching, dataUpdatedAt } = week.planning;
  const limit = useNextLimit(planning, dataUpdatedAt, child.id);
  const sections = useMemo(
    () => (planning ? sectionsOf(planning, child.id, draft) : []),
    [planning, child.id, draft],
  );

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
      <DayStrip planning={planning} />
      <WeekNotices planning={planning} limit={limit} />
      <WeekSections sections={sections} child={child} onTap={taps.tap} onOpen={taps.open} />
      {sections.length === 0 ? (
        <EmptyState
          icon={<CalendarOff size={28} />}
          title={`Aucun accueil pour ${child.firstName} cette semaine`}
        >
          <p>Si vous attendiez un accueil, son inscription n’est peut-être pas encore validée.</p>
          <div className={classes.emptyContact}>
            <ContactCard organisation={organisation} />
          </div>
        </EmptyState>
      ) : null}
    </div>
  );
}
