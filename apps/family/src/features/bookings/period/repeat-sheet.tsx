import { addDays, lastOfMonth, type Weekday } from '@preau/domain/time/day';
import { localDayOf } from '@preau/domain/time/instant';
import { VisuallyHidden } from '@preau/ui/feedback/visually-hidden';
import { SelectField } from '@preau/ui/forms/select-field';
import { Chip } from '@preau/ui/navigation/chip';
import { Sheet } from '@preau/ui/overlays/sheet';
import { useMemo, useState } from 'react';
import { deviceNow } from '../../../shared/clock.ts';
import type { Organisation } from '../../../shared/organisation.ts';
import { type Child, useChild } from '../use-child.ts';
import { type DateRange, DateRangeFields } from './date-range.tsx';
import { type PeriodService, servicesOf } from './pattern.ts';
import { type Period, useComingWeeks, useEndOfYear } from './period.queries.ts';
import { PeriodApply } from './period-apply.tsx';
import classes from './period.module.css';
import { weekdays } from './weekdays.ts';

/** What is to be repeated, as it is known where the sheet was asked for. */
export type RepeatStart = {
  readonly childIds: readonly string[];
  readonly unit: string;
  /** Units that can be chosen, that one included: formulas of a day, or every service. */
  readonly units: readonly { readonly unit: string; readonly title: string }[];
  readonly weekdays: readonly Weekday[];
};

type RepeatSheetProps = {
  readonly start: RepeatStart;
  readonly organisation: Organisation;
  readonly onClose: () => void;
};

/** « Répéter » : one service, on some weekdays, for some children, until a date. */
export function RepeatSheet({ start, organisation, onClose }: RepeatSheetProps) {
  const [tomorrow] = useState(() => addDays(localDayOf(deviceNow(), organisation.timeZone), 1));
  const [unit, setUnit] = useState(start.unit);
  const [childIds, setChildIds] = useState<ReadonlySet<string>>(new Set(start.childIds));
  const [days, setDays] = useState<ReadonlySet<Weekday>>(new Set(start.weekdays));
  const [range, setRange] = useState<DateRange>({
    from: tomorrow,
    until: lastOfMonth(addDays(tomorrow, 7)),
  });
  const [waitWhenFull, setWaitWhenFull] = useState(false);
  const { plannings } = useComingWeeks(tomorrow);
  const endOfYear = useEndOfYear(range.from);
  const services = useMemo(
    () => servicesOf(plannings, (row) => row.unit === unit),
    [plannings, unit],
  );
  const chosen = services.filter(({ childId }) => childIds.has(childId));
  const title = start.units.find((one) => one.unit === unit)?.title ?? '';
  const period = useRepeated(chosen, days, range, waitWhenFull);

  return (
    <Sheet title={`Répéter «\u00a0${title}\u00a0»`} onClose={onClose}>
      {start.units.length > 1 ? (
        <SelectField
          label="Service"
          value={unit}
          options={start.units.map((one) => ({ value: one.unit, label: one.title }))}
          onChoose={setUnit}
        />
      ) : null}
      <ChildChoice services={services} chosen={childIds} onChange={setChildIds} />
      <WeekdayChoice services={chosen} days={days} onChange={setDays} />
      <DateRangeFields range={range} coming={plannings} endOfYear={endOfYear} onChange={setRange} />
      <PeriodApply
        period={period}
        organisation={organisation}
        onWait={setWaitWhenFull}
        onDone={onClose}
        onCancel={onClose}
        hint={childIds.size === 0 ? 'Choisissez un enfant.' : 'Choisissez au moins un jour.'}
      />
    </Sheet>
  );
}

function useRepeated(
  services: readonly PeriodService[],
  days: ReadonlySet<Weekday>,
  { from, until }: DateRange,
  waitWhenFull: boolean,
): Period | null {
  const entries = services.flatMap(({ childId, unit, weekdays: open }) =>
    [...days].flatMap((weekday) => (open.has(weekday) ? [{ childId, unit, weekday }] : [])),
  );
  const key = JSON.stringify(entries);
  return useMemo(() => {
    const asked: Period['entries'] = JSON.parse(key);
    if (asked.length === 0 || until < from) return null;
    return { entries: asked, from, until, action: 'add', waitWhenFull };
  }, [key, from, until, waitWhenFull]);
}

type ChildChoiceProps = {
  readonly services: readonly PeriodService[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
};

function ChildChoice({ services, chosen, onChange }: ChildChoiceProps) {
  const { children } = useChild();
  const can = (child: Child) => services.some(({ childId }) => childId === child.id);
  return (
    <fieldset className={classes.chips}>
      <legend className={classes.legend}>Enfants</legend>
      {children.map((child, hue) =>
        can(child) || chosen.has(child.id) ? (
          <Chip
            key={child.id}
            pressed={chosen.has(child.id)}
            onPress={() => onChange(flipped(chosen, child.id))}
            badge={child.firstName.charAt(0)}
            hue={hue}
          >
            {child.firstName}
          </Chip>
        ) : null,
      )}
    </fieldset>
  );
}

type WeekdayChoiceProps = {
  readonly services: readonly PeriodService[];
  readonly days: ReadonlySet<Weekday>;
  readonly onChange: (days: ReadonlySet<Weekday>) => void;
};

function WeekdayChoice({ services, days, onChange }: WeekdayChoiceProps) {
  const isOpen = (number: Weekday) => services.some((service) => service.weekdays.has(number));
  return (
    <fieldset className={classes.weekdays}>
      <legend className={classes.legend}>Jours</legend>
      {weekdays
        .filter(({ number }) => number <= 5 || isOpen(number))
        .map(({ number, short, long }) => (
          <button
            key={number}
            type="button"
            className={classes.weekday}
            aria-pressed={days.has(number) && isOpen(number)}
            aria-disabled={!isOpen(number) || undefined}
            onClick={() => {
              if (isOpen(number)) onChange(flipped(days, number));
            }}
          >
            <VisuallyHidden>{isOpen(number) ? long : `${long}, pas d’accueil`}</VisuallyHidden>
            <span aria-hidden="true">{short}</span>
          </button>
        ))}
    </fieldset>
  );
}

function flipped<Item>(set: ReadonlySet<Item>, item: Item): ReadonlySet<Item> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
