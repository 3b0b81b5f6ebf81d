import { formatDayLong } from '@preau/domain/explain/format-fr';
import { addDays, type Day, isDay, mondayOf, weekdayOf } from '@preau/domain/time/day';
import { localDayOf } from '@preau/domain/time/instant';
import { Button, IconButton } from '@preau/ui/actions/button';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { deviceNow } from '../../shared/clock.ts';
import { useOrganisation, usePaths } from '../../shared/organisation.ts';
import classes from './bookings-panel.module.css';

/** The week shown is in the address, so that it can be kept and come back to. */
export function useShownWeek(householdId: string) {
  const paths = usePaths();
  const navigate = useNavigate();
  const { state } = useLocation();
  const [query] = useSearchParams();
  const { data: organisation } = useOrganisation();
  const today = localDayOf(deviceNow(), organisation?.timeZone ?? 'Europe/Paris');
  // On a week-end, the week that comes: the one that is asked about.
  const present = addDays(mondayOf(today), weekdayOf(today) >= 6 ? 7 : 0);
  const asked = query.get('semaine');
  const monday = asked !== null && isDay(asked) ? mondayOf(asked) : present;
  const show = (next: Day) =>
    void navigate(paths.family(householdId, next === present ? null : next), {
      replace: true,
      state,
      preventScrollReset: true,
    });
  return { monday, present, show };
}

type WeekBarProps = {
  readonly monday: Day;
  readonly present: Day;
  readonly onShow: (monday: Day) => void;
};

/** From a week to the next, back to the present one, or straight to that of a date. */
export function WeekBar({ monday, present, onShow }: WeekBarProps) {
  const isPresent = monday === present;
  return (
    <div className={classes.bar}>
      <IconButton label="Semaine précédente" bordered onClick={() => onShow(addDays(monday, -7))}>
        <ChevronLeft size={24} aria-hidden="true" />
      </IconButton>
      <Button
        variant="secondary"
        aria-disabled={isPresent || undefined}
        onClick={() => (isPresent ? undefined : onShow(present))}
      >
        Cette semaine
      </Button>
      <IconButton label="Semaine suivante" bordered onClick={() => onShow(addDays(monday, 7))}>
        <ChevronRight size={24} aria-hidden="true" />
      </IconButton>
      <p className={classes.shown}>Semaine du {formatDayLong(monday)}</p>
      <input
        type="date"
        className={classes.date}
        aria-label="Aller à la semaine d’une date"
        value={monday}
        onChange={({ currentTarget: { value } }) => {
          if (isDay(value) && value >= '2020-01-01') onShow(mondayOf(value));
        }}
      />
    </div>
  );
}
