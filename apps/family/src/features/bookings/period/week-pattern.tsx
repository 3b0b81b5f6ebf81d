import { ChildBadge } from '@preau/ui/planning/child-badge';
import { Check } from 'lucide-react';
import { isIn, type Pattern, type PeriodEntry, type PeriodService } from './pattern.ts';
import classes from './period.module.css';
import { weekdays } from './weekdays.ts';

type WeekPatternProps = {
  readonly firstName: string;
  readonly schoolClass: string;
  readonly hue: number;
  readonly services: readonly PeriodService[];
  readonly pattern: Pattern;
  readonly onToggle: (entry: PeriodEntry, excludes: readonly string[]) => void;
};

/** A typical week of one child: a box per service and weekday. */
export function WeekPattern(props: WeekPatternProps) {
  const { firstName, schoolClass, hue, services, pattern, onToggle } = props;
  const shown = weekdays.filter(
    ({ number }) => number <= 5 || services.some((service) => service.weekdays.has(number)),
  );
  return (
    <table className={classes.pattern}>
      <caption>
        <span className={classes.childName}>
          <ChildBadge firstName={firstName} hue={hue} />
          <strong>{firstName}</strong> <span className={classes.muted}>{schoolClass}</span>
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Service</th>
          {shown.map(({ number, short, long }) => (
            <th key={number} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {services.map(({ childId, unit, title, excludes, weekdays: open }) => (
          <tr key={unit}>
            <th scope="row">{title}</th>
            {shown.map(({ number, long }) => (
              <td key={number}>
                {open.has(number) ? (
                  <Box
                    name={`${title}, ${firstName}, le ${long}`}
                    checked={isIn(pattern, { childId, unit, weekday: number })}
                    onToggle={() => onToggle({ childId, unit, weekday: number }, excludes)}
                  />
                ) : (
                  <span className={classes.closed} title={`Pas d’accueil le ${long}`} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type BoxProps = {
  readonly name: string;
  readonly checked: boolean;
  readonly onToggle: () => void;
};

function Box({ name, checked, onToggle }: BoxProps) {
  return (
    <label className={classes.box}>
      <input type="checkbox" aria-label={name} checked={checked} onChange={onToggle} />
      {checked ? <Check size={20} strokeWidth={2.5} aria-hidden="true" /> : null}
    </label>
  );
}
