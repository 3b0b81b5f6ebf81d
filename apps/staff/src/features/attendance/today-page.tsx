import { formatDayLong } from '@preau/domain/explain/format-fr';
import { addDays, type Day, day, isDay } from '@preau/domain/time/day';
import { IconButton } from '@preau/ui/actions/button';
import { EmptyState, ErrorState } from '@preau/ui/feedback/states';
import { Chip } from '@preau/ui/navigation/chip';
import { useQuery } from '@tanstack/react-query';
import { CalendarOff, ChevronLeft, ChevronRight } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { PageTitle } from '../../shared/page-title.tsx';
import { problemMessage } from '../../shared/problem-messages.ts';
import { todayQuery, type Today } from './attendance.queries.ts';
import classes from './attendance.module.css';
import { FacilitySection } from './facility-section.tsx';
import { TodaySkeleton } from './today-skeleton.tsx';

/** Who is expected, by site, activity and time. */
export function TodayPage() {
  const [query, setQuery] = useSearchParams();
  const asked = query.get('jour');
  const on = asked !== null && isDay(asked) ? day(asked) : null;
  const today = useQuery(todayQuery(on));
  const shown = today.data ? day(today.data.on) : on;
  const change = (name: string, value: string | null) =>
    setQuery(
      (previous) => {
        const next = new URLSearchParams(previous);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );

  return (
    <>
      <PageTitle>Enfants attendus</PageTitle>
      <DayPicker shown={shown} onChange={(value) => change('jour', value)} />
      {today.data ? (
        <DayContents
          today={today.data}
          site={query.get('site')}
          onSite={(site) => change('site', site)}
        />
      ) : today.error ? (
        <ErrorState
          title="La liste n’a pas pu être chargée"
          onRetry={() => void today.refetch()}
          retrying={today.isFetching}
        >
          {problemMessage(today.error)}
        </ErrorState>
      ) : (
        <TodaySkeleton />
      )}
    </>
  );
}

type DayPickerProps = {
  readonly shown: Day | null;
  /** `null` goes back to the present day. */
  readonly onChange: (value: string | null) => void;
};

function DayPicker({ shown, onChange }: DayPickerProps) {
  const step = (days: number) => {
    if (shown !== null) onChange(addDays(shown, days));
  };
  return (
    <div className={classes.picker}>
      <IconButton label="Jour précédent" bordered onClick={() => step(-1)}>
        <ChevronLeft size={24} aria-hidden="true" />
      </IconButton>
      <label className={classes.date}>
        <span className={classes.dateWords}>{shown ? formatDayLong(shown) : 'Jour'}</span>
        <input
          type="date"
          value={shown ?? ''}
          onChange={({ currentTarget: { value } }) => {
            if (value !== '') onChange(value);
          }}
        />
      </label>
      <IconButton label="Jour suivant" bordered onClick={() => step(1)}>
        <ChevronRight size={24} aria-hidden="true" />
      </IconButton>
      <button type="button" className={classes.now} onClick={() => onChange(null)}>
        Aujourd’hui
      </button>
    </div>
  );
}

type DayContentsProps = {
  readonly today: Today;
  readonly site: string | null;
  readonly onSite: (site: string | null) => void;
};

function DayContents({ today, site, onSite }: DayContentsProps) {
  const { facilities } = today;
  if (facilities.length === 0) {
    return (
      <EmptyState icon={<CalendarOff size={28} />} title="Aucun accueil ce jour-là">
        Choisissez un autre jour.
      </EmptyState>
    );
  }
  const chosen = facilities.find(({ id }) => id === site);
  return (
    <>
      {facilities.length > 1 ? (
        <fieldset className={classes.sites} aria-label="Site affiché">
          <Chip pressed={!chosen} onPress={() => onSite(null)}>
            Tous les sites
          </Chip>
          {facilities.map(({ id, name }) => (
            <Chip key={id} pressed={id === chosen?.id} onPress={() => onSite(id)}>
              {name}
            </Chip>
          ))}
        </fieldset>
      ) : null}
      {(chosen ? [chosen] : facilities).map((facility) => (
        <FacilitySection key={facility.id} facility={facility} />
      ))}
    </>
  );
}
