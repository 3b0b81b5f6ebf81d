import { LiveRegion } from '@preau/ui/feedback/live-region';
import { EmptyState } from '@preau/ui/feedback/states';
import { SelectField } from '@preau/ui/forms/select-field';
import { PageSkeleton } from '@preau/ui/shell/page-skeleton';
import { day } from '@preau/domain/time/day';
import { CalendarOff } from 'lucide-react';
import { LoadFailure } from '../../shared/load-failure.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { type Today, useExpectedChildren, usePresentDay } from './attendance.queries.ts';
import { DayBar } from './day-bar.tsx';
import { dayTitle } from './day-choice.ts';
import { shownFacilities } from './expected-counts.ts';
import { FacilitySection } from './expected-facility.tsx';
import { ListTools } from './list-tools.tsx';
import classes from './today-page.module.css';
import { useTodayPlace } from './use-today-place.ts';

/** « Aujourd’hui »: the children the staff waits for, on the day shown. */
export function TodayPage() {
  const { on, facility, showDay, showFacility } = useTodayPlace();
  const expected = useExpectedChildren(on);
  const present = usePresentDay();
  const shown = expected.data ? day(expected.data.on) : on;
  const title = shown === null ? 'Aujourd’hui' : dayTitle(shown, present);
  const facilities = expected.data?.facilities ?? [];

  return (
    <>
      <div className={classes.head}>
        <PageTitle>{title}</PageTitle>
        {expected.data ? (
          <ListTools
            updatedAt={expected.dataUpdatedAt}
            refreshing={expected.isFetching}
            onRefresh={() => void expected.refetch()}
          />
        ) : null}
      </div>
      <LiveRegion message={expected.data ? `Liste affichée : ${title}` : ''} />
      <div className={classes.choices}>
        <DayBar shown={shown} isPresent={shown === present} onChoose={showDay} />
        {facilities.length > 1 ? (
          <div className={classes.site}>
            <SelectField
              label="Site"
              value={facility ?? ''}
              options={[
                { value: '', label: 'Tous les sites' },
                ...facilities.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChoose={(id) => showFacility(id === '' ? null : id)}
            />
          </div>
        ) : null}
      </div>
      {expected.data ? (
        <DayList today={expected.data} facility={facility} />
      ) : expected.error ? (
        <LoadFailure
          title="La liste n’a pas pu être chargée"
          error={expected.error}
          retry={() => void expected.refetch()}
          retrying={expected.isFetching}
        />
      ) : (
        <PageSkeleton />
      )}
    </>
  );
}

type DayListProps = { readonly today: Today; readonly facility: string | null };

function DayList({ today, facility }: DayListProps) {
  const { open, idle } = shownFacilities(today.facilities, facility);
  if (open.length === 0) {
    return (
      <EmptyState icon={<CalendarOff size={28} />} title="Aucun enfant attendu">
        Aucun accueil n’est ouvert ce jour-là.
      </EmptyState>
    );
  }
  return (
    <div className={classes.facilities}>
      {open.map((one) => (
        <FacilitySection key={one.id} facility={one} />
      ))}
      {idle.length > 0 ? (
        <p className={classes.idle}>
          Aucun accueil ce jour-là : {idle.map(({ name }) => name).join(', ')}.
        </p>
      ) : null}
    </div>
  );
}
