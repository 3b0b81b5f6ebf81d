import { day, type Day, isDay } from '@preau/domain/time/day';
import { Field } from '@preau/ui/forms/field';
import { Chip } from '@preau/ui/navigation/chip';
import type { Planning } from '../bookings.queries.ts';
import { endsOf } from './ends.ts';
import classes from './period.module.css';

export type DateRange = { readonly from: Day; readonly until: Day };

type DateRangeFieldsProps = {
  readonly range: DateRange;
  /** Days known around the start, to find the next holidays; and around the end of the year. */
  readonly coming: readonly Planning[];
  readonly endOfYear: Planning | undefined;
  readonly onChange: (range: DateRange) => void;
};

/** Du … au …, with the ends one usually wants at hand. */
export function DateRangeFields({ range, coming, endOfYear, onChange }: DateRangeFieldsProps) {
  const { from, until } = range;
  const backwards = until < from;
  const setFrom = (text: string) => {
    if (isDay(text)) onChange({ from: day(text), until: until < text ? day(text) : until });
  };
  const setUntil = (text: string) => {
    if (isDay(text)) onChange({ from, until: day(text) });
  };
  return (
    <div className={classes.range}>
      <div className={classes.rangeFields}>
        <Field
          label="Du"
          type="date"
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <Field
          label="Au (inclus)"
          type="date"
          min={from}
          value={until}
          error={backwards ? 'La fin vient avant le début.' : undefined}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </div>
      <fieldset className={classes.chips}>
        <legend className={classes.legend}>Jusqu’à</legend>
        {endsOf(from, coming, endOfYear).map(({ label, on }) => (
          <Chip key={label} pressed={until === on} onPress={() => setUntil(on)}>
            {label}
          </Chip>
        ))}
      </fieldset>
    </div>
  );
}
